package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who connects to a decoy of the same process is that decoy's to report, and nobody else's. */
class OpenPortIT {
  @TempDir private Path folder;

  @Test
  void connectionsAreReportedOnce() throws IOException, InterruptedException {
    Tools.require("ip", "bash", "nmap", "ping");
    try (var namespaces = new Namespaces();
        var pod = Pod.start(namespaces, folder, "{mode: raw, tripwires: [2222]}")) {
      // the sensor has run once when it reports this
      namespaces.attack("ping -c1 -I 10.77.1.20 10.77.0.2");
      pod.await("ping", event -> isProbeOf(event, "10.77.1.20"));

      namespaces.attack("bash", "-c", "echo hello >/dev/tcp/10.77.0.2/2222");
      JsonNode closed =
          pod.await(
              "end of the connection",
              event -> event.at("/event/action").asString().equals("connection-closed"));
      inPod(namespaces, "exec 3<>/dev/tcp/127.0.0.1/9100; echo x >&3");
      inPod(namespaces, "exec 3<>/dev/tcp/10.77.0.2/2222; echo x >&3");
      namespaces.attack("nmap -n -Pn -sS -p 2222 -S 10.77.1.22 -e att0 10.77.0.2");
      namespaces.attack("nmap -n -Pn -sT -p 2223,9100 10.77.0.2");
      JsonNode halfOpen = pod.await("half-open", event -> isProbeOf(event, "10.77.1.22"));
      pod.await("connect to a closed port", event -> isProbeOf(event, "10.77.1.10"));
      pod.stop();

      JsonNode sent =
          pod.await(
              "what was sent",
              event -> event.at("/event/action").asString().equals("payload-received"));
      assertThat(sent.at("/destination/port").asInt()).isEqualTo(2222);
      assertThat(sent.at("/honeypod/payload/base64").asString()).isEqualTo("aGVsbG8K"); // hello
      assertThat(closed.at("/source/ip").asString()).isEqualTo("10.77.1.10");
      assertThat(closed.at("/destination/port").asInt()).isEqualTo(2222);
      assertThat(halfOpen.at("/honeypod/probe/ports").asString()).isEqualTo("2222");
      List<JsonNode> connects = pod.probesOf("10.77.1.10");
      assertThat(connects)
          .allMatch(
              event -> event.at("/honeypod/probe/technique").asString().equals("tcp-connect"));
      assertThat(String.join(",", ports(connects))).isIn("2223,9100", "9100,2223");
      assertThat(pod.probesOf("10.77.0.2")).isEmpty();
      assertThat(pod.probesOf("127.0.0.1")).isEmpty();
    }
  }

  private static List<String> ports(List<JsonNode> probes) {
    return probes.stream().map(event -> event.at("/honeypod/probe/ports").asString()).toList();
  }

  private static void inPod(Namespaces namespaces, String script) {
    List<String> words = namespaces.inPod(List.of("bash", "-c", script));
    Command.run(words.toArray(String[]::new));
  }

  private static boolean isProbeOf(JsonNode event, String source) {
    return event.at("/source/ip").asString("").equals(source)
        && event.at("/honeypod/probe").isObject();
  }
}
