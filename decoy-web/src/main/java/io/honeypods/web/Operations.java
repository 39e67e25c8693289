package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.web.IncidentHistory.Disturbances;
import io.honeypods.web.IncidentHistory.Trouble;
import io.honeypods.web.Reports.Count;
import io.honeypods.web.Traffic.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The numbers behind the pages as JSON: the same for the same identity and time. */
final class Operations {
  /** How often the files seem to be rewritten. */
  static final Duration PERIOD = Duration.ofSeconds(15);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int STEPS = 96;
  private static final int TREND_STEPS = 24;
  private static final int DEPLOYS = 40;
  private static final int INCIDENTS = 12;
  private static final int BACKUPS = 10;

  private final Estate estate;
  private final Traffic traffic;
  private final Machines machines;
  private final Databases databases;
  private final DeployHistory deploys;
  private final IncidentHistory incidents;

  Operations(Identity identity, Estate estate) {
    this.estate = estate;
    this.traffic = new Traffic(identity, estate);
    this.machines = new Machines(identity, estate);
    this.databases = new Databases(identity, estate);
    this.deploys = new DeployHistory(identity, estate);
    this.incidents = new IncidentHistory(identity, estate);
  }

  /** When the files were last rewritten. */
  static Instant tick(Instant now) {
    return Instant.ofEpochSecond(now.getEpochSecond() / PERIOD.toSeconds() * PERIOD.toSeconds());
  }

  /** The cluster at a glance. */
  String status(Instant now) {
    var tick = tick(now);
    var disturbances = incidents.disturbances(tick);
    var load = Traffic.Sum.of(traffic.at(tick, disturbances));
    var before = Traffic.Sum.of(traffic.at(tick.minus(DAY), disturbances));
    var use = Machines.Sum.of(machines.at(tick));
    var released = deploys.until(tick);
    return json(
        new Reports.Status(
            tick,
            estate.cluster(),
            estate.host(),
            Math.max(0, Duration.between(estate.installed(), tick).toSeconds()),
            new Count(estate.nodes().size(), estate.nodes().size()),
            pods(),
            new Count(healthy(tick, disturbances), estate.services().size()),
            Reports.Requests.of(load, before),
            Reports.Use.processors(use),
            Reports.Use.memory(use),
            open(tick),
            estate.onCall(tick).name(),
            released.isEmpty() ? null : released.getLast()));
  }

  /** Every service with its load and how that was in the last two hours. */
  String services(Instant now) {
    var tick = tick(now);
    var disturbances = incidents.disturbances(tick);
    var samples = traffic.at(tick, disturbances);
    var past = past(tick, TREND_STEPS, when -> traffic.at(when, disturbances));
    var versions = deploys.running(tick);
    var rows = new ArrayList<Reports.ServiceRow>();
    for (int i = 0; i < samples.size(); i++) {
      int index = i;
      var trend = past.stream().map(list -> list.get(index).tenths() / 10.0).toList();
      var state = state(tick, samples.get(i), disturbances);
      rows.add(Reports.ServiceRow.of(samples.get(i), version(versions, i), state, trend));
    }
    return json(new Reports.Services(tick, Traffic.Sum.of(samples).tenths() / 10.0, rows));
  }

  /** Every machine with its load. */
  String nodes(Instant now) {
    var tick = tick(now);
    var uses = machines.at(tick);
    var sum = Machines.Sum.of(uses);
    return json(
        new Reports.Nodes(
            tick,
            Reports.Use.processors(sum),
            Reports.Use.memory(sum),
            pods(),
            uses.stream().map(use -> Reports.NodeRow.of(use, estate.kubernetes())).toList()));
  }

  /** The last hours of the whole cluster. */
  String series(Instant now) {
    var tick = tick(now);
    var disturbances = incidents.disturbances(tick);
    var loads = past(tick, STEPS, when -> Traffic.Sum.of(traffic.at(when, disturbances)));
    var uses = past(tick, STEPS, when -> Machines.Sum.of(machines.at(when)));
    return json(
        new Reports.Series(
            tick,
            lastStep(tick),
            STEP.toSeconds(),
            loads.stream().map(load -> load.tenths() / 10.0).toList(),
            loads.stream().map(load -> Reports.percent(load.errors(), 3)).toList(),
            loads.stream().map(load -> Reports.rounded(load.p95(), 1)).toList(),
            uses.stream().map(use -> Reports.percent(use.processorShare(), 1)).toList(),
            uses.stream().map(use -> Reports.percent(use.memoryShare(), 1)).toList()));
  }

  /** The latest releases, the newest first. */
  String deploys(Instant now) {
    var tick = tick(now);
    var all = deploys.until(tick);
    var latest = all.subList(Math.max(0, all.size() - DEPLOYS), all.size()).reversed();
    return json(new Reports.Deploys(tick, all.size(), latest));
  }

  /** The latest incidents, the newest first. */
  String incidents(Instant now) {
    var tick = tick(now);
    var all = incidents.until(tick);
    var latest = all.subList(Math.max(0, all.size() - INCIDENTS), all.size()).reversed();
    return json(new Reports.Incidents(tick, open(tick), latest));
  }

  /** The database servers and their backups. */
  String databases(Instant now) {
    var tick = tick(now);
    return json(
        new Reports.Storage(tick, databases.servers(tick), databases.backups(tick, BACKUPS)));
  }

  private String version(Map<String, String> versions, int service) {
    return Objects.requireNonNull(versions.get(estate.services().get(service).name()));
  }

  private Count pods() {
    return new Count(
        estate.pods(), estate.nodes().stream().mapToInt(Estate.Node::podCapacity).sum());
  }

  private long open(Instant tick) {
    return incidents.until(tick).stream().filter(incident -> incident.resolved() == null).count();
  }

  private long healthy(Instant tick, Disturbances disturbances) {
    return traffic.at(tick, disturbances).stream()
        .filter(sample -> state(tick, sample, disturbances).equals("healthy"))
        .count();
  }

  private static String state(Instant tick, Sample sample, Disturbances disturbances) {
    var trouble = disturbances.at(tick, sample.service().name());
    return trouble.equals(Trouble.NONE) ? "healthy" : "degraded";
  }

  private static Instant lastStep(Instant tick) {
    return Instant.ofEpochSecond(tick.getEpochSecond() / STEP.toSeconds() * STEP.toSeconds());
  }

  private static <T> List<T> past(Instant tick, int steps, Function<Instant, T> sample) {
    var values = new ArrayList<T>();
    for (int i = steps - 1; i >= 0; i--) {
      values.add(sample.apply(lastStep(tick).minus(STEP.multipliedBy(i))));
    }
    return values;
  }

  private static String json(Record report) {
    return Json.of(report) + "\n";
  }
}
