package io.honeypods.e2e.alerts;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.RealServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A real Prometheus and Alertmanager in the lab, with our rules and our route. */
final class Monitoring implements AutoCloseable {
  private static final String PROMETHEUS = "http://127.0.0.1:9090";
  private static final String ALERTMANAGER = "http://127.0.0.1:9093";

  private final Lab lab;
  private final List<RealServer> servers = new ArrayList<>();
  private Path told = Path.of("");

  private Monitoring(Lab lab) {
    this.lab = lab;
  }

  static Monitoring start(Lab lab, KubeState kubeState, List<DecoyPod> decoys) throws IOException {
    var monitoring = new Monitoring(lab);
    try {
      monitoring.startHub(kubeState);
      monitoring.startAlertmanager();
      monitoring.startPrometheus(decoys);
      return monitoring;
    } catch (IOException e) {
      monitoring.close();
      throw e;
    }
  }

  /** The result of a query now. */
  JsonNode query(String query) {
    String answer =
        lab.run("hub", "curl", "-sfG", PROMETHEUS + "/api/v1/query", "-d", "query=" + query).out();
    return Tree.json(answer).at("/data/result");
  }

  /** What Alertmanager holds: the labels of each alert. */
  List<JsonNode> alerts() {
    return Tree.json(lab.get(ALERTMANAGER + "/api/v2/alerts"))
        .valueStream()
        .map(alert -> alert.get("labels"))
        .toList();
  }

  /** When the rules about touches were last looked at. */
  Instant lastLook() {
    return Tree.json(lab.get(PROMETHEUS + "/api/v1/rules"))
        .at("/data/groups")
        .valueStream()
        .filter(group -> group.get("name").asString().equals("honeypods.touches"))
        .map(group -> Instant.parse(group.get("lastEvaluation").asString()))
        .findFirst()
        .orElseThrow();
  }

  /** When the webhook was first told of a source, by its address. */
  Map<String, Instant> told() {
    var first = new HashMap<String, Instant>();
    for (String line : Reactor.text(told).lines().filter(line -> line.contains("{")).toList()) {
      Instant time = Instant.parse(line.substring(0, line.indexOf(' ')));
      Tree.json(line.substring(line.indexOf('{')))
          .get("alerts")
          .valueStream()
          .map(alert -> alert.at("/labels/source_ip").asString(""))
          .forEach(source -> first.putIfAbsent(source, time));
    }
    return first;
  }

  @Override
  public void close() throws IOException {
    for (RealServer server : servers.reversed()) {
      server.close();
    }
  }

  private void startHub(KubeState kubeState) throws IOException {
    Path folder = Files.createTempDirectory("hub");
    Path page = Files.writeString(folder.resolve("kube-state-metrics"), kubeState.page());
    told = folder.resolve("output.log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    start(
        folder,
        HubServer.PORT,
        List.of(java, "-cp", classPath, HubServer.class.getName(), page.toString()),
        "http://" + Lab.HUB_IP + ":" + HubServer.PORT);
  }

  private void startAlertmanager() throws IOException {
    Path folder = Files.createTempDirectory("alertmanager");
    String route = Reactor.text(Tree.COMPONENTS.resolve("alertmanager/alertmanager.yaml"));
    Path config = folder.resolve("alertmanager.yml");
    Files.writeString(config, route.replace("pager.example", Lab.HUB_IP + ":" + HubServer.PORT));
    start(
        folder,
        9093,
        List.of(
            "prometheus-alertmanager",
            "--config.file=" + config,
            "--storage.path=" + folder.resolve("data"),
            "--cluster.listen-address=",
            "--web.listen-address=127.0.0.1:9093"),
        ALERTMANAGER + "/-/ready");
  }

  private void startPrometheus(List<DecoyPod> decoys) throws IOException {
    Path folder = Files.createTempDirectory("prometheus");
    var targets = new StringBuilder();
    for (DecoyPod decoy : decoys) {
      targets.append(
          "      - {targets: ['%s:%d'], labels: {namespace: platform-internal, pod: %s}}\n"
              .formatted(decoy.address(), DecoyPod.METRICS_PORT, decoy.name()));
    }
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        Reactor.text(Reactor.ROOT.resolve("e2e/src/test/resources/alerts/prometheus.yml"))
            .replace("RULES", Tree.RULES.toString())
            .replace("KUBE_STATE", Lab.HUB_IP + ":" + HubServer.PORT)
            .replace("      - TARGETS\n", targets));
    start(
        folder,
        9090,
        List.of(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:9090"),
        PROMETHEUS + "/-/ready");
  }

  private void start(Path folder, int port, List<String> words, String page) throws IOException {
    servers.add(
        RealServer.start(
            folder,
            new InetSocketAddress(Lab.HUB_IP, port),
            lab.inHub(words),
            () -> {
              if (lab.run("hub", "curl", "-sf", page).exit() != 0) {
                throw new IOException(page + " does not answer");
              }
            }));
  }
}
