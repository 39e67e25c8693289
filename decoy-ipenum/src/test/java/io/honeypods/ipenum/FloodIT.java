package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every packet of a flood is counted: as a probe, or as one that the kernel had no room for. */
class FloodIT {
  private static final String ALL_PORTS =
      "timeout -s KILL 30 masscan -i att0 --adapter-ip 10.77.1.10 -p 0-65535 --rate 20000 --wait 1"
          + " --router-mac MAC 10.77.0.2";

  /** Of what arrives, a little is neighbour discovery. */
  private static final long NEIGHBOURS = 50;

  @TempDir private Path folder;

  @Test
  void aScanOfAllPortsAndAFloodLoseNothingUnsaid() throws IOException, InterruptedException {
    Tools.require("ip", "masscan", "hping3", "timeout", "ping");
    try (var namespaces = new Namespaces();
        var pod = Pod.start(namespaces, folder, "{mode: raw, interfaces: [pod0]}")) {
      namespaces.attack(ALL_PORTS);
      pod.await(
          "verdict on all ports", event -> event.at("/honeypod/distinct_ports").asInt(0) == 65_536);
      long before = namespaces.received();
      namespaces.attack("timeout -s KILL 2 hping3 -1 --flood -a 10.77.1.11 10.77.0.2");
      long flood = namespaces.received() - before;
      namespaces.attack("ping -c1 -I 10.77.1.12 10.77.0.2");
      pod.await("last", event -> event.at("/source/ip").asString("").equals("10.77.1.12"));
      pod.stop();
      List<JsonNode> events = pod.events();

      assertThat(Sums.packets(events, "10.77.1.10")).isEqualTo(65_536);
      assertThat(Sums.of(events, "10.77.1.10")).hasSizeLessThan(10);
      assertThat(Sums.packets(events, "10.77.1.11") + Sums.lost(events))
          .isBetween(flood - NEIGHBOURS, flood);
      assertThat(Sums.of(events, "10.77.1.11")).hasSizeLessThan(10);
    }
  }
}
