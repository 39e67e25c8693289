package io.honeypods.web;

import static java.time.ZoneOffset.UTC;

import io.honeypods.decoy.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The database servers of an estate at any time, and what was backed up from them. */
final class Databases {
  private static final LocalTime BACKUP_TIME = LocalTime.of(2, 15);
  private static final int CONNECTIONS = 500;
  private static final double GROWTH_A_DAY = 0.0011;

  private final Estate estate;
  private final double gibibytes;
  private final long seed;
  private final List<Meter> meters;

  private record Meter(String name, String role, Wave queries, Wave connections, Wave lag) {}

  /** One server at one time; the lag of a replica is in seconds. */
  record Server(
      String name,
      String role,
      String version,
      double queriesPerSecond,
      long connections,
      int maxConnections,
      double lagSeconds,
      double sizeGib) {}

  /** One nightly dump. */
  record Backup(String file, Instant started, long seconds, double sizeGib, String status) {}

  Databases(Identity identity, Estate estate) {
    var random = identity.random("site/databases");
    double rate = random.nextDouble(900, 2600);
    this.estate = estate;
    this.gibibytes = random.nextDouble(140, 420);
    this.seed = random.nextLong();
    this.meters = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      boolean primary = i == 0;
      meters.add(
          new Meter(
              "mysql-" + i,
              primary ? "primary" : "replica",
              Wave.of(rate * (primary ? 1 : random.nextDouble(0.4, 0.8)), 0.38, 0.12, random),
              Wave.of(CONNECTIONS * random.nextDouble(0.18, 0.34), 0.2, 0.2, random),
              Wave.of(primary ? 0 : random.nextDouble(0.1, 0.4), 0.2, 0.6, random)));
    }
  }

  List<Server> servers(Instant when) {
    double size = size(when);
    var servers = new ArrayList<Server>();
    for (Meter meter : meters) {
      servers.add(
          new Server(
              meter.name(),
              meter.role(),
              "8.0",
              Reports.rounded(meter.queries().at(when), 1),
              Math.round(meter.connections().at(when)),
              CONNECTIONS,
              Reports.rounded(meter.lag().at(when), 2),
              Reports.rounded(size, 1)));
    }
    return servers;
  }

  /** The dumps of the nights before, the newest first. */
  List<Backup> backups(Instant now, int most) {
    var backups = new ArrayList<Backup>();
    var day = LocalDate.ofInstant(now, UTC);
    while (backups.size() < most) {
      var backup = backup(day);
      if (!backup.started().plusSeconds(backup.seconds()).isAfter(now)) {
        backups.add(backup);
      }
      day = day.minusDays(1);
    }
    return backups;
  }

  private Backup backup(LocalDate day) {
    var random = new SplittableRandom(seed ^ (day.toEpochDay() * 0x9E3779B97F4A7C15L));
    var started = day.atTime(BACKUP_TIME).toInstant(UTC).plusSeconds(1 + random.nextInt(3));
    double size = size(started) * 0.21 * random.nextDouble(0.9985, 1.0015);
    return new Backup(
        "mysql-%s-%s.sql.zst".formatted(estate.cluster(), day),
        started,
        Math.round(size * random.nextDouble(9.5, 11.5)),
        Reports.rounded(size, 1),
        "ok");
  }

  private double size(Instant when) {
    double days = Duration.between(estate.installed(), when).toSeconds() / 86_400.0;
    return gibibytes * Math.max(0.5, 1 + GROWTH_A_DAY * days);
  }
}
