package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Somebody points curl at the dashboard. */
class VisitIT {

  @Test
  void curlGetsTheDashboardWithTheHeadersOfNginx() {
    Tools.require("curl");
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      Command curl = Command.run("curl", "-v", "http://127.0.0.1:" + decoys.port("web.listen"));

      assertThat(curl.exit()).isZero();
      assertThat(curl.out()).contains("<", "ops-gw-7");
      assertThat(curl.err().lines().filter(line -> line.matches("< .*\\w.*")).map(String::strip))
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("< HTTP/1.1 200 OK"),
              line -> assertThat(line).isEqualTo("< Server: nginx/1.30.6"),
              line -> assertThat(line).matches("< Date: \\w{3}, \\d\\d \\w{3} \\d{4} .* GMT"),
              line -> assertThat(line).isEqualTo("< Content-Type: text/html"),
              line -> assertThat(line).matches("< Content-Length: [1-9]\\d+"),
              line -> assertThat(line).matches("< Last-Modified: \\w{3}, .* GMT"),
              line -> assertThat(line).isEqualTo("< Connection: keep-alive"),
              line -> assertThat(line).matches("< ETag: \"[0-9a-f]{8}-[0-9a-f]+\""),
              line -> assertThat(line).isEqualTo("< Accept-Ranges: bytes"));
    }
  }

  @Test
  void oneSessionIsOpenedAskedAndClosed() {
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      decoys.web().get("/?a=1", "User-Agent: visitor/1");
      decoys.awaitEvent("web", "connection-closed");
      decoys.stop();

      List<SeenEvent> all = decoys.events();
      List<SeenEvent> visit = all.stream().filter(event -> !event.session().isEmpty()).toList();
      assertThat(visit)
          .extracting(SeenEvent::action)
          .containsExactly("connection-opened", "request-received", "connection-closed");
      assertThat(visit).extracting(SeenEvent::session).containsOnly(visit.getFirst().session());
      assertThat(visit).extracting(event -> event.text("source.ip")).containsOnly("127.0.0.1");
      assertThat(visit.get(1).text("url.original")).isEqualTo("/?a=1");
      assertThat(visit.get(1).text("user_agent.original")).isEqualTo("visitor/1");
      assertThat(all)
          .extracting(event -> event.number("event.sequence"))
          .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
      EventSchema.assertValid(all);
    }
  }

  @Test
  void metricsStandAtZeroAndThenCountTheVisit() {
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      Metrics before = decoys.metrics();
      assertThat(before.value("decoy_connections_total{decoy=\"web\"}")).isZero();
      assertThat(before.events("web", "request-received", "honeypod.fake.svc")).isZero();

      decoys.web().get("/");
      decoys.awaitEvent("web", "connection-closed");
      Memory.collected(decoys.pid()); // a meter must outlive that

      Metrics after = decoys.metrics();
      assertThat(after.value("decoy_events_written_total")).isEqualTo(decoys.lines().count());
      assertThat(after.value("decoy_connections_total{decoy=\"web\"}")).isEqualTo(1);
      assertThat(after.value("decoy_active_sessions{decoy=\"web\"}")).isZero();
      assertThat(after.value("decoy_session_duration_seconds_count{decoy=\"web\"}")).isEqualTo(1);
      assertThat(after.value("decoy_sent_bytes_total{decoy=\"web\"}")).isGreaterThan(200);
      for (String kind : List.of("connection-opened", "request-received", "connection-closed")) {
        assertThat(after.events("web", kind, "honeypod.fake.svc")).as(kind).isEqualTo(1);
      }
      assertThat(
              after.value(
                  "decoy_source_last_seen_timestamp_seconds"
                      + "{alert=\"honeypod.fake.svc\",decoy=\"web\",source_ip=\"127.0.0.1\"}"))
          .isGreaterThan(1.7e9);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void openedEventShowsTheSynAndTheRoundTrip() {
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      decoys.web().get("/");
      SeenEvent opened = decoys.awaitEvent("web", "connection-opened");

      assertThat(opened.number("honeypod.syn.ttl")).isEqualTo(64);
      assertThat(opened.number("honeypod.syn.mss")).isEqualTo(65_495);
      assertThat(opened.text("honeypod.syn.options")).isEqualTo("mss,sok,ts,nop,ws");
      assertThat(opened.text("honeypod.syn.signature")).startsWith("4:64+0:0:65495:");
      assertThat(opened.number("honeypod.round_trip_us")).isBetween(1L, 1_000_000L);
    }
  }
}
