package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who may read the metrics, and in which words. */
class AdminIT {
  private static final String OPEN_METRICS = "Accept: application/openmetrics-text; version=1.0.0";

  @Test
  void probesNeedNoTokenAndMetricsDo() {
    try (DecoyProcess decoys = Launch.configured("admin: {token: s3cret-token}").up("web")) {
      assertThat(decoys.admin().get("/livez").body()).isEqualTo("ok\n");
      assertThat(decoys.admin().get("/readyz").status()).isEqualTo(200);

      var metrics = decoys.admin().get("/metrics", "Authorization: Bearer s3cret-token");
      assertThat(metrics.status()).isEqualTo(200);
      assertThat(metrics.body()).contains("decoy_connections_total{decoy=\"web\"} 0");
      decoys.stop();
      assertThat(decoys.events("admin", "request-received")).isEmpty();
    }
  }

  @Test
  void strangersGetABlandAnswerAndAnEvent() {
    try (DecoyProcess decoys = Launch.configured("admin: {token: s3cret-token}").up("web")) {
      var none = decoys.admin().get("/metrics");
      var wrong = decoys.admin().get("/metrics", "Authorization: Bearer guess");
      var other = decoys.admin().get("/admin");

      assertThat(none).isEqualTo(wrong).isEqualTo(other);
      assertThat(none.status()).isEqualTo(404);
      assertThat(none.body()).isEqualTo("404 page not found\n");
      assertThat(none.head().toLowerCase(Locale.ROOT))
          .doesNotContain("decoy", "honeypod", "netty", "java", "prometheus");

      SeenEvent login = decoys.awaitEvent("admin", "login-attempted");
      assertThat(login.text("honeypod.login.secret.value")).isEqualTo("guess");
      assertThat(login.text("rule.name.0")).isEqualTo("honeypod.admin.access");
      Eventually.assertThatSoon(
          () -> assertThat(decoys.events("admin", "request-received")).hasSize(3));
      EventSchema.assertValid(decoys.events());
    }
  }

  @Test
  void strangersFromElsewhereAreKeptOut() {
    try (DecoyProcess decoys = Launch.configured("admin: {allow: [10.1.0.0/16]}").up("web")) {
      assertThat(decoys.admin().get("/metrics").status()).isEqualTo(404);
      assertThat(decoys.admin().get("/livez").status()).isEqualTo(200);
      decoys.awaitEvent("admin", "request-received");
    }
  }

  @Test
  void prometheusFindsNothingWrongWithTheMetrics() {
    Tools.require("promtool");
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      decoys.web().get("/");
      decoys.awaitEvent("web", "connection-closed");
      String text = decoys.admin().get("/metrics").body();

      Command check = Command.run(new ProcessBuilder("promtool", "check", "metrics"), text);
      assertThat(check.exit()).as(check.out() + check.err()).isZero();
      assertThat(check.out() + check.err()).isEmpty();
    }
  }

  @Test
  void openMetricsIsSpokenWhereItIsAskedFor() {
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      var answer = decoys.admin().get("/metrics", OPEN_METRICS);

      assertThat(answer.head()).contains("Content-Type: application/openmetrics-text");
      assertThat(answer.body()).endsWith("# EOF\n").contains("# TYPE decoy_connections counter\n");
      assertThat(OpenMetrics.problems(answer.body())).isEmpty();
      Metrics plain = decoys.metrics();
      assertThat(Metrics.parse(answer.body()).series().keySet())
          .containsAll(
              plain.series().keySet().stream()
                  .filter(name -> name.startsWith("decoy_") && !name.contains("_bucket"))
                  .toList());
    }
  }
}
