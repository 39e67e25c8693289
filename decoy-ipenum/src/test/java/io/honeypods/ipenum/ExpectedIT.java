package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whoever may come is reported and labelled, and is no alert: the node, and whom the operator
 * names.
 */
class ExpectedIT {
  private static final String NODE = "10.77.1.31";
  private static final String NAMED = "10.77.1.32";
  private static final String PROMETHEUS = "10.77.1.33";
  private static final String STRANGER = "10.77.1.34";
  private static final String BEARER = "Authorization: Bearer t0ken";

  private static Namespaces namespaces;
  private static Pod pod;
  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Tools.require("ip", "env", "ping", "nmap", "curl", "tshark");
    namespaces = new Namespaces();
    String yaml =
        """
        {mode: raw, interfaces: [pod0]}
        expected:
          - {cidr: 10.77.1.32/32, note: "our own scanner"}
          - {cidr: 10.77.1.33/32, port: 9100, note: "Prometheus"}
        """;
    List<String> environment =
        List.of(
            "env", "NODE_IP=" + NODE, "DECOY_ADMIN_LISTEN=0.0.0.0:9100", "DECOY_ADMIN_TOKEN=t0ken");
    String classPath = System.getProperty("java.class.path");
    pod = Pod.start(namespaces, folder, yaml, classPath, environment);
  }

  @AfterAll
  static void stop() {
    try {
      if (pod != null) {
        pod.close();
      }
    } finally {
      if (namespaces != null) {
        namespaces.close();
      }
    }
  }

  @Test
  void theNodeIsNoAlert() throws InterruptedException {
    namespaces.attack("ping -c1 -I " + NODE + " 10.77.0.2");

    assertLabelled(first(NODE, "probe-received"));
  }

  @Test
  void whomTheOperatorNamesMayScan() throws InterruptedException {
    namespaces.attack("nmap -n -Pn -sS -p 1-50 -S " + NAMED + " -e att0 10.77.0.2");

    assertLabelled(first(NAMED, "probe-received"));
    assertLabelled(first(NAMED, "scan-detected"));
  }

  @Test
  void prometheusMayScrapeAndNoMore() throws InterruptedException {
    String status = curl(PROMETHEUS, "/metrics", "-o", "/dev/null", "-H", BEARER);
    namespaces.attack("ping -c1 -I " + PROMETHEUS + " 10.77.0.2");

    assertThat(status).isEqualTo("200");
    assertThat(first(PROMETHEUS, "probe-received").at("/event/kind").asString()).isEqualTo("alert");
    assertThat(pod.events())
        .filteredOn(event -> event.at("/source/ip").asString("").equals(PROMETHEUS))
        .filteredOn(event -> event.at("/destination/port").asInt(0) == 9100)
        .noneMatch(event -> event.at("/event/kind").asString().equals("alert"));
  }

  @Test
  void packetsAreForTheTokenAlone() throws IOException, InterruptedException {
    namespaces.attack("nmap -n -Pn -sS -p 1-20 -S " + STRANGER + " -e att0 10.77.0.2");
    first(STRANGER, "scan-detected");
    Path file = folder.resolve("got.pcapng");

    String path = "/capture.pcapng?source=" + STRANGER;
    assertThat(curl(STRANGER, path, "-o", "/dev/null")).isEqualTo("404");
    assertThat(curl(NAMED, path, "-o", file.toString(), "-H", BEARER)).isEqualTo("200");

    assertThat(Files.size(file)).isPositive();
    assertThat(Sniffer.read(file, "ip.src == " + STRANGER, "tcp.dstport").stream().distinct())
        .contains("1", "20");
    assertThat(Sniffer.read(file, "ip.src != " + STRANGER, "frame.number")).isEmpty();
    assertThat(first(STRANGER, "request-received").at("/event/kind").asString()).isEqualTo("alert");
  }

  private static void assertLabelled(JsonNode event) {
    assertThat(event.at("/honeypod/expected").asBoolean()).isTrue();
    assertThat(event.at("/event/kind").asString()).isEqualTo("event");
  }

  private static JsonNode first(String source, String action) throws InterruptedException {
    return pod.await(
        action + " of " + source,
        event ->
            event.at("/source/ip").asString("").equals(source)
                && event.at("/event/action").asString().equals(action));
  }

  /** The status of the answer. */
  private static String curl(String source, String path, String... more) {
    var words = new ArrayList<>(List.of("curl", "-s", "-m", "5", "-w", "%{http_code}"));
    words.addAll(List.of("--interface", source, "http://10.77.0.2:9100" + path));
    words.addAll(List.of(more));
    return namespaces.attack(words.toArray(String[]::new)).out();
  }
}
