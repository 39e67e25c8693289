package io.honeypods.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link FloodClient} in a process of its own, since each may open so many files. */
final class Flood implements AutoCloseable {
  private final Process process;
  private final Lines out;

  private Flood(Process process) {
    this.process = process;
    this.out = new Lines(process.getInputStream(), "flood");
  }

  static Flood start(int port, int connections, String manner, int network) {
    var command =
        List.of(
            Reactor.JDK_TOOLS.resolve("java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            Reactor.TEST_CLASSES.toString(),
            FloodClient.class.getName(),
            Integer.toString(port),
            Integer.toString(connections),
            manner,
            Integer.toString(network));
    try {
      return new Flood(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the line that begins with a word, once it is there. */
  List<Long> await(String word, Duration patience) {
    return Eventually.await(() -> word + " line; got " + out.all(), patience, () -> line(word));
  }

  private @Nullable List<Long> line(String word) {
    return out.all().stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> List.of(line.split(" ", -1)))
        .map(words -> words.stream().skip(1).map(Long::valueOf).toList())
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
