package io.honeypods.benchmarks;

import io.honeypods.decoy.config.CredentialsMode;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.sink.EcsLine;
import io.honeypods.decoy.sink.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one request event takes to become a line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EcsLineBenchmark {
  private final EcsLine line =
      new EcsLine(
          new Origin("0.1", "ops-console", "shop", "console-0", "10.244.2.9", "node-1", Map.of()),
          Map.of("web", "nginx"),
          CredentialsMode.PLAIN,
          new byte[32]);

  private final Observation observation = observation();

  @Benchmark
  public byte[] encode() {
    return line.encode(observation);
  }

  private static Observation observation() {
    var subject = SampleRequest.subject();
    return new Observation(
        Instant.parse("2026-11-22T04:00:00.123456Z"),
        1,
        "e0623b6b1387eccd-1",
        subject.decoy(),
        subject.alerts(),
        subject.session(),
        subject.flow(),
        subject.expected(),
        SampleRequest.event());
  }
}
