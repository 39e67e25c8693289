package io.honeypods.benchmarks;

import io.honeypods.decoy.config.CredentialsMode;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.sink.EcsLine;
import io.honeypods.decoy.sink.JsonLinesSink;
import io.honeypods.decoy.sink.Origin;
import io.honeypods.decoy.sink.Recorder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records events as fast as stdout takes them, for some seconds, and says on stderr how many a
 * second were written and how many were lost.
 */
final class EventPipe {
  private static final int QUEUE = 16_384;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(5);

  private EventPipe() {}

  public static void main(String[] arguments) throws InterruptedException {
    var line =
        new EcsLine(
            new Origin("0.1", "ops-console", null, null, null, null, Map.of()),
            Map.of("web", "nginx"),
            CredentialsMode.PLAIN,
            new byte[32]);
    var sink = new JsonLinesSink(new FileOutputStream(FileDescriptor.out), line, QUEUE);
    var lost = new AtomicLong();
    var recorder = new Recorder(InstantSource.system(), "benchmark", sink);
    sink.onLoss(told -> recorder.state("runtime", told), (_, count) -> lost.addAndGet(count));
    record(recorder, sink, WARM_UP);
    long before = sink.written();
    long began = System.nanoTime();
    record(recorder, sink, MEASURED);
    double seconds = (System.nanoTime() - began) / 1e9;
    long written = sink.written() - before;
    boolean flushed = sink.close(Duration.ofSeconds(5));
    System.err.printf(
        "events/s %.0f, lost %d, all written %b%n", written / seconds, lost.get(), flushed);
  }

  private static void record(Recorder recorder, JsonLinesSink sink, Duration time) {
    var subject = SampleRequest.subject();
    Event event = SampleRequest.event();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      if (sink.queued() < QUEUE / 2) {
        recorder.saw(subject, event);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
