package io.honeypods.e2e.alerts;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.RealServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One decoy as a pod of the lab: the only place that knows how decoys are started. */
final class DecoyPod implements AutoCloseable {
  static final int METRICS_PORT = 9100;

  private final String name;
  private final String address;
  private final Path log;
  private final RealServer server;

  private DecoyPod(String name, String address, Path log, RealServer server) {
    this.name = name;
    this.address = address;
    this.log = log;
    this.server = server;
  }

  /** Starts the decoy of this name and waits until it says that it has started. */
  static DecoyPod start(Lab lab, String decoy, String address) throws IOException {
    lab.pod(decoy, address);
    Path folder = Files.createTempDirectory("decoy-pod");
    Path config = folder.resolve("config.yaml");
    Files.writeString(
        config,
        """
        identity: {seed: pipeline, host: ops-gw-7}
        expected: [{cidr: %s/32, port: %d, note: Prometheus}]
        """
            .formatted(Lab.HUB_IP, METRICS_PORT));
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("@" + Reactor.ROOT.resolve("images/jvm.options"));
    words.addAll(List.of("-cp", Reactor.LIB + "/*", "io.honeypods.decoy.Main", "up", decoy));
    words.addAll(List.of("--config", config.toString()));
    Path log = folder.resolve("output.log");
    RealServer server =
        RealServer.start(
            folder,
            new InetSocketAddress(address, METRICS_PORT),
            lab.in(decoy, words),
            () -> awaitStart(log));
    return new DecoyPod(decoy + "-0", address, log, server);
  }

  String name() {
    return name;
  }

  String address() {
    return address;
  }

  /** When it first heard of a source. */
  Optional<Instant> firstSaw(String source) {
    return events(log).stream()
        .filter(event -> event.at("/source/ip").asString("").equals(source))
        .map(event -> Instant.parse(event.get("@timestamp").asString()))
        .findFirst();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static void awaitStart(Path log) throws IOException {
    if (!Reactor.text(log).contains("\"decoy-started\"")) {
      throw new IOException("not started yet");
    }
  }

  private static List<JsonNode> events(Path log) {
    return Reactor.text(log).lines().filter(line -> line.startsWith("{")).map(Tree::json).toList();
  }
}
