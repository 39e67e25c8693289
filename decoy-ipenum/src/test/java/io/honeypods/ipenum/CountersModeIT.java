package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without CAP_NET_RAW the same attacks are counted. */
class CountersModeIT {
  @TempDir private Path folder;

  @Test
  void fallsBackToWhatTheKernelCounts() throws IOException, InterruptedException {
    Tools.require("ip", "ping", "nmap", "setpriv");
    try (var namespaces = new Namespaces();
        var pod =
            Pod.start(
                namespaces,
                folder,
                "{mode: auto}",
                "setpriv",
                "--bounding-set=-net_raw",
                "--inh-caps=-net_raw")) {
      namespaces.attack("ping", "-c", "3", "-i", "0.2", Namespaces.POD4);
      namespaces.attack("nmap", "-n", "-Pn", "-sS", "-p", "1-100", Namespaces.POD4);
      namespaces.attack("nmap", "-n", "-Pn", "-sU", "-p", "53", Namespaces.POD4);

      for (String technique : new String[] {"icmp-echo", "tcp-closed-port", "udp"}) {
        var event =
            pod.await(
                technique,
                seen -> seen.at("/honeypod/probe/technique").asString().equals(technique));
        assertThat(event.at("/rule/name").toString()).contains("honeypod.ip.enum");
        assertThat(event.has("source")).isFalse();
      }
      assertThat(pod.diagnostics()).containsOnlyOnce("CAP_NET_RAW is missing");
    }
  }
}
