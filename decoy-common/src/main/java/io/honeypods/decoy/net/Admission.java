package io.honeypods.decoy.net;

import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.event.ShedReason;
import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Who is let in: a cap for all, and for each source a cap and a rate. */
final class Admission {
  private static final long SECOND = 1_000_000_000L;
  private static final int MAX_IDLE_SOURCES = 65_536;

  private final int connections;
  private final int perSource;
  private final int perSourceRate;
  private final LongSupplier nanoTime;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Source> sources = new ConcurrentHashMap<>();

  /** What one source holds, and how many connections it began in the current second. */
  private record Source(int open, long secondBegan, int begun) {}

  Admission(int connections, LimitsConfig limits, LongSupplier nanoTime) {
    this.connections = connections;
    this.perSource = limits.perSource();
    this.perSourceRate = limits.perSourceRate();
    this.nanoTime = nanoTime;
  }

  /** Lets one connection in and returns null, or says why not. */
  @Nullable ShedReason admit(InetAddress source) {
    if (open.incrementAndGet() > connections) {
      open.decrementAndGet();
      return ShedReason.CONNECTIONS;
    }
    var verdict = new Verdict();
    sources.compute(source, (_, held) -> verdict.on(held));
    if (verdict.reason != null) {
      open.decrementAndGet();
    }
    return verdict.reason;
  }

  /** One admitted connection is over. */
  void release(InetAddress source) {
    open.decrementAndGet();
    sources.computeIfPresent(
        source,
        (_, held) ->
            held.open == 1 && isForgettable(held)
                ? null
                : new Source(held.open - 1, held.secondBegan, held.begun));
  }

  /** Forgets sources that hold nothing and began nothing within the last second. */
  void forgetIdle() {
    sources.values().removeIf(held -> held.open == 0 && isForgettable(held));
  }

  int open() {
    return open.get();
  }

  int sources() {
    return sources.size();
  }

  private boolean isForgettable(Source held) {
    return nanoTime.getAsLong() - held.secondBegan >= SECOND || sources.size() > MAX_IDLE_SOURCES;
  }

  /** The decision about one connection, taken while its source's row is locked. */
  private final class Verdict {
    private @Nullable ShedReason reason;

    private Source on(@Nullable Source held) {
      long now = nanoTime.getAsLong();
      Source source = held == null ? new Source(0, now, 0) : held;
      if (now - source.secondBegan >= SECOND) {
        source = new Source(source.open, now, 0);
      }
      if (source.open >= perSource) {
        reason = ShedReason.PER_SOURCE;
      } else if (source.begun >= perSourceRate) {
        reason = ShedReason.PER_SOURCE_RATE;
      } else {
        return new Source(source.open + 1, source.secondBegan, source.begun + 1);
      }
      return source;
    }
  }
}
