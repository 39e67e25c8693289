package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands who say nothing, or next to nothing, beside somebody who wants a page. */
class FloodIT {
  private static final int SILENT = Reactor.isLong() ? 13_000 : 1500;
  private static final int SLOW = Reactor.isLong() ? 5000 : 500;
  private static final int FAT = Reactor.isLong() ? 19_500 : 2000;
  private static final long MOST_KIB = 300 * 1024;
  private static final int HEADS_IN_16_MIB = (16 << 20) / 31_646;
  private static final Duration FILLING = Duration.ofSeconds(50);
  private static final Duration EMPTYING = Duration.ofSeconds(100);

  @Test
  void floodIsHeldAndClosedInTimeWhileVisitorsAreServed() {
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      IntStream.range(0, 500).forEach(_ -> decoys.web().get("/"));
      Memory before = Memory.collected(decoys.pid());
      int port = decoys.port("web.listen");
      var visitor = new FreshVisitor(decoys.web());
      try (visitor;
          Flood silent = Flood.start(port, SILENT, "silent", 1);
          Flood slow = Flood.start(port, SLOW, "drip", 2)) {
        assertThat(silent.await("held", FILLING)).containsExactly((long) SILENT);
        assertThat(slow.await("held", FILLING)).containsExactly((long) SLOW);
        Memory held = Memory.collected(decoys.pid());

        List<Long> silentClosed = silent.await("closed", EMPTYING);
        List<Long> slowClosed = slow.await("closed", EMPTYING);
        Memory after = Memory.collected(decoys.pid());

        report(before, held, after, visitor);
        assertClosedInTime(silentClosed);
        assertClosedInTime(slowClosed);
        assertThat(List.of(before, held, after))
            .allSatisfy(memory -> assertThat(memory.rss()).isLessThan(MOST_KIB));
      }
      assertThat(visitor.failures()).isZero();
      assertThat(visitor.worst()).isLessThan(Duration.ofSeconds(1));
      assertReported(decoys);
    }
  }

  /** What peers hold back has a bound for all of them together. */
  @Test
  void everybodyMayHoldBackTheEndOfALargeRequestUntilItIsTooMuch() {
    try (DecoyProcess decoys = Launch.configured("limits: {unfinished-bytes: 16MiB}").up("web");
        Flood fat = Flood.start(decoys.port("web.listen"), FAT, "fat", 3)) {
      assertThat(fat.await("held", FILLING)).hasSize(1);
      Eventually.assertThatSoon(
          () ->
              assertThat(decoys.metrics().value("decoy_active_sessions{decoy=\"web\"}"))
                  .isBetween(1.0, (double) HEADS_IN_16_MIB));
      Memory held = Memory.of(decoys.pid());
      System.out.printf("%d came with 31 KiB of a head each: %s%n", FAT, held);
      assertThat(held.rss()).isLessThan(MOST_KIB);
      assertThat(decoys.web().get("/").status()).isEqualTo(200);
      Eventually.assertThatSoon(
          () ->
              assertThat(decoys.events("web", "connection-closed"))
                  .filteredOn(
                      closed -> closed.text("event.reason").equals("unfinished-bytes-limit"))
                  .extracting(SeenEvent::session)
                  .hasSizeGreaterThan(FAT - HEADS_IN_16_MIB - 1));
    }
  }

  /** nginx waits 60 s for the head of a request. */
  private static void assertClosedInTime(List<Long> closed) {
    assertThat(closed.get(1)).as("the first to be closed, ms").isGreaterThan(58_000);
    assertThat(closed.get(2)).as("the last to be closed, ms").isLessThan(62_000);
  }

  private static void assertReported(DecoyProcess decoys) {
    decoys.stop();
    List<SeenEvent> timedOut =
        decoys.events("web", "connection-closed").stream()
            .filter(event -> event.text("honeypod.close.reason").equals("timed-out"))
            .toList();
    assertThat(timedOut)
        .hasSize(SILENT + SLOW)
        .extracting(event -> event.number("event.duration") / 1_000_000)
        .allSatisfy(millis -> assertThat(millis).isBetween(59_000L, 62_000L));
    assertThat(decoys.events("web", "connection-shed")).isEmpty();
    assertThat(decoys.events("runtime", "events-lost")).isEmpty();
  }

  private static void report(Memory before, Memory held, Memory after, FreshVisitor visitor) {
    System.out.printf(
        "flood of %d silent and %d slow: worst of %d visits %d ms; before %s, held %s, after %s;"
            + " %d bytes of PSS a connection%n",
        SILENT,
        SLOW,
        visitor.visits(),
        visitor.worst().toMillis(),
        before,
        held,
        after,
        (held.pss() - before.pss()) * 1024 / (SILENT + SLOW));
  }
}
