package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real process in the pod's namespace, and what it writes. */
final class Pod implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final Lines out;
  private final Lines err;

  private Pod(Process process) {
    this.process = process;
    this.out = Lines.of(process.getInputStream());
    this.err = Lines.of(process.getErrorStream());
  }

  /** Starts it with this section of the configuration. */
  static Pod start(Namespaces namespaces, Path folder, String yaml)
      throws IOException, InterruptedException {
    return start(namespaces, folder, yaml, System.getProperty("java.class.path"), List.of());
  }

  /** Starts it; {@code before} is put before the command, such as what takes capabilities away. */
  static Pod start(
      Namespaces namespaces, Path folder, String yaml, String classPath, List<String> before)
      throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            folder.resolve("decoy.yaml"),
            "identity: {seed: it}\nadmin: {listen: 127.0.0.1:9100}\nipenum: " + yaml + "\n");
    var words = new ArrayList<>(before);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx448m"));
    words.addAll(List.of("-cp", classPath));
    words.addAll(List.of("io.honeypods.decoy.Main", "up", "ipenum", "--config", config.toString()));
    var pod = new Pod(new ProcessBuilder(namespaces.inPod(words)).start());
    pod.await("start", event -> event.at("/event/action").asString().equals("decoy-started"));
    return pod;
  }

  /** The first event that is as wanted, as soon as there is one. */
  JsonNode await(String what, Predicate<JsonNode> wanted) throws InterruptedException {
    String line = out.await(text -> wanted.test(JSON.readTree(text)), PATIENCE);
    return line == null
        ? fail("no %s among%n%s%n%s", what, messages(), lines(err))
        : JSON.readTree(line);
  }

  /** The events of one source that tell of probes. */
  List<JsonNode> probesOf(String source) {
    return events().stream()
        .filter(event -> event.at("/source/ip").asString("").equals(source))
        .filter(event -> event.at("/honeypod/probe").isObject())
        .toList();
  }

  List<JsonNode> events() {
    return out.soFar().stream().map(JSON::readTree).toList();
  }

  String diagnostics() {
    return lines(err);
  }

  /** CPU time that it has used, in microseconds. */
  long cpuMicros() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1000;
  }

  /** The memory that it holds, in KiB. */
  long residentKib() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    stop();
  }

  /** Has it end as Kubernetes does, and reads what it writes to the last line. */
  void stop() {
    process.toHandle().destroy(); // Process.destroy would close what is still to be read
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      out.all();
      err.all();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String messages() {
    return events().stream()
        .map(event -> event.at("/message").asString(""))
        .collect(Collectors.joining("\n"));
  }

  private static String lines(Lines lines) {
    return String.join("\n", lines.soFar());
  }
}
