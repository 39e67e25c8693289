package io.honeypods.ipenum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real process in the pod's namespace, and what it wrote. */
final class Pod implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final Path out;
  private final Path err;

  private Pod(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it; {@code before} is put before the command, such as what takes capabilities away. */
  static Pod start(Namespaces namespaces, Path folder, String yaml, String... before)
      throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            folder.resolve("decoy.yaml"),
            "identity: {seed: it}\nadmin: {listen: 127.0.0.1:9100}\nipenum: " + yaml + "\n");
    var words = new ArrayList<>(List.of(before));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(List.of("-XX:+UseSerialGC", "-Xmx448m", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of("io.honeypods.decoy.Main", "up", "ipenum", "--config", config.toString()));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(namespaces.inPod(words))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    var pod = new Pod(process, out, err);
    pod.await("start", event -> event.at("/event/action").asString().equals("decoy-started"));
    return pod;
  }

  /** The first event that is as wanted, as soon as there is one. */
  JsonNode await(String what, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      for (JsonNode event : events()) {
        if (wanted.test(event)) {
          return event;
        }
      }
      Thread.sleep(100);
    }
    return fail("no %s among%n%s%n%s", what, text(out), text(err));
  }

  List<JsonNode> events() throws IOException {
    return events(out);
  }

  /** All events of a pod that has ended. */
  static List<JsonNode> eventsIn(Path folder) throws IOException {
    return events(folder.resolve("out"));
  }

  private static List<JsonNode> events(Path out) throws IOException {
    String text = text(out);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(JSON::readTree).toList();
  }

  String diagnostics() throws IOException {
    return text(err);
  }

  /** Has it end as Kubernetes does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
