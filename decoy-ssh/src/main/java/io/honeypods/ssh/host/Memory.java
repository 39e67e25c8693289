package io.honeypods.ssh.host;

import java.time.Instant;

/** The memory of the node in KiB, which is used a little differently all the time. */
public record Memory(long total, long free, long available, long buffers, long cached) {
  private static final long TOTAL = 8_134_256;

  public static Memory of(Instant now) {
    long drift = now.getEpochSecond() / 3 % 977 * 113;
    return new Memory(TOTAL, 1_203_848 + drift, 5_431_120 + drift, 214_560, 3_987_312);
  }

  public long used() {
    return total - available;
  }

  String meminfo() {
    return line("MemTotal", total)
        + line("MemFree", free)
        + line("MemAvailable", available)
        + line("Buffers", buffers)
        + line("Cached", cached)
        + line("SwapCached", 0)
        + line("Active", 2_914_208)
        + line("Inactive", 2_871_940)
        + line("SwapTotal", 0)
        + line("SwapFree", 0)
        + line("Dirty", 164)
        + line("Shmem", 3_204)
        + line("Slab", 402_116);
  }

  private static String line(String name, long size) {
    return "%-15s %8d kB%n".formatted(name + ":", size);
  }
}
