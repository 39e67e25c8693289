package io.honeypods.ipenum;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a process writes, line by line, while it runs. */
final class Lines {
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;
  private boolean ended;

  private Lines(InputStream from) {
    this.reader = Thread.ofVirtual().unstarted(() -> read(from));
  }

  static Lines of(InputStream from) {
    var lines = new Lines(from);
    lines.reader.start();
    return lines;
  }

  /** The first line that is as wanted, as soon as there is one; null where none came in time. */
  synchronized @Nullable String await(Predicate<String> wanted, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (int next = 0; ; ) {
      while (next < lines.size()) {
        String line = lines.get(next++);
        if (wanted.test(line)) {
          return line;
        }
      }
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (ended || millis <= 0) {
        return null;
      }
      wait(millis);
    }
  }

  synchronized List<String> soFar() {
    return List.copyOf(lines);
  }

  /** All lines, once the process has closed its end. */
  List<String> all() throws InterruptedException {
    reader.join();
    return soFar();
  }

  private void read(InputStream from) {
    try (var in = new BufferedReader(new InputStreamReader(from, UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add(e.toString());
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }
}
