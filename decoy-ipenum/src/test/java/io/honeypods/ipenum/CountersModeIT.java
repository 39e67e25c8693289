package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Without CAP_NET_RAW the same attacks are counted. */
class CountersModeIT {
  private static final List<String> WITHOUT_NET_RAW =
      List.of("setpriv", "--bounding-set=-net_raw", "--inh-caps=-net_raw");
  private static final List<String> AS_NOBODY =
      List.of(
          "setpriv",
          "--reuid=65532",
          "--regid=65532",
          "--clear-groups",
          "--no-new-privs",
          "--bounding-set=-all",
          "--inh-caps=-all");

  @TempDir private Path folder;

  @Test
  void rootWithoutTheCapabilityCounts() throws IOException, InterruptedException {
    counts(WITHOUT_NET_RAW, System.getProperty("java.class.path"));
  }

  @Test
  void anOrdinaryUserCounts() throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    counts(AS_NOBODY, readableByAnybody());
  }

  @Test
  void visitsOfItsOwnPortAreNotCounted() throws IOException, InterruptedException {
    Tools.require("ip", "env", "curl", "nmap", "ping");
    String classPath = System.getProperty("java.class.path");
    List<String> open = List.of("env", "DECOY_ADMIN_LISTEN=0.0.0.0:9100");
    try (var namespaces = new Namespaces();
        var pod = Pod.start(namespaces, folder, "{mode: counters}", classPath, open)) {
      for (int i = 0; i < 5; i++) {
        assertThat(namespaces.attack("curl -s -m 5 http://10.77.0.2:9100/metrics").exit()).isZero();
        // which connects, and resets what it has connected
        namespaces.attack("nmap -n -Pn -sT -p 9100 10.77.0.2");
      }
      namespaces.attack("ping -c 1 10.77.0.2");
      pod.await("ping", event -> isOf(event, "icmp-echo"));
      pod.stop();

      assertThat(pod.events()).noneMatch(event -> isOf(event, "tcp-closed-port"));
      assertThat(pod.events()).noneMatch(event -> isOf(event, "tcp-half-open"));
      assertThat(pod.events())
          .anyMatch(event -> event.at("/event/dataset").asString("").equals("honeypods.admin"));
    }
  }

  private void counts(List<String> before, String classPath)
      throws IOException, InterruptedException {
    Tools.require("ip", "ping", "nmap", "setpriv");
    try (var namespaces = new Namespaces()) {
      List<JsonNode> events;
      try (var pod = Pod.start(namespaces, folder, "{mode: auto}", classPath, before)) {
        namespaces.attack("ping -c 3 -i 0.2 10.77.0.2");
        namespaces.attack("ping -c 2 -i 0.2 fd77::2");
        namespaces.attack("nmap -n -Pn -sS -p 1-100 10.77.0.2");
        namespaces.attack("nmap -n -Pn -sX -p 1-10 10.77.0.2");
        namespaces.attack("nmap -n -Pn -sU -p 53 10.77.0.2");
        namespaces.attack("nmap -n -Pn -sO -p 47 10.77.0.2");
        namespaces.attack("nmap -n -sn -PP --disable-arp-ping 10.77.0.2");
        pod.await("last", event -> isOf(event, "icmp-timestamp"));
        pod.stop();
        events = pod.events();
        assertThat(pod.diagnostics()).containsOnlyOnce("CAP_NET_RAW is missing");
      }

      assertThat(packets(events, "icmp-echo")).isEqualTo(5);
      assertThat(packets(events, "tcp-closed-port")).isGreaterThanOrEqualTo(110);
      assertThat(packets(events, "udp")).isPositive();
      assertThat(packets(events, "ip-protocol")).isPositive();
      assertThat(packets(events, "icmp-timestamp")).isPositive();
    }
  }

  private static long packets(List<JsonNode> events, String technique) {
    long packets = 0;
    for (JsonNode event : events) {
      if (isOf(event, technique)) {
        assertThat(event.at("/rule/name").toString()).contains("honeypod.ip.enum");
        assertThat(event.has("source")).isFalse();
        packets += event.at("/honeypod/probe/packets").asLong();
      }
    }
    return packets;
  }

  private static boolean isOf(JsonNode event, String technique) {
    return event.at("/honeypod/probe/technique").asString("").equals(technique);
  }

  /** The class path where others than root can read it, who have no way into root's home. */
  private String readableByAnybody() throws IOException {
    var copies = new ArrayList<Path>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path from = Path.of(entry);
      Path to = folder.resolve("classpath").resolve(copies.size() + "-" + from.getFileName());
      if (Files.isDirectory(from)) {
        copy(from, to);
        copies.add(to);
      } else if (Files.isRegularFile(from)) {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        copies.add(to);
      }
    }
    return copies.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
