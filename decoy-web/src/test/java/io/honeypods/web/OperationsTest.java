package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.honeypods.decoy.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationsTest {
  private static final Identity IDENTITY = Identity.of("one");
  private static final Estate ESTATE = Estate.of(IDENTITY);
  private static final Operations OPERATIONS = new Operations(IDENTITY, ESTATE);
  private static final Instant NOW = Instant.parse("2026-12-03T11:22:30Z");

  @Test
  void isTheSameForTheSameIdentityAndTime() {
    var again = new Operations(Identity.of("one"), Estate.of(Identity.of("one")));

    assertThat(again.status(NOW)).isEqualTo(OPERATIONS.status(NOW));
    assertThat(again.series(NOW)).isEqualTo(OPERATIONS.series(NOW));
    assertThat(OPERATIONS.services(NOW.plusMillis(14_999))).isEqualTo(OPERATIONS.services(NOW));
    assertThat(OPERATIONS.services(NOW.plusSeconds(15))).isNotEqualTo(OPERATIONS.services(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three", "four"})
  void filesAgreeWithOneAnother(String seed) {
    var identity = Identity.of(seed);
    var operations = new Operations(identity, Estate.of(identity));
    var status = read(operations.status(NOW));
    var services = read(operations.services(NOW));
    var nodes = read(operations.nodes(NOW));

    assertThat(status.at("/requests/per_second")).isEqualTo(services.get("requests_per_second"));
    assertThat(sum(services.get("services"), "/requests_per_second"))
        .isCloseTo(status.at("/requests/per_second").asDouble(), within(1e-6));
    assertThat(sum(services.get("services"), "/requests_total"))
        .isEqualTo(status.at("/requests/total").asDouble());
    assertThat(status.get("cpu")).isEqualTo(nodes.get("cpu"));
    assertThat(status.get("memory")).isEqualTo(nodes.get("memory"));
    assertThat(status.get("pods")).isEqualTo(nodes.get("pods"));
    assertThat(nodes.get("nodes")).hasSize(status.at("/nodes/total").asInt());
    assertThat(services.get("services")).hasSize(status.at("/services/total").asInt());
    assertThat(sum(nodes.get("nodes"), "/cpu/used"))
        .isCloseTo(status.at("/cpu/used").asDouble(), within(0.1));
    assertThat(sum(nodes.get("nodes"), "/pods/up")).isEqualTo(status.at("/pods/up").asDouble());
    assertThat(status.get("last_deploy"))
        .isEqualTo(read(operations.deploys(NOW)).get("deploys").get(0));
    assertThat(status.get("open_incidents")).isEqualTo(read(operations.incidents(NOW)).get("open"));
  }

  @Test
  void podsAreThoseOfTheServicesAndTheSystem() {
    assertThat(ESTATE.pods()).isGreaterThan(ESTATE.replicas() + 5 * ESTATE.nodes().size());
  }

  @Test
  void countersRiseAsFastAsTheRatesSay() {
    double before = total(NOW);
    for (int i = 1; i <= 120; i++) {
      var time = NOW.plusSeconds(15L * i);
      double after = total(time);
      double rate = read(OPERATIONS.status(time)).at("/requests/per_second").asDouble();

      assertThat(after - before).isCloseTo(rate * 15, within(rate * 15 * 0.1));
      before = after;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three", "four", "five"})
  void loadFollowsTheDayAndStaysWithinItsBounds(String seed) {
    var identity = Identity.of(seed);
    var operations = new Operations(identity, Estate.of(identity));
    for (int hour = 0; hour < 24 * 7; hour += 5) {
      var status = read(operations.status(NOW.plus(Duration.ofHours(hour))));
      assertThat(share(status.get("cpu"))).isBetween(0.08, 0.85);
      assertThat(share(status.get("memory"))).isBetween(0.3, 0.92);
      assertThat(status.at("/requests/per_second").asDouble()).isPositive();
    }
    var noon = read(operations.status(Instant.parse("2026-12-02T13:30:00Z")));
    var night = read(operations.status(Instant.parse("2026-12-02T02:00:00Z")));
    assertThat(noon.at("/requests/per_second").asDouble())
        .isGreaterThan(1.5 * night.at("/requests/per_second").asDouble());
    assertThat(share(noon.get("cpu"))).isGreaterThan(share(night.get("cpu")));
  }

  @Test
  void uptimeIsTheTimeSinceTheInstall() {
    assertThat(read(OPERATIONS.status(NOW)).get("uptime_seconds").asLong())
        .isEqualTo(Duration.between(IDENTITY.installed(), NOW).toSeconds());
  }

  @Test
  void pastOfTheSeriesNeverChanges() {
    var now = values(read(OPERATIONS.series(NOW)).get("requests_per_second"));
    var later = values(read(OPERATIONS.series(NOW.plusSeconds(3600))).get("requests_per_second"));

    assertThat(later.subList(0, later.size() - 12)).isEqualTo(now.subList(12, now.size()));
  }

  @Test
  void pastDeploysNeverChange() {
    var history = new DeployHistory(IDENTITY, ESTATE);
    var now = history.until(NOW);
    var later = history.until(NOW.plus(Duration.ofDays(40)));

    assertThat(now)
        .hasSizeGreaterThan(100)
        .isSortedAccordingTo((a, b) -> a.started().compareTo(b.started()));
    assertThat(later).hasSizeGreaterThan(now.size() + 20).startsWith(now.toArray(Deploy[]::new));
    assertThat(now).allMatch(deploy -> !deploy.ended().isAfter(NOW));
  }

  @Test
  void servicesRunTheVersionOfTheirLastDeployThatSucceeded() {
    var deploys = new DeployHistory(IDENTITY, ESTATE).until(NOW);
    for (JsonNode service : read(OPERATIONS.services(NOW)).get("services")) {
      var versions =
          deploys.stream()
              .filter(deploy -> deploy.service().equals(service.get("name").asString()))
              .filter(Deploy::succeeded)
              .map(Deploy::version)
              .toList();
      assertThat(versions).isNotEmpty().doesNotHaveDuplicates();
      assertThat(service.get("version").asString()).isEqualTo(versions.getLast());
    }
  }

  @Test
  void pastIncidentsNeverChange() {
    var history = new IncidentHistory(IDENTITY, ESTATE);
    var now = history.until(NOW);
    var later = history.until(NOW.plus(Duration.ofDays(90)));

    assertThat(now).hasSizeGreaterThan(10);
    assertThat(later.subList(0, now.size() - 1)).isEqualTo(now.subList(0, now.size() - 1));
    assertThat(later.get(now.size() - 1).id()).isEqualTo(now.getLast().id());
  }

  @Test
  void anOpenIncidentShowsInTheNumbersOfItsService() {
    var incident = new IncidentHistory(IDENTITY, ESTATE).until(NOW).getLast();
    var during = incident.started().plusSeconds(300);

    assertThat(read(OPERATIONS.status(during)).get("open_incidents").asInt()).isEqualTo(1);
    assertThat(row(during, incident.service()).get("status").asString()).isEqualTo("degraded");
    assertThat(row(during, incident.service()).get("error_percent").asDouble())
        .isGreaterThan(
            row(incident.started().minusSeconds(300), incident.service())
                .get("error_percent")
                .asDouble());
  }

  @Test
  void backupsAreOneANightAndEndBeforeNow() {
    var backups = read(OPERATIONS.databases(NOW)).get("backups");

    assertThat(backups).hasSize(10);
    assertThat(backups.get(0).get("file").asString())
        .isEqualTo("mysql-" + ESTATE.cluster() + "-2026-12-03.sql.zst");
    assertThat(backups.get(9).get("file").asString()).endsWith("-2026-11-24.sql.zst");
  }

  @Test
  void answersBeforeTheInstallToo() {
    var early = Instant.parse("2025-01-01T00:00:00Z");

    assertThat(read(OPERATIONS.status(early)).get("uptime_seconds").asLong()).isZero();
    assertThat(read(OPERATIONS.status(early)).at("/requests/total").asLong()).isZero();
    assertThat(read(OPERATIONS.deploys(early)).get("deploys")).isEmpty();
    assertThat(read(OPERATIONS.databases(early)).get("backups")).hasSize(10);
  }

  private static double total(Instant time) {
    return read(OPERATIONS.status(time)).at("/requests/total").asDouble();
  }

  private static JsonNode row(Instant time, String service) {
    return StreamSupport.stream(
            read(OPERATIONS.services(time)).get("services").spliterator(), false)
        .filter(node -> node.get("name").asString().equals(service))
        .findFirst()
        .orElseThrow();
  }

  private static double share(JsonNode use) {
    return use.get("used").asDouble() / use.get("total").asDouble();
  }

  private static double sum(JsonNode rows, String pointer) {
    return values(rows, pointer).stream().mapToDouble(Double::doubleValue).sum();
  }

  private static List<Double> values(JsonNode list) {
    return values(list, "");
  }

  private static List<Double> values(JsonNode rows, String pointer) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.at(pointer).asDouble())
        .toList();
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
