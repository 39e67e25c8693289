package io.honeypods.ssh.host;

import java.time.Instant;
import java.util.Locale;

/** The load averages, which drift. */
public record Load(double one, double five, double fifteen) {
  public static Load of(Instant now) {
    long minute = now.getEpochSecond() / 5;
    return new Load(wave(minute, 37), wave(minute / 4, 53), wave(minute / 12, 71));
  }

  private static double wave(long at, int period) {
    double turn = (at % period) * 2 * Math.PI / period;
    return 0.19 + 0.11 * Math.sin(turn);
  }

  /** As {@code /proc/loadavg} has them. */
  public String spaced() {
    return String.format(Locale.ROOT, "%.2f %.2f %.2f", one, five, fifteen);
  }
}
