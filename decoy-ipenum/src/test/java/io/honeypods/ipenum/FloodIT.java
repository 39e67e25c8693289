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

/** Every packet of a flood is counted: as a probe, or as one that the kernel had no room for. */
class FloodIT {
  @TempDir private Path folder;

  @Test
  void aScanOfAllPortsAndAFloodLoseNothingUnsaid() throws IOException, InterruptedException {
    Tools.require("ip", "masscan", "hping3", "timeout");
    try (var namespaces = new Namespaces()) {
      long arrived;
      try (var pod = Pod.start(namespaces, folder, "{mode: raw, interfaces: [pod0]}")) {
        namespaces.attack(
            ("masscan -i att0 --adapter-ip 10.77.1.10 -p 0-65535 --rate 20000 --wait 1 10.77.0.2"
                    + " --router-mac "
                    + namespaces.podMac())
                .split(" ", -1));
        pod.await("verdict on all ports", FloodIT::isOfAllPorts);
        long before = received(namespaces);
        namespaces.attack(
            "timeout -s KILL 2 hping3 -1 --flood -a 10.77.1.11 10.77.0.2".split(" ", -1));
        Thread.sleep(500);
        arrived = received(namespaces) - before;
      }
      List<JsonNode> events = Pod.eventsIn(folder);

      assertThat(packets(events, "10.77.1.10")).isEqualTo(65_536);
      assertThat(events(events, "10.77.1.10")).isLessThan(10);
      assertThat(packets(events, "10.77.1.11") + lost(events))
          .isBetween(arrived - 50, arrived); // neighbour discovery arrives too
      assertThat(events(events, "10.77.1.11")).isLessThan(10);
    }
  }

  private static boolean isOfAllPorts(JsonNode event) {
    return event.at("/honeypod/distinct_ports").asInt() == 65_536;
  }

  private static long received(Namespaces namespaces) {
    var words = namespaces.inPod(List.of("cat", "/sys/class/net/pod0/statistics/rx_packets"));
    return Long.parseLong(Command.run(words.toArray(String[]::new)).out().strip());
  }

  private static long events(List<JsonNode> events, String source) {
    return events.stream().filter(event -> isOf(event, source)).count();
  }

  private static long packets(List<JsonNode> events, String source) {
    return events.stream()
        .filter(event -> isOf(event, source))
        .mapToLong(event -> event.at("/honeypod/probe/packets").asLong(0))
        .sum();
  }

  private static long lost(List<JsonNode> events) {
    return events.stream()
        .map(event -> event.at("/honeypod/probe"))
        .filter(probe -> probe.at("/technique").asString("").equals("lost-by-kernel"))
        .mapToLong(probe -> probe.at("/packets").asLong())
        .sum();
  }

  private static boolean isOf(JsonNode event, String source) {
    return event.at("/source/ip").asString("").equals(source);
  }
}
