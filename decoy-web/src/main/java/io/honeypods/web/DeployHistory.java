package io.honeypods.web;

import static java.time.ZoneOffset.UTC;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.web.Estate.Service;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Every release of an estate: a few a working day, and what is past never changes. */
final class DeployHistory {
  static final String SUCCEEDED = "succeeded";

  private static final String ROLLED_BACK = "rolled back";
  private static final int DAYS_BEFORE_INSTALL = 45;
  private static final int FIRST_SECOND = 7 * 3600;
  private static final int LAST_SECOND = 17 * 3600;
  private static final int LAST_SECOND_OF_FRIDAY = 15 * 3600;
  private static final double TICKETS_A_DAY = 4.2;
  private static final List<String> SUMMARIES =
      List.of(
          "raise connection pool to 40",
          "retry idempotent calls on 502",
          "bump base image",
          "drop unused feature flags",
          "add missing index",
          "cache tenant lookups for 60 s",
          "log request id in every line",
          "lower memory limit to 512Mi",
          "client library 4.11",
          "structured error responses",
          "timeouts for upstream calls",
          "remove legacy v1 handlers",
          "dependency updates",
          "tune garbage collector",
          "split slow migration",
          "expose queue depth as metric",
          "graceful shutdown on SIGTERM",
          "smaller batches",
          "readiness waits for cache",
          "jitter on scheduled jobs",
          "spread replicas over zones",
          "drop verbose logging",
          "connection keep-alive 60 s",
          "rename config keys",
          "circuit breaker for lookups",
          "fix flaky startup order",
          "compress large responses",
          "trace sampling at 1 %",
          "idle timeout 30 s",
          "less work under lock",
          "rotate signing key");

  private final Estate estate;
  private final long seed;
  private final LocalDate firstDay;

  DeployHistory(Identity identity, Estate estate) {
    this.estate = estate;
    this.seed = identity.random("site/deploys").nextLong();
    this.firstDay = LocalDate.ofInstant(estate.installed(), UTC).minusDays(DAYS_BEFORE_INSTALL);
  }

  /** The releases that had ended by then, the oldest first. */
  List<Deploy> until(Instant now) {
    var deploys = new ArrayList<Deploy>();
    var versions = new HashMap<String, Version>();
    var today = LocalDate.ofInstant(now, UTC);
    for (var day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
      var random = new SplittableRandom(seed ^ (day.toEpochDay() * 0x9E3779B97F4A7C15L));
      for (int second : times(day, random)) {
        var started = day.atStartOfDay(UTC).toInstant().plusSeconds(second);
        deploys.add(deploy(deploys.size(), started, versions, random));
      }
    }
    deploys.removeIf(deploy -> deploy.ended().isAfter(now));
    return deploys;
  }

  /** The version of each service that runs by then. */
  Map<String, String> running(Instant now) {
    var running = new HashMap<String, String>();
    for (Service service : estate.services()) {
      running.put(service.name(), first(service.name()).toString());
    }
    for (Deploy deploy : until(now)) {
      if (deploy.succeeded()) {
        running.put(deploy.service(), deploy.version());
      }
    }
    return running;
  }

  private static int[] times(LocalDate day, SplittableRandom random) {
    var weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    boolean friday = weekday == DayOfWeek.FRIDAY;
    int end = friday ? LAST_SECOND_OF_FRIDAY : LAST_SECOND;
    int count = weekend ? random.nextInt(12) / 11 : random.nextInt(friday ? 3 : 6);
    return random.ints(count, FIRST_SECOND, end).sorted().toArray();
  }

  private Deploy deploy(
      int number, Instant started, Map<String, Version> versions, SplittableRandom random) {
    var service = estate.services().get(random.nextInt(estate.services().size())).name();
    var version = versions.getOrDefault(service, first(service)).next(random.nextInt(4) == 0);
    versions.put(service, version);
    var author = estate.people().get(random.nextInt(estate.people().size())).login();
    return new Deploy(
        started,
        75 + random.nextInt(320),
        service,
        version.toString(),
        "%07x".formatted(random.nextInt(1 << 28)),
        author,
        ticket(started, random.nextInt(18)),
        SUMMARIES.get(Math.floorMod(seed + 12L * number, SUMMARIES.size())),
        random.nextInt(19) == 0 ? ROLLED_BACK : SUCCEEDED);
  }

  /** A ticket that was opened a little before something happened. */
  private String ticket(Instant when, int back) {
    long days = (when.getEpochSecond() - estate.installed().getEpochSecond()) / 86_400;
    return estate.project() + "-" + Math.round(estate.firstTicket() + days * TICKETS_A_DAY - back);
  }

  private Version first(String service) {
    var random = new SplittableRandom(seed ^ service.hashCode());
    return new Version(1 + random.nextInt(4), random.nextInt(60), random.nextInt(9));
  }

  private record Version(int major, int minor, int patch) {
    Version next(boolean feature) {
      return feature ? new Version(major, minor + 1, 0) : new Version(major, minor, patch + 1);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }
}
