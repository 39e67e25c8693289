package io.honeypods.decoy.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionOpened;
import io.honeypods.decoy.event.Event.ConnectionShed;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.ShedReason;
import io.honeypods.decoy.event.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsSinkTest {
  private static final String OPENMETRICS = "application/openmetrics-text; version=1.0.0";
  private static final String PLAIN = "text/plain";

  private Instant now = Samples.TIME;

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, OPENMETRICS})
  void everySeriesStandsAtZeroFromTheStart(String accept) {
    List<String> counters =
        sink(10)
            .scrape(accept)
            .lines()
            .filter(line -> line.matches("decoy_.*_total[{ ].*"))
            .toList();
    assertThat(counters).hasSizeGreaterThan(60).allMatch(line -> line.endsWith(" 0.0"));
    assertThat(counters.toString())
        .contains("decoy_connections_total{decoy=\"web\"}")
        .contains("decoy_sources_dropped_total");
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void everyKindHasItsSeries(EventKind kind) {
    String scrape = sink(10).scrape(PLAIN);
    assertThat(value(scrape, events(kind, "honeypod.fake.svc"))).isZero();
    assertThat(value(scrape, events(kind, ""))).isZero();
    assertThat(value(scrape, "decoy_events_lost_total{event=\"" + kind.id() + "\"}")).isZero();
  }

  @Test
  void visitsOfExpectedSourcesRaiseNoAlert() {
    MetricsSink sink = sink(10);
    see(sink, "10.244.1.7", true);
    String scrape = sink.scrape(PLAIN);
    assertThat(value(scrape, events(EventKind.CONNECTION_OPENED, ""))).isEqualTo(1);
    assertThat(value(scrape, events(EventKind.CONNECTION_OPENED, "honeypod.fake.svc"))).isZero();
  }

  @Test
  void everyKindIsCountedOnce() {
    MetricsSink sink = sink(10);
    Samples.all().forEach(event -> see(sink, event));
    String scrape = sink.scrape(PLAIN);
    for (Event event : Samples.all()) {
      var seen = Samples.observation(event);
      String alert = seen.alerts().isEmpty() ? "" : seen.alerts().getFirst().id();
      String series = events(event.kind(), alert).replace("\"web\"", "\"" + seen.decoy() + "\"");
      assertThat(value(scrape, series)).as(series).isEqualTo(1);
    }
  }

  @Test
  void connectionsAreFollowed() {
    MetricsSink sink = sink(10);
    see(sink, new ConnectionOpened(null, null));
    see(sink, new ConnectionOpened(null, null));
    see(sink, new ConnectionClosed(CloseReason.IDLE, Duration.ofMillis(1500), 412, 5301));
    String scrape = sink.scrape(PLAIN);
    assertThat(value(scrape, "decoy_connections_total{decoy=\"web\"}")).isEqualTo(2);
    assertThat(value(scrape, "decoy_active_sessions{decoy=\"web\"}")).isEqualTo(1);
    assertThat(value(scrape, "decoy_received_bytes_total{decoy=\"web\"}")).isEqualTo(412);
    assertThat(value(scrape, "decoy_sent_bytes_total{decoy=\"web\"}")).isEqualTo(5301);
    assertThat(value(scrape, "decoy_session_duration_seconds_sum{decoy=\"web\"}")).isEqualTo(1.5);
    assertThat(value(scrape, "decoy_session_duration_seconds_bucket{decoy=\"web\",le=\"1.0\"}"))
        .isZero();
    assertThat(value(scrape, "decoy_session_duration_seconds_bucket{decoy=\"web\",le=\"10.0\"}"))
        .isEqualTo(1);
  }

  @Test
  void loginsShedAndMalformedAreCounted() {
    MetricsSink sink = sink(10);
    see(sink, new LoginAttempted(LoginMethod.FORM, Text.EMPTY, Secret.NONE, Outcome.SUCCESS));
    see(sink, new ConnectionShed(ShedReason.CONNECTIONS, 7));
    see(sink, new InputMalformed("x", Payload.EMPTY));
    sink.lost(EventKind.CONNECTION_OPENED, 3);
    String scrape = sink.scrape(PLAIN);
    assertThat(
            value(scrape, "decoy_logins_total{decoy=\"web\",method=\"form\",outcome=\"success\"}"))
        .isEqualTo(1);
    assertThat(value(scrape, "decoy_shed_connections_total{decoy=\"web\",reason=\"connections\"}"))
        .isEqualTo(7);
    assertThat(value(scrape, "decoy_parse_failures_total{decoy=\"web\"}")).isEqualTo(1);
    assertThat(value(scrape, "decoy_events_lost_total{event=\"connection-opened\"}")).isEqualTo(3);
  }

  @Test
  void aSourceHasTheTimeItWasLastSeen() {
    MetricsSink sink = sink(10);
    see(sink, "10.0.0.1", false);
    assertThat(value(sink.scrape(PLAIN), source("10.0.0.1"))).isEqualTo(1795320944.123);
    assertThat(sink.scrape(OPENMETRICS)).contains(source("10.0.0.1"));
  }

  @Test
  void anExpectedSourceIsCountedButNotNamed() {
    MetricsSink sink = sink(10);
    see(sink, "10.0.0.1", true);
    assertThat(sink.scrape(PLAIN)).doesNotContain("10.0.0.1");
    assertThat(value(sink.scrape(PLAIN), "decoy_connections_total{decoy=\"web\"}")).isEqualTo(1);
  }

  @Test
  void theSourceThatWasQuietLongestMakesRoom() {
    MetricsSink sink = sink(2);
    see(sink, "10.0.0.1", false);
    see(sink, "10.0.0.2", false);
    see(sink, "10.0.0.1", false);
    see(sink, "10.0.0.3", false);
    String scrape = sink.scrape(PLAIN);
    assertThat(scrape).contains(source("10.0.0.1"), source("10.0.0.3"));
    assertThat(scrape).doesNotContain(source("10.0.0.2"));
    assertThat(value(scrape, "decoy_sources")).isEqualTo(2);
    assertThat(value(scrape, "decoy_sources_dropped_total")).isEqualTo(1);
  }

  @Test
  void aSourceGoesAfterAnHour() {
    MetricsSink sink = sink(2);
    see(sink, "10.0.0.1", false);
    now = now.plus(Duration.ofHours(1));
    assertThat(sink.scrape(PLAIN)).contains(source("10.0.0.1"));
    now = now.plusMillis(1);
    assertThat(sink.scrape(PLAIN)).doesNotContain("10.0.0.1");
    assertThat(value(sink.scrape(PLAIN), "decoy_sources")).isZero();
    assertThat(value(sink.scrape(PLAIN), "decoy_sources_dropped_total")).isZero();
  }

  @Test
  void whatExpiredIsNotCountedAsDropped() {
    MetricsSink sink = sink(1);
    see(sink, "10.0.0.1", false);
    now = now.plus(Duration.ofHours(2));
    see(sink, "10.0.0.2", false);
    assertThat(value(sink.scrape(PLAIN), "decoy_sources_dropped_total")).isZero();
  }

  @Test
  void theTableCanBeSwitchedOff() {
    MetricsSink sink = sink(0);
    see(sink, "10.0.0.1", false);
    String scrape = sink.scrape(PLAIN);
    assertThat(scrape).doesNotContain("10.0.0.1");
    assertThat(value(scrape, "decoy_sources_dropped_total")).isZero();
  }

  @Test
  void theFormatIsTheOneAskedFor() {
    assertThat(MetricsSink.contentType(null)).startsWith("text/plain; version=0.0.4");
    assertThat(MetricsSink.contentType(OPENMETRICS + ";q=0.5")).startsWith("application/openm");
    assertThat(sink(1).scrape(OPENMETRICS)).endsWith("# EOF\n");
    assertThat(sink(1).scrape(null)).doesNotContain("# EOF");
  }

  @Test
  void theQueueIsShown() {
    MetricsSink sink = sink(1);
    sink.observeQueue(() -> 3, () -> 4711);
    assertThat(value(sink.scrape(PLAIN), "decoy_events_queued")).isEqualTo(3);
    assertThat(value(sink.scrape(PLAIN), "decoy_events_written_total")).isEqualTo(4711);
  }

  private MetricsSink sink(int sources) {
    var sink =
        new MetricsSink(
            Map.of("web", List.of(AlertName.FAKE_SVC), "runtime", List.of()), sources, () -> now);
    sink.observeProcess("0.1.0");
    return sink;
  }

  private static void see(MetricsSink sink, Event event) {
    sink.accept(Samples.observation(event));
  }

  private void see(MetricsSink sink, String ip, boolean expected) {
    var event = new ConnectionOpened(null, null);
    var seen = Samples.observation(event, Samples.flow(ip, "10.244.2.9"), expected);
    sink.accept(
        new Observation(
            now,
            seen.sequence(),
            seen.id(),
            seen.decoy(),
            seen.alerts(),
            seen.session(),
            seen.flow(),
            expected,
            event));
  }

  private static String events(EventKind kind, String alert) {
    return "decoy_events_total{alert=\"%s\",decoy=\"web\",event=\"%s\"}"
        .formatted(alert, kind.id());
  }

  private static String source(String ip) {
    return "decoy_source_last_seen_timestamp_seconds{alert=\"honeypod.fake.svc\",decoy=\"web\","
        + "source_ip=\""
        + ip
        + "\"}";
  }

  /** The value of a series; -1 where it is absent. */
  private static double value(String scrape, String series) {
    return scrape
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(-1);
  }
}
