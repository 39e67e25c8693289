package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Event.EventsLost;
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.EventKind.Weight;
import io.honeypods.decoy.event.Observation;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each observation as one line by one write, from a thread of its own.
 *
 * <p>The queue before it is bounded in number and bytes. When the reader of the stream stalls, low
 * events are given up at seven eighths of the queue and all others when it is full; what was given
 * up is counted by kind and reported as soon as there is room again.
 */
public final class JsonLinesSink implements EventSink {
  private static final Logger LOG = LoggerFactory.getLogger(JsonLinesSink.class);
  private static final int BYTES_PER_SLOT = 1024;
  private static final int BATCH = 256;
  private static final long NAP_NANOS = Duration.ofMillis(1).toNanos();
  private static final int NAPS_BEFORE_SLEEP = 20;
  private static final long SLEEP_NANOS = Duration.ofSeconds(1).toNanos();

  private final LineEncoder encoder;
  private final OutputStream out;
  private final int capacity;
  private final Thread writer;
  private final Object lock = new Object();
  private final ArrayDeque<Observation> queue = new ArrayDeque<>();
  private final EnumMap<EventKind, Long> lost = new EnumMap<>(EventKind.class);
  private final AtomicLong written = new AtomicLong();
  private volatile @Nullable Consumer<EventsLost> lossReport;
  private volatile @Nullable ObjLongConsumer<EventKind> lossCount;
  private volatile boolean asleep;
  private volatile boolean closing;
  private long queuedBytes;

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
    boolean taken;
    synchronized (lock) {
      taken = kind == EventKind.EVENTS_LOST || hasRoom(kind);
      if (taken) {
        queue.add(observation);
        queuedBytes += observation.event().footprint();
      } else {
        lost.merge(kind, 1L, Long::sum);
      }
    }
    ObjLongConsumer<EventKind> count = lossCount;
    if (!taken && count != null) {
      count.accept(kind, 1);
    }
    if (asleep) {
      LockSupport.unpark(writer);
    }
  }

  /** Observations that wait to be written. */
  public int queued() {
    synchronized (lock) {
      return queue.size();
    }
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
    return queue.size() < limit && queuedBytes < (long) limit * BYTES_PER_SLOT;
  }

  private void run() {
    var batch = new ArrayList<Observation>(BATCH);
    int naps = 0;
    while (true) {
      take(batch);
      if (batch.isEmpty()) {
        if (closing) {
          return;
        }
        rest(naps++);
      } else {
        naps = 0;
        batch.forEach(this::write);
        batch.clear();
        reportLoss();
      }
    }
  }

  private void take(List<Observation> batch) {
    synchronized (lock) {
      while (batch.size() < BATCH && !queue.isEmpty()) {
        Observation next = queue.remove();
        queuedBytes -= next.event().footprint();
        batch.add(next);
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

  private void write(Observation observation) {
    try {
      out.write(encoder.encode(observation));
      out.flush();
      written.incrementAndGet();
    } catch (IOException e) {
      drop(observation, "stdout does not take events: " + e.getMessage(), null);
    } catch (RuntimeException e) {
      drop(observation, "event " + observation.id() + " could not be encoded", e);
    }
  }

  private void drop(Observation observation, String why, @Nullable RuntimeException fault) {
    EventKind kind = observation.event().kind();
    boolean first;
    synchronized (lock) {
      first = lost.isEmpty();
      lost.merge(kind, 1L, Long::sum);
    }
    ObjLongConsumer<EventKind> count = lossCount;
    if (count != null) {
      count.accept(kind, 1);
    }
    if (first || fault != null) {
      LOG.error(why, fault);
    }
  }

  private void reportLoss() {
    Consumer<EventsLost> report = lossReport;
    Map<EventKind, Long> told;
    synchronized (lock) {
      if (report == null || lost.isEmpty() || queue.size() > capacity / 2) {
        return;
      }
      told = Map.copyOf(lost);
      lost.clear();
    }
    report.accept(new EventsLost(told));
  }
}
