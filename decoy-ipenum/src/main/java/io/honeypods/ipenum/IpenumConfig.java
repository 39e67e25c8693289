package io.honeypods.ipenum;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The silent pod: section {@code ipenum}. */
public record IpenumConfig(
    @Setting(
            value =
                "How probes are seen: `raw` reads packets and needs CAP_NET_RAW, `counters` reads"
                    + " what the kernel counts, `auto` takes the best that is allowed.",
            fallback = "auto")
        Mode mode,
    @Setting(
            value = "The interfaces to watch; an empty list means all but the loopback.",
            fallback = "[]")
        List<String> interfaces,
    @Setting(
            value =
                "TCP ports that accept, say nothing and record what is sent: an open port is no"
                    + " silence.",
            fallback = "[]")
        List<String> tripwires,
    @Setting("When probes are a scan.") ScanConfig scan,
    @Setting(
            value = "Sources remembered at once; beyond, the one that was quiet longest goes.",
            fallback = "65536",
            min = 16,
            max = 1_000_000)
        int sources,
    @Setting(
            value =
                "The buffer that the kernel fills with packets; no part of the container's limit.",
            fallback = "32MiB",
            min = 1 << 20,
            max = 1 << 28)
        ByteSize ring,
    @Setting(
            value = "A directory to keep the latest packets in, as pcapng files.",
            fallback = Setting.NONE)
        @Nullable Path capture,
    @Setting(
            value = "What all of these files take together.",
            fallback = "32MiB",
            min = 1 << 16,
            max = 1L << 36)
        ByteSize captureSize) {
  private static final int MOST_INTERFACES = 16;
  private static final int MOST_TRIPWIRES = 64;

  public IpenumConfig {
    interfaces = List.copyOf(interfaces);
    tripwires = List.copyOf(tripwires);
    atMost("interfaces", interfaces.size(), MOST_INTERFACES);
    atMost("tripwires", tripwires.size(), MOST_TRIPWIRES);
    tripwires.forEach(IpenumConfig::port);
  }

  /** The tripwires as numbers. */
  List<Integer> tripwirePorts() {
    return tripwires.stream().map(IpenumConfig::port).toList();
  }

  private static int port(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = digits && text.length() <= 5 ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("tripwire " + text + " (expected a port, 1 to 65535)");
    }
    return port;
  }

  private static void atMost(String what, int count, int limit) {
    if (count > limit) {
      throw new IllegalArgumentException(count + " " + what + " (expected at most " + limit + ")");
    }
  }

  /** How probes are seen. */
  public enum Mode {
    AUTO,
    RAW,
    COUNTERS
  }

  /** When probes are a scan: section {@code ipenum.scan}. */
  public record ScanConfig(
      @Setting(
              value = "Distinct ports that one source may try before it scans.",
              fallback = "10",
              min = 2,
              max = 1000)
          int ports,
      @Setting(
              value = "The time that these take at most; more slowly, it is a slow scan.",
              fallback = "60s",
              min = 1000,
              max = 86_400_000)
          Duration window) {}
}
