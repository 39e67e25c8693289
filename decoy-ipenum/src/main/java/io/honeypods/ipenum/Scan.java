package io.honeypods.ipenum;

import io.honeypods.ipenum.IpenumConfig.ScanConfig;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ports that one source has tried, and whether that is a scan. Times are in milliseconds. */
final class Scan {
  private static final long SHORTEST_QUIET = 10_000;
  private static final long LONGEST_QUIET = 3_600_000;
  private static final long REPEAT = 60_000;
  private static final int GROWTH = 4;

  private final ScanConfig config;
  private final long begun;
  private final PortSet ports = new PortSet();
  private final PortSet sctpOrUdp = new PortSet();
  private final Set<Tool> tools = EnumSet.noneOf(Tool.class);
  private long[] arrivals = {};
  private long packets;
  private long last;
  private int reportedPorts;
  private long reportedPackets;
  private long reportedAt;
  private boolean fast;

  Scan(ScanConfig config, long now) {
    this.config = config;
    this.begun = now;
    this.last = now;
  }

  /** Counts a probe; true where it makes a scan, or one much larger than was reported. */
  boolean add(int port, boolean tcp, @Nullable Tool madeBy, long now) {
    if (madeBy != null) {
      tools.add(madeBy);
    }
    packets++;
    last = Math.max(last, now);
    boolean fresh = tcp ? ports.add(port) : sctpOrUdp.add(port);
    if (!fresh) {
      return false;
    }
    int count = distinct();
    boolean withinWindow = arrive(count, now);
    if (reportedPorts > 0) {
      return count >= reportedPorts * GROWTH && now - reportedAt >= REPEAT;
    }
    fast = withinWindow;
    return count >= config.ports();
  }

  /** Notes when a new port came; whether the last few came within the window. */
  private boolean arrive(int count, long now) {
    if (count == 1) {
      return false;
    }
    if (arrivals.length == 0) {
      arrivals = new long[config.ports()];
      arrivals[0] = begun;
    }
    int slot = (count - 1) % arrivals.length;
    arrivals[slot] = now;
    int oldest = (slot + 1) % arrivals.length;
    return count >= arrivals.length && now - arrivals[oldest] <= config.window().toMillis();
  }

  void reported(long now) {
    reportedPorts = distinct();
    reportedPackets = packets;
    reportedAt = now;
  }

  boolean isReported() {
    return reportedPorts > 0;
  }

  /** Whether there is more to tell than was reported. */
  boolean hasGrown() {
    return packets > reportedPackets;
  }

  /** Whether nothing came for ten times the pace at which ports came so far. */
  boolean isOver(long now) {
    long each = (last - begun) / Math.max(1, distinct());
    return now - last >= Math.clamp(each * 10, SHORTEST_QUIET, LONGEST_QUIET);
  }

  boolean isFast() {
    return fast;
  }

  int distinct() {
    return ports.size() + sctpOrUdp.size();
  }

  @Nullable String tool() {
    return Tool.text(tools);
  }

  boolean hasSsh() {
    return ports.contains(22);
  }

  long packets() {
    return packets;
  }

  long lasted() {
    return last - begun;
  }

  /** All ports as ranges: those of TCP, and behind {@code udp:} those of UDP and SCTP. */
  String text() {
    String others = sctpOrUdp.size() == 0 ? "" : "udp:" + sctpOrUdp.text();
    String both = ports.size() > 0 && !others.isEmpty() ? "," : "";
    return ports.text() + both + others;
  }

  int wideSets() {
    return (ports.isWide() ? 1 : 0) + (sctpOrUdp.isWide() ? 1 : 0);
  }
}
