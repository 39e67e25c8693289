package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs scanners beside the attacker, each from an address of its own, and finds what is said. */
final class Scanners {
  private static final String NMAP = "nmap -n -Pn -S SOURCE -e att0 ";

  /** It sends at once, and then sometimes takes minutes to end. */
  private static final String MASSCAN =
      "timeout -s KILL 3 masscan -i att0 --adapter-ip SOURCE --router-mac MAC --wait 0 ";

  private static final String MASSCAN6 =
      "timeout -s KILL 3 masscan -i att0 --adapter-ip SOURCE --router-mac-ipv6 MAC --wait 0 --range"
          + " POD ";
  private static final String ZMAP = "zmap -i att0 -G MAC -S SOURCE -c 0 -b /dev/null ";

  private final Namespaces namespaces;
  private final Pod pod;

  Scanners(Namespaces namespaces, Pod pod) {
    this.namespaces = namespaces;
    this.pod = pod;
  }

  /** Runs what is written with {@code NMAP}, {@code SOURCE} and so on. */
  void attack(String command, String source, String target) {
    namespaces.attack(
        command
            .replace("NMAP ", NMAP)
            .replace("MASSCAN6 ", MASSCAN6)
            .replace("MASSCAN ", MASSCAN)
            .replace("ZMAP ", ZMAP)
            .replace("SOURCE", source)
            .replace("POD", target));
  }

  /** Finds a probe of a source, by a tool or by none that could be recognised. */
  void seen(String source, String technique, @Nullable String tool) throws InterruptedException {
    JsonNode probe =
        pod.await(
            technique + " of " + source,
            event ->
                event.at("/source/ip").asString("").equals(source)
                    && event.at("/honeypod/probe/technique").asString("").equals(technique));
    assertThat(probe.at("/rule/name").toString()).contains("honeypod.ip.enum");
    assertThat(probe.at("/threat/technique/id").toString()).contains("T1018", "T1046");
    String named = probe.at("/honeypod/tool").asString("");
    if (tool == null) {
      assertThat(named).isEmpty();
    } else {
      assertThat(named.split(",", -1)).contains(tool);
    }
  }
}
