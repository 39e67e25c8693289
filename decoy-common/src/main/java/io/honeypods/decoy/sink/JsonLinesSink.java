package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Event.EventsLost;
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.EventKind.Weight;
import io.honeypods.decoy.event.Observation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each observation as one line, from a thread of its own; lines that wait are written
 * together.
 *
 * <p>The queue before it is bounded in number and bytes. When the reader of the stream stalls, low
 * events are given up at seven eighths of the queue and all others when it is full; what was given
 * up is counted by kind and reported as soon as there is room again.
 */
public final class JsonLinesSink implements EventSink {
  private static final Logger LOG = LoggerFactory.getLogger(JsonLinesSink.class);
  private static final int BYTES_PER_SLOT = 1024;

  /** A write takes no further line once it has this many bytes. */
  private static final int WRITE_BYTES = 8192;

  private static final long NAP_NANOS = Duration.ofMillis(1).toNanos();
  private static final int NAPS_BEFORE_SLEEP = 20;
  private static final long SLEEP_NANOS = Duration.ofSeconds(1).toNanos();

  private final LineEncoder encoder;
  private final OutputStream out;
  private final int capacity;
  private final Thread writer;
  private final ConcurrentLinkedQueue<Observation> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicLong queuedBytes = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final EnumMap<EventKind, Long> lost = new EnumMap<>(EventKind.class);
  private volatile @Nullable Consumer<EventsLost> lossReport;
  private volatile @Nullable ObjLongConsumer<EventKind> lossCount;
  private volatile boolean losing;
  private volatile boolean asleep;
  private volatile boolean closing;

  // for the writer's thread: what the next write takes, and whether the last one failed
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * WRITE_BYTES);
  private final List<Observation> taken = new ArrayList<>();
  private final List<Observation> encoded = new ArrayList<>();
  private boolean failing;

  /** Encodes one observation as a line with its line end. */
  @FunctionalInterface
  public interface LineEncoder {
    byte[] encode(Observation observation);
  }

  /** A sink that holds back at most {@code capacity} events of one KiB on average. */
  public JsonLinesSink(OutputStream out, LineEncoder encoder, int capacity) {
    this.out = out;
    this.encoder = encoder;
    this.capacity = capacity;
    this.writer = Thread.ofPlatform().name("event-writer").daemon().start(this::run);
  }

  /** Says who records that events were lost, and who counts them. */
  public void onLoss(Consumer<EventsLost> report, ObjLongConsumer<EventKind> count) {
    lossReport = report;
    lossCount = count;
  }

  @Override
  public void accept(Observation observation) {
    EventKind kind = observation.event().kind();
    if (kind == EventKind.EVENTS_LOST || hasRoom(kind)) {
      queued.incrementAndGet();
      queuedBytes.addAndGet(observation.event().footprint());
      queue.add(observation);
    } else {
      countLost(kind);
    }
    if (asleep) {
      LockSupport.unpark(writer);
    }
  }

  /** Observations that wait to be written. */
  public int queued() {
    return queued.get();
  }

  /** Lines written so far. */
  public long written() {
    return written.get();
  }

  /** Writes what is queued for as long as the grace lasts; false if something was left. */
  public boolean close(Duration grace) throws InterruptedException {
    closing = true;
    LockSupport.unpark(writer);
    return writer.join(grace) && queued() == 0;
  }

  private boolean hasRoom(EventKind kind) {
    int limit = kind.weight() == Weight.LOW ? capacity - capacity / 8 : capacity;
    return queued.get() < limit && queuedBytes.get() < (long) limit * BYTES_PER_SLOT;
  }

  private void run() {
    int naps = 0;
    while (true) {
      if (take()) {
        naps = 0;
        write();
        reportLoss();
      } else if (closing) {
        return;
      } else {
        rest(naps++);
      }
    }
  }

  /** Short naps while events come in, so that no event loop pays for waking this thread. */
  private void rest(int naps) {
    if (naps < NAPS_BEFORE_SLEEP) {
      LockSupport.parkNanos(this, NAP_NANOS);
      return;
    }
    asleep = true;
    if (queued() == 0 && !closing) {
      LockSupport.parkNanos(this, SLEEP_NANOS);
    }
    asleep = false;
  }

  /** Encodes what waits, up to the size of a write; false if nothing waited. */
  private boolean take() {
    Observation next = queue.poll();
    while (next != null) {
      taken.add(next);
      encode(next);
      next = lines.size() < WRITE_BYTES ? queue.poll() : null;
    }
    return !taken.isEmpty();
  }

  private void encode(Observation observation) {
    try {
      lines.writeBytes(encoder.encode(observation));
      encoded.add(observation);
    } catch (RuntimeException e) {
      drop(observation, "event " + observation.id() + " could not be encoded", e);
    }
  }

  private void write() {
    try {
      lines.writeTo(out);
      out.flush();
      written.addAndGet(encoded.size());
      failing = false;
    } catch (IOException e) {
      failing = true;
      encoded.forEach(each -> drop(each, "stdout does not take events: " + e.getMessage(), null));
    }
    taken.forEach(each -> queuedBytes.addAndGet(-each.event().footprint()));
    queued.addAndGet(-taken.size());
    taken.clear();
    encoded.clear();
    lines.reset();
  }

  private void drop(Observation observation, String why, @Nullable RuntimeException fault) {
    boolean first = countLost(observation.event().kind());
    if (observation.event() instanceof EventsLost told) {
      synchronized (lost) {
        lost.remove(EventKind.EVENTS_LOST);
        told.lost().forEach((kind, count) -> lost.merge(kind, count, Long::sum));
      }
    }
    if (first || fault != null) {
      LOG.error(why, fault);
    }
  }

  /** Whether it is the first loss since the last report. */
  private boolean countLost(EventKind kind) {
    ObjLongConsumer<EventKind> count = lossCount;
    if (count != null) {
      count.accept(kind, 1);
    }
    synchronized (lost) {
      losing = true;
      return lost.merge(kind, 1L, Long::sum) == 1L && lost.size() == 1;
    }
  }

  private void reportLoss() {
    Consumer<EventsLost> report = lossReport;
    if (!losing || failing || report == null || queued.get() > capacity / 2) {
      return;
    }
    Map<EventKind, Long> told;
    synchronized (lost) {
      told = Map.copyOf(lost);
      lost.clear();
      losing = false;
    }
    report.accept(new EventsLost(told));
  }
}
