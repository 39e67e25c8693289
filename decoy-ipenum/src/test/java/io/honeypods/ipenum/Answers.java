package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.fail;

import io.honeypods.testkit.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the pod answers to a row of probes, as tshark reads it. */
final class Answers {
  private static final List<String> PROBES =
      List.of(
          "ping -c1 -I 10.77.1.50 10.77.0.2",
          "nmap -n -Pn -sS -p 1-50 -S 10.77.1.51 -e att0 10.77.0.2",
          "nmap -n -Pn -sA -p 22 -S 10.77.1.52 -e att0 10.77.0.2",
          "nmap -n -Pn -sX -p 22 -S 10.77.1.53 -e att0 10.77.0.2",
          "nmap -n -Pn -sU -p 9999 -S 10.77.1.54 -e att0 10.77.0.2",
          "nmap -n -sn -PP --disable-arp-ping -S 10.77.1.55 -e att0 10.77.0.2",
          "nmap -n -Pn -sO -p 47 -S 10.77.1.56 -e att0 10.77.0.2",
          "nmap -6 -n -Pn -sS -p 1-20 -S fd77::57 -e att0 fd77::2");

  private static final String TO_THEM =
      "(ip.dst >= 10.77.1.50 && ip.dst <= 10.77.1.57) || (ipv6.dst == fd77::57 && tcp)";

  private Answers() {}

  /** Each different answer once, without what is random. */
  static List<String> of(Namespaces namespaces, Path pcap) {
    try {
      Process capture =
          new ProcessBuilder(
                  namespaces.besideAttacker(
                      "tcpdump",
                      "--immediate-mode",
                      "-s",
                      "256",
                      "-B",
                      "8192",
                      "-i",
                      "att0",
                      "-U",
                      "-Z",
                      "root",
                      "-w",
                      pcap.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Thread.sleep(1000);
      PROBES.forEach(probe -> namespaces.attack(probe.split(" ", -1)));
      Thread.sleep(1500);
      capture.destroy();
      capture.waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      return fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted");
    }
    return lines(
            pcap,
            TO_THEM,
            "ip.ttl",
            "ip.flags",
            "ip.dsfield",
            "ip.proto",
            "tcp.srcport",
            "tcp.flags",
            "tcp.window_size_value",
            "tcp.options",
            "icmp.type",
            "icmp.code",
            "ipv6.hlim")
        .stream()
        .distinct()
        .sorted()
        .toList();
  }

  /** Some fields of the packets that a filter of tshark finds in a file. */
  static List<String> lines(Path pcap, String filter, String... fields) {
    var words = new ArrayList<>(List.of("tshark", "-r", pcap.toString(), "-Y", filter));
    words.addAll(List.of("-T", "fields", "-E", "occurrence=f"));
    Stream.of(fields).forEach(field -> words.addAll(List.of("-e", field)));
    return Command.run(words.toArray(String[]::new)).out().lines().toList();
  }
}
