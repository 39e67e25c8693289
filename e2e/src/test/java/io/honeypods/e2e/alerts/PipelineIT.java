package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the packet to the notification: each attack of a pod leads to its alert with its name. */
class PipelineIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A pod that attacks, and what has to come of it. */
  private record Attacker(String pod, String ip, String attack, String decoy, String alert) {
    String expected() {
      return "%s shop/%s %s %s-0".formatted(alert, pod, ip, decoy);
    }
  }

  private static final Map<String, String> DECOYS =
      Map.of("ipenum", "10.88.1.1", "web", "10.88.1.2", "mysql", "10.88.1.3", "ssh", "10.88.1.4");

  private static final List<Attacker> ATTACKERS =
      List.of(
          new Attacker("pinger", "10.88.2.1", "ping", "ipenum", "HoneypodIpEnumeration"),
          new Attacker("scanner", "10.88.2.2", "scan", "ipenum", "HoneypodPortScan"),
          new Attacker("browser", "10.88.2.3", "http", "web", "HoneypodFakeServiceAccessed"),
          new Attacker(
              "client", "10.88.2.4", "mysql", "mysql", "HoneypodVulnerableServiceAccessed"),
          new Attacker("mover", "10.88.2.5", "ssh", "ssh", "HoneypodSshAttempt"));

  private final Map<String, DecoyPod> decoys = new LinkedHashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void tools() {
    Tools.require("ip", "curl", "prometheus", "prometheus-alertmanager", "podman");
    requireRoot();
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void eachAttackIsNamedWithinAMinuteAndNothingElseIs() throws IOException {
    Lab lab = start(new Lab());
    for (String decoy : DECOYS.keySet()) {
      decoys.put(decoy, start(DecoyPod.start(lab, decoy, DECOYS.get(decoy))));
    }
    var kubeState = new KubeState().finished("batch", "yesterday", ATTACKERS.getFirst().ip());
    for (Attacker attacker : ATTACKERS) {
      lab.pod(attacker.pod(), attacker.ip());
      kubeState.runs("shop", attacker.pod(), attacker.ip());
    }
    Monitoring monitoring = start(Monitoring.start(lab, kubeState, List.copyOf(decoys.values())));
    awaitScrape(monitoring);
    assertThat(monitoring.alerts()).isEmpty();

    ATTACKERS.forEach(attacker -> attack(lab, attacker));

    List<String> expected = ATTACKERS.stream().map(Attacker::expected).sorted().toList();
    Waiting.until(
        PATIENCE,
        () -> seen(monitoring).containsAll(expected) && monitoring.told().size() >= expected.size(),
        () -> "alerts are " + seen(monitoring));
    Instant then = Instant.now();
    Waiting.until(PATIENCE, () -> monitoring.lastLook().isAfter(then), () -> "no other look");
    assertThat(seen(monitoring)).isEqualTo(expected);
    assertThat(monitoring.query("ALERTS{alertstate=\"pending\"}")).isEmpty();
    assertThat(nodes(monitoring))
        .isEqualTo(List.of("node-2", "node-3", "node-4", "node-5", "node-6"));
    report(monitoring.told());
  }

  private static void requireRoot() {
    boolean root = Command.run("id", "-u").out().strip().equals("0");
    if (!root && Tools.isCi()) {
      fail("not root, who alone makes network namespaces (expected in CI)");
    }
    assumeTrue(root, "NOT ROOT: THE WAY FROM A PACKET TO A NOTIFICATION IS NOT TESTED");
  }

  private <T extends AutoCloseable> T start(T started) {
    open.add(started);
    return started;
  }

  private static void awaitScrape(Monitoring monitoring) {
    Waiting.until(
        PATIENCE,
        () ->
            monitoring.query("decoy_build_info").size() == DECOYS.size()
                && monitoring.query("kube_pod_info").size() == ATTACKERS.size() + 1,
        () -> "scraped " + monitoring.query("up"));
  }

  private static void attack(Lab lab, Attacker attacker) {
    Command drill =
        lab.run(
            attacker.pod(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.honeypods.drill.Main",
            attacker.attack() + "://" + DECOYS.get(attacker.decoy()));
    assertThat(drill.exit()).as(drill.out() + drill.err()).isZero();
    assertThat(drill.out()).contains("alert: " + attacker.alert());
  }

  private static List<String> seen(Monitoring monitoring) {
    return monitoring.alerts().stream().map(PipelineIT::summary).sorted().toList();
  }

  private static String summary(JsonNode labels) {
    return "%s %s/%s %s %s"
        .formatted(
            labels.at("/alertname").asString(""),
            labels.at("/source_namespace").asString(""),
            labels.at("/source_pod").asString(""),
            labels.at("/source_ip").asString(""),
            labels.at("/pod").asString(""));
  }

  private static List<String> nodes(Monitoring monitoring) {
    return monitoring.alerts().stream()
        .map(a -> a.at("/source_node").asString(""))
        .sorted()
        .toList();
  }

  /** Says how long it took, and that a minute was enough. */
  private void report(Map<String, Instant> told) {
    for (Attacker attacker : ATTACKERS) {
      DecoyPod decoy = Objects.requireNonNull(decoys.get(attacker.decoy()));
      Instant first = decoy.firstSaw(attacker.ip()).orElseThrow();
      Duration took = Duration.between(first, told.get(attacker.ip()));
      System.out.printf(
          "%-5s first packet to notification: %5.1f s (%s)%n",
          attacker.attack(), took.toMillis() / 1000.0, attacker.alert());
      assertThat(took).isBetween(Duration.ZERO, PATIENCE);
    }
  }
}
