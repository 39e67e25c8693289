package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A running {@code ./decoy up}: what it writes is kept, and it ends with its test. */
final class DecoyProcess implements AutoCloseable {
  private static final Duration LAST = Duration.ofSeconds(20);

  private final Launch launch;
  private final Process process;
  private final Lines err;
  private @Nullable Lines out;

  private DecoyProcess(Launch launch, Process process) {
    this.launch = launch;
    this.process = process;
    this.err = new Lines(process.getErrorStream(), "stderr");
  }

  /** Starts it, waits until it is ready and reads its events from then on. */
  static DecoyProcess start(Launch launch, List<String> names) {
    DecoyProcess decoys = startUnread(launch, names);
    decoys.readEvents();
    return decoys;
  }

  /** Starts it and waits until it is ready; its stdout is a pipe that nobody reads. */
  static DecoyProcess startUnread(Launch launch, List<String> names) {
    var arguments = new ArrayList<String>(List.of("up"));
    arguments.addAll(names);
    arguments.addAll(List.of("--config", launch.file().toString()));
    try {
      var decoys = new DecoyProcess(launch, launch.builder(arguments).start());
      decoys.awaitReady();
      return decoys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts to read stdout. */
  void readEvents() {
    out = new Lines(process.getInputStream(), "stdout");
  }

  Visitor web() {
    return visitor("web.listen");
  }

  Visitor admin() {
    return visitor("admin.listen");
  }

  Visitor visitor(String key) {
    return new Visitor(port(key));
  }

  int port(String key) {
    return launch.port(key);
  }

  Metrics metrics() {
    return Metrics.parse(admin().get("/metrics").body());
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The events so far. */
  List<SeenEvent> events() {
    return lines().all().stream().map(SeenEvent::parse).toList();
  }

  List<SeenEvent> events(String decoy, String action) {
    return events().stream().filter(event -> event.is(decoy, action)).toList();
  }

  SeenEvent awaitEvent(String decoy, String action) {
    return awaitEvent(decoy + " " + action, event -> event.is(decoy, action));
  }

  SeenEvent awaitEvent(String what, Predicate<SeenEvent> wanted) {
    var seen = new int[1];
    return Eventually.<SeenEvent>await(
        () -> what + " event; stderr: " + stderr(),
        Eventually.PATIENCE,
        () -> {
          List<String> fresh = lines().from(seen[0]);
          seen[0] += fresh.size();
          return fresh.stream().map(SeenEvent::parse).filter(wanted).findFirst().orElse(null);
        });
  }

  /** The raw lines of stdout. */
  Lines lines() {
    if (out == null) {
      throw new IllegalStateException("stdout is not read (expected readEvents() before)");
    }
    return out;
  }

  String stderr() {
    return String.join("\n", err.all());
  }

  /** Sends SIGTERM and waits for the end; how long that took. */
  Duration stop() {
    long began = System.nanoTime();
    process.toHandle().destroy(); // unlike Process.destroy, which closes the pipes
    try {
      if (!process.waitFor(LAST.toSeconds(), TimeUnit.SECONDS)) {
        return fail("SIGTERM did not end it within %s; stderr: %s", LAST, stderr());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      lines().join();
      return took;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted");
    }
  }

  int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void awaitReady() {
    Eventually.<Boolean>await(
        () -> "readiness; stderr: " + stderr(),
        Duration.ofSeconds(40),
        () -> {
          if (!process.isAlive()) {
            fail("ended with %d: %s", process.exitValue(), stderr());
          }
          return admin().isReady() ? true : null;
        });
  }
}
