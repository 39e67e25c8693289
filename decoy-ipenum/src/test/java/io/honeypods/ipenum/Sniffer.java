package io.honeypods.ipenum;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A tcpdump that writes a file, and tshark to read files with. */
final class Sniffer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);

  private final Process process;
  private final Lines said;
  private final Path pcap;

  private Sniffer(Process process, Path pcap) {
    this.process = process;
    this.said = Lines.of(process.getErrorStream());
    this.pcap = pcap;
  }

  /** Starts one, given how to run something where it shall listen; it listens on return. */
  static Sniffer start(List<String> before, String networkInterface, Path pcap)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(before);
    words.addAll(List.of("tcpdump", "--immediate-mode", "-s", "256", "-B", "8192", "-U"));
    words.addAll(List.of("-Z", "root", "-i", networkInterface, "-w", pcap.toString()));
    var sniffer = new Sniffer(new ProcessBuilder(words).start(), pcap);
    assertThat(sniffer.said.await(line -> line.contains("listening on"), PATIENCE)).isNotNull();
    return sniffer;
  }

  /** Ends once a payload was seen so often; whatever came before that is in the file then. */
  void endAfter(String payload, int times) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(payload) < times && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    assertThat(count(payload)).as("%s in %s", payload, pcap).isGreaterThanOrEqualTo(times);
    process.toHandle().destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Ends it, and says how many packets it has lost. */
  long end() throws InterruptedException {
    process.toHandle().destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    String dropped =
        said.all().stream()
            .filter(line -> line.contains("dropped by kernel"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(dropped.replaceAll("[^0-9]", ""));
  }

  private int count(String payload) throws IOException {
    String text = Files.exists(pcap) ? new String(Files.readAllBytes(pcap), ISO_8859_1) : "";
    return text.split(payload, -1).length - 1;
  }

  /** Some fields of the packets that a filter of tshark finds in a file. */
  static List<String> read(Path pcap, String filter, String... fields) {
    var words = new ArrayList<>(List.of("tshark", "-r", pcap.toString(), "-Y", filter));
    words.addAll(List.of("-T", "fields", "-E", "occurrence=f"));
    Stream.of(fields).forEach(field -> words.addAll(List.of("-e", field)));
    return Command.run(words.toArray(String[]::new)).out().lines().toList();
  }
}
