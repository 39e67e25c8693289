package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this machine that talks to a MySQL server; HOST and PORT stand for its address. */
final class Tool implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path home;

  Tool() throws IOException {
    home = Files.createTempDirectory("tool");
  }

  /** What it printed, both streams, and how it ended. */
  record Output(int code, String text) {}

  /** A file in its home; its path. */
  String file(String name, String content) throws IOException {
    return Files.writeString(home.resolve(name), content).toString();
  }

  /** A resource of this package as a file in its home. */
  String resource(String name) throws IOException {
    return file(name, Statements.text(name));
  }

  Output run(InetSocketAddress server, String input, String... command)
      throws IOException, InterruptedException {
    List<String> words =
        Arrays.stream(command)
            .map(
                word ->
                    word.replace("HOST", server.getAddress().getHostAddress())
                        .replace("PORT", Integer.toString(server.getPort())))
            .toList();
    Path output = home.resolve("output.txt");
    Path in = Files.writeString(home.resolve("input.txt"), input);
    var builder =
        new ProcessBuilder(words)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectInput(in.toFile())
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", home.toString(),
                "LC_ALL", "C.UTF-8",
                "TZ", "UTC",
                "NODE_PATH", "/usr/share/nodejs:/usr/lib/nodejs"));
    Process process = builder.start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException(words + " did not end: " + Files.readString(output));
    }
    return new Output(process.exitValue(), new String(Files.readAllBytes(output), UTF_8));
  }

  @Override
  public void close() throws IOException {
    try (var paths = Files.walk(home)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
