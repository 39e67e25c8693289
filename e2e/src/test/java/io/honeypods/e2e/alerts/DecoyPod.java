package io.honeypods.e2e.alerts;

import io.honeypods.e2e.Image;
import io.honeypods.e2e.k8s.Manifest;
import io.honeypods.e2e.k8s.PodmanPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One decoy as a pod of the lab: its image, run as its installed manifest says. */
final class DecoyPod implements AutoCloseable {
  static final int METRICS_PORT = 9100;

  private static final Duration START = Duration.ofMinutes(2);
  private static final Map<String, String> WORKLOADS =
      Map.of(
          "web", "internal-dashboard",
          "mysql", "internal-db",
          "ssh", "internal-bastion",
          "ipenum", "internal-app");

  private final String name;
  private final String address;
  private final PodmanPod pod;

  private DecoyPod(String name, String address, PodmanPod pod) {
    this.name = name;
    this.address = address;
    this.pod = pod;
  }

  /** Starts the decoy of this name and waits until it says that it has started. */
  static DecoyPod start(Lab lab, String decoy, String address) throws IOException {
    lab.pod(decoy, address);
    Path config =
        Files.writeString(
            Files.createTempDirectory("decoy-pod").resolve("config.yaml"),
            """
            identity: {seed: pipeline, host: ops-gw-7}
            expected: [{cidr: %s/32, port: %d, note: Prometheus}]
            """
                .formatted(Lab.HUB_IP, METRICS_PORT));
    PodmanPod pod =
        PodmanPod.start(
            Manifest.workload(WORKLOADS.getOrDefault(decoy, decoy)),
            Image.of(decoy).name(),
            config,
            lab.network(decoy));
    Waiting.until(
        START,
        () ->
            pod.events().stream()
                .anyMatch(event -> event.at("/event/action").asString().equals("decoy-started")),
        () -> "no start of " + decoy);
    return new DecoyPod(decoy + "-0", address, pod);
  }

  String name() {
    return name;
  }

  String address() {
    return address;
  }

  /** When it first heard of a source. */
  Optional<Instant> firstSaw(String source) {
    return pod.events().stream()
        .filter(event -> event.at("/source/ip").asString("").equals(source))
        .map(DecoyPod::time)
        .findFirst();
  }

  private static Instant time(JsonNode event) {
    return Instant.parse(event.get("@timestamp").asString());
  }

  @Override
  public void close() {
    pod.close();
  }
}
