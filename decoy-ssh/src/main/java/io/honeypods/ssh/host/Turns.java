package io.honeypods.ssh.host;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order and for how long the strands of a machine run, and how much work that may be. */
final class Turns {
  private static final int SLICE = 4000;
  private static final long MAX_STEPS = 6_000_000;
  private static final Duration REST = Duration.ofMillis(12);

  private final Host host;
  private final List<Strand> strands;
  private long steps;
  private int slice;
  private boolean exhausted;
  private boolean counted;

  Turns(Host host, List<Strand> strands) {
    this.host = host;
    this.strands = strands;
  }

  /** Lets all that can go on run for a slice; whether more is to be done. */
  boolean take() {
    slice = SLICE;
    exhausted = false;
    boolean went = true;
    while (went && !exhausted) {
      went = false;
      for (Strand strand : List.copyOf(strands)) {
        if (!exhausted && strand.isReady()) {
          went = true;
          strand.resume();
        }
      }
      strands.removeIf(Strand::isOver);
    }
    return exhausted;
  }

  /** How long to wait before the next slice; null for ever. */
  @Nullable Duration rest(boolean busy) {
    host.busy(busy, counted);
    counted = busy;
    return busy ? REST.multipliedBy(host.load()) : untilFirst();
  }

  private @Nullable Duration untilFirst() {
    Instant first = null;
    for (Strand strand : strands) {
      Instant wakes = strand.wakesAt();
      if (wakes != null && (first == null || wakes.isBefore(first))) {
        first = wakes;
      }
    }
    if (first == null) {
      return null;
    }
    Duration wait = Duration.between(host.clock().instant(), first);
    return wait.isPositive() ? wait.plusMillis(1) : Duration.ofMillis(1);
  }

  /** Counts steps; true once the slice is over. */
  boolean spend(int count) {
    steps += count;
    slice -= count;
    exhausted |= slice <= 0;
    if (steps > MAX_STEPS) {
      strands.forEach(each -> each.signal(Killed.KILL));
    }
    return exhausted;
  }

  /** Ends all strands. */
  void end(int rounds) {
    strands.forEach(each -> each.signal(Killed.KILL));
    for (int i = 0; i < rounds && !strands.isEmpty(); i++) {
      slice = SLICE;
      List.copyOf(strands).forEach(Strand::resume);
      strands.removeIf(Strand::isOver);
    }
    host.busy(false, counted);
    counted = false;
  }
}
