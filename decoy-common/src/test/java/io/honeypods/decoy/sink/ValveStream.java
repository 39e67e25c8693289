package io.honeypods.decoy.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A stream that blocks its writer until it is opened, and keeps what each write brought. */
final class ValveStream extends OutputStream {
  private final List<String> writes = new ArrayList<>();
  private boolean open;
  private boolean failing;
  private boolean entered;
  private int failures;

  synchronized void open() {
    open = true;
    notifyAll();
  }

  synchronized void failing(boolean on) {
    failing = on;
  }

  /** How many lines could not be written. */
  synchronized int failures() {
    return failures;
  }

  /** All lines written, without their line ends. */
  synchronized List<String> lines() {
    return writes.stream().flatMap(String::lines).toList();
  }

  /** How many lines each write brought. */
  synchronized List<Long> linesOfEachWrite() {
    return writes.stream().map(write -> write.lines().count()).toList();
  }

  synchronized void awaitWriter() {
    await(() -> entered);
  }

  synchronized void awaitFailures(int count) {
    await(() -> failures >= count);
  }

  synchronized void awaitLine(String part) {
    await(() -> writes.stream().anyMatch(line -> line.contains(part)));
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    entered = true;
    notifyAll();
    await(() -> open);
    if (failing) {
      failures += (int) new String(bytes, offset, length, UTF_8).lines().count();
      notifyAll();
      throw new IOException("Broken pipe");
    }
    writes.add(new String(bytes, offset, length, UTF_8));
    notifyAll();
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  private synchronized void await(BooleanSupplier done) {
    try {
      while (!done.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
