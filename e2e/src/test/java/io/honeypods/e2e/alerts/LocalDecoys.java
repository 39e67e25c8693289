package io.honeypods.e2e.alerts;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.RealServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All decoys in one process on free ports of the loopback, and a drill against them. */
final class LocalDecoys implements AutoCloseable {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final RealServer server;
  private final Path log;
  private final List<InetSocketAddress> ports;

  private LocalDecoys(RealServer server, Path log, List<InetSocketAddress> ports) {
    this.server = server;
    this.log = log;
    this.ports = ports;
  }

  static LocalDecoys start() throws IOException {
    var ports = List.of(free(), free(), free(), free());
    Path folder = Files.createTempDirectory("local-decoys");
    Path config = folder.resolve("config.yaml");
    Files.writeString(
        config,
        """
        identity: {seed: local}
        admin: {listen: 127.0.0.1:%d}
        web: {listen: 127.0.0.1:%d, lure: null}
        mysql: {listen: 127.0.0.1:%d, x: null}
        ssh: {listen: 127.0.0.1:%d}
        """
            .formatted(ports.stream().map(InetSocketAddress::getPort).toArray()));
    List<String> command =
        List.of(
            JAVA,
            "@" + Reactor.ROOT.resolve("images/jvm.options"),
            "-cp",
            Reactor.LIB + "/*",
            "io.honeypods.decoy.Main",
            "up",
            "--config",
            config.toString());
    InetSocketAddress metrics = ports.getFirst();
    RealServer server = RealServer.start(folder, metrics, command, () -> awaitReady(metrics));
    return new LocalDecoys(server, folder.resolve("output.log"), ports);
  }

  InetSocketAddress metrics() {
    return server.address();
  }

  String metricsUrl() {
    return "http://127.0.0.1:" + metrics().getPort() + "/metrics";
  }

  /** Plays the attacks that need no privilege, and asks the decoys whether they noticed. */
  Command attack() {
    return attack(
        List.of(
            "--admin",
            metricsUrl(),
            "http://127.0.0.1:" + ports.get(1).getPort(),
            "mysql://127.0.0.1:" + ports.get(2).getPort(),
            "ssh://127.0.0.1:" + ports.get(3).getPort()));
  }

  /** Runs the drill as {@code ./decoy attack} does. */
  static Command attack(List<String> arguments) {
    String classPath = System.getProperty("java.class.path");
    var words = new ArrayList<>(List.of(JAVA, "-cp", classPath, "io.honeypods.drill.Main"));
    words.addAll(arguments);
    return Command.run(words.toArray(String[]::new));
  }

  /** The events of a kind so far. */
  List<JsonNode> events(String decoy, String action) {
    return Reactor.text(log)
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(Tree::json)
        .filter(event -> event.at("/honeypod/decoy").asString().equals(decoy))
        .filter(event -> event.at("/event/action").asString().equals(action))
        .toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static InetSocketAddress free() throws IOException {
    return RealServer.freeAddress();
  }

  private static void awaitReady(InetSocketAddress address) throws IOException {
    String url = "http://127.0.0.1:" + address.getPort() + "/readyz";
    if (Command.run("curl", "-sf", url).exit() != 0) {
      throw new IOException(url + " is not ready");
    }
  }
}
