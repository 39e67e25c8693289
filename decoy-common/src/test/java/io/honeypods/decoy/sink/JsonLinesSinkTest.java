package io.honeypods.decoy.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionOpened;
import io.honeypods.decoy.event.Event.EventsLost;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.event.Payload;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JsonLinesSinkTest {
  private static final int CAPACITY = 64;
  private static final int LOW_LIMIT = CAPACITY - CAPACITY / 8;
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Event LOW = new ConnectionOpened(null, null);
  private static final Event HIGH = new PayloadReceived(Payload.EMPTY);

  private final ValveStream out = new ValveStream();
  private final EnumMap<EventKind, Long> counted = new EnumMap<>(EventKind.class);
  private final JsonLinesSink sink = sink(out);
  private final Recorder recorder =
      new Recorder(InstantSource.fixed(Samples.TIME), "b0a1c2d3e4f50617", sink);

  JsonLinesSinkTest() {
    sink.onLoss(
        lost -> recorder.state("runtime", lost),
        (kind, count) -> counted.merge(kind, count, Long::sum));
  }

  @AfterEach
  void close() throws InterruptedException {
    out.open();
    sink.close(GRACE);
  }

  @Test
  void eachEventIsOneLineInOrder() throws InterruptedException {
    out.open();
    record(HIGH, 50);
    assertThat(sink.close(GRACE)).isTrue();
    assertThat(out.lines())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 50).mapToObj(i -> i + " payload-received").toList());
    assertThat(sink.written()).isEqualTo(50);
    assertThat(sink.queued()).isZero();
  }

  @Test
  void linesThatWaitAreWrittenTogether() throws InterruptedException {
    stall();
    record(HIGH, 20);
    out.open();
    assertThat(sink.close(GRACE)).isTrue();
    assertThat(out.linesOfEachWrite()).containsExactly(1L, 20L);
  }

  @Test
  void aWriteTakesNoLineMoreOnceItIsFull() throws InterruptedException {
    byte[] line = "x".repeat(3_000).concat("\n").getBytes(UTF_8);
    var large = new JsonLinesSink(out, _ -> line, CAPACITY);
    large.accept(Samples.observation(HIGH));
    out.awaitWriter();
    for (int i = 0; i < 7; i++) {
      large.accept(Samples.observation(HIGH));
    }
    out.open();
    assertThat(large.close(GRACE)).isTrue();
    assertThat(out.linesOfEachWrite()).containsExactly(1L, 3L, 3L, 1L);
  }

  @Test
  void aStalledReaderCostsLowEventsAtSevenEighths() {
    stall();
    record(LOW, CAPACITY);
    assertThat(sink.queued()).isBetween(LOW_LIMIT, LOW_LIMIT + 1);
    assertThat(counted).containsOnlyKeys(EventKind.CONNECTION_OPENED);
    record(HIGH, 1);
    assertThat(counted).containsOnlyKeys(EventKind.CONNECTION_OPENED);
  }

  @Test
  void aStalledReaderCostsHighEventsWhenTheQueueIsFull() {
    stall();
    record(HIGH, CAPACITY + 10);
    assertThat(sink.queued()).isBetween(CAPACITY, CAPACITY + 1);
    assertThat(counted).containsOnlyKeys(EventKind.PAYLOAD_RECEIVED);
  }

  @Test
  void largeEventsFillTheQueueSooner() {
    stall();
    var large = new PayloadReceived(Payload.of(Bytes.of(new byte[Payload.LIMIT])));
    record(large, CAPACITY);
    assertThat(sink.queued()).isLessThan(CAPACITY / 2 + 2);
    assertThat(counted).containsOnlyKeys(EventKind.PAYLOAD_RECEIVED);
  }

  @Test
  void lossIsReportedByKindOnceThereIsRoom() throws InterruptedException {
    stall();
    record(LOW, CAPACITY);
    record(HIGH, CAPACITY);
    record(new ConnectionClosed(CloseReason.IDLE, Duration.ZERO, 0, 0), 5);
    var lost = Map.copyOf(counted);
    out.open();
    out.awaitLine("events-lost");
    assertThat(lost.get(EventKind.CONNECTION_CLOSED)).isEqualTo(5);
    assertThat(out.lines().stream().filter(line -> line.contains("events-lost")))
        .singleElement()
        .asString()
        .endsWith(" " + new EventsLost(lost).lost().values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void theSequenceShowsTheGap() throws InterruptedException {
    stall();
    record(HIGH, CAPACITY * 2);
    long lost = counted.values().stream().mapToLong(n -> n).sum();
    out.open();
    out.awaitLine("events-lost");
    List<Long> sequence = out.lines().stream().map(JsonLinesSinkTest::sequence).toList();
    assertThat(sequence).isSorted().doesNotHaveDuplicates();
    assertThat(sequence.getLast() - sequence.size()).isEqualTo(lost);
  }

  @Test
  void aFailedWriteIsCountedAndReportedAfterTheNextGoodOne() throws InterruptedException {
    out.open();
    out.failing(true);
    record(HIGH, 3);
    out.awaitFailures(3);
    out.failing(false);
    record(HIGH, 1);
    out.awaitLine("events-lost");
    assertThat(out.lines()).containsExactly("4 payload-received", "5 events-lost 3");
    assertThat(counted).isEqualTo(Map.of(EventKind.PAYLOAD_RECEIVED, 3L));
  }

  @Test
  void aStreamThatIsGoneForGoodDoesNotKeepTheWriterBusy() throws InterruptedException {
    out.open();
    out.failing(true);
    record(HIGH, 3);
    assertThat(sink.close(GRACE)).isTrue();
    assertThat(out.failures()).isEqualTo(3);
    assertThat(sink.written()).isZero();
  }

  @Test
  void anEventThatCannotBeEncodedCostsNoOther() throws InterruptedException {
    out.open();
    var broken = new JsonLinesSink(out, JsonLinesSinkTest::refuseLow, CAPACITY);
    broken.accept(Samples.observation(LOW));
    broken.accept(Samples.observation(HIGH));
    assertThat(broken.close(GRACE)).isTrue();
    assertThat(broken.written()).isEqualTo(1);
  }

  @Test
  void closingGivesUpAfterTheGrace() throws InterruptedException {
    stall();
    record(HIGH, 10);
    assertThat(sink.close(Duration.ofMillis(50))).isFalse();
  }

  @Test
  void closingWritesWhatIsQueued() throws InterruptedException {
    stall();
    record(HIGH, CAPACITY);
    Thread.ofVirtual().start(out::open);
    assertThat(sink.close(GRACE)).isTrue();
    assertThat(out.lines()).hasSizeGreaterThanOrEqualTo(CAPACITY);
  }

  /** Records one event and waits until the writer is stuck with it. */
  private void stall() {
    record(HIGH, 1);
    out.awaitWriter();
  }

  private void record(Event event, int times) {
    IntStream.range(0, times).forEach(_ -> recorder.state("web", event));
  }

  private static JsonLinesSink sink(OutputStream out) {
    return new JsonLinesSink(out, JsonLinesSinkTest::line, CAPACITY);
  }

  private static byte[] refuseLow(Observation seen) {
    if (seen.event().equals(LOW)) {
      throw new IllegalStateException("made to fail");
    }
    return line(seen);
  }

  private static byte[] line(Observation seen) {
    String total =
        seen.event() instanceof EventsLost lost
            ? " " + lost.lost().values().stream().mapToLong(n -> n).sum()
            : "";
    return (seen.sequence() + " " + seen.event().kind().id() + total + "\n").getBytes(UTF_8);
  }

  private static long sequence(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }
}
