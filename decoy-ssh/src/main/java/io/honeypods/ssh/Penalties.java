package io.honeypods.ssh;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which sources are refused because of what they did: PerSourcePenalties with its defaults. */
final class Penalties {
  private static final Duration ENFORCED_FROM = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MAX_SOURCES = 65_536;

  private final Map<InetAddress, Penalty> sources =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Penalty> eldest) {
          return size() > MAX_SOURCES;
        }
      };

  private record Penalty(Instant until, boolean enforced) {}

  /** What a source is punished for. */
  enum Offence {
    NO_LOGIN(1),
    FAILED_LOGIN(5),
    GRACE_EXCEEDED(10);

    private final Duration penalty;

    Offence(int seconds) {
      this.penalty = Duration.ofSeconds(seconds);
    }
  }

  synchronized void punish(InetAddress source, Offence offence, Instant now) {
    Penalty before = sources.get(source);
    Penalty held = before == null || before.until.isBefore(now) ? new Penalty(now, false) : before;
    Instant until = held.until.plus(offence.penalty);
    Instant latest = now.plus(LONGEST);
    until = until.isAfter(latest) ? latest : until;
    boolean enforced = held.enforced || until.isAfter(now.plus(ENFORCED_FROM));
    sources.put(source, new Penalty(until, enforced));
  }

  synchronized boolean isRefused(InetAddress source, Instant now) {
    Penalty penalty = sources.get(source);
    return penalty != null && penalty.enforced && penalty.until.isAfter(now);
  }
}
