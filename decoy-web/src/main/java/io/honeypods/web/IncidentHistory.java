package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Every incident of an estate: one a week or so, and what is past never changes. */
final class IncidentHistory {
  private static final Duration BEFORE_INSTALL = Duration.ofDays(60);
  private static final List<Kind> KINDS =
      List.of(
          new Kind("SEV3", "Elevated error rate on %s", 14, 1.3, "bad config map, reverted"),
          new Kind("SEV3", "%s latency above objective", 2.5, 3.1, "missing index, added"),
          new Kind("SEV2", "%s returns 503 in one zone", 24, 1.9, "node drained without budget"),
          new Kind("SEV4", "%s pods restart", 4, 1.2, "memory limit too low, raised"),
          new Kind("SEV3", "Slow queries behind %s", 3, 2.4, "nightly job overran, moved"),
          new Kind("SEV4", "Timeouts calling %s", 6, 2.2, "connection pool exhausted, raised"));

  private final Estate estate;
  private final long seed;

  record Kind(String severity, String title, double errors, double latency, String cause) {}

  record Entry(Kind kind, String service, Instant started, Instant ended, String lead) {
    boolean isOn(Instant when) {
      return !when.isBefore(started) && when.isBefore(ended);
    }
  }

  /** How many times the usual errors and latency a service has. */
  record Trouble(double errors, double latency) {
    static final Trouble NONE = new Trouble(1, 1);
  }

  IncidentHistory(Identity identity, Estate estate) {
    this.estate = estate;
    this.seed = identity.random("site/incidents").nextLong();
  }

  /** The incidents that had begun by then, the oldest first. */
  List<Incident> until(Instant now) {
    var incidents = new ArrayList<Incident>();
    for (Entry entry : entries(now)) {
      incidents.add(incident(entry, incidents.size(), now));
    }
    return incidents;
  }

  /** How a service is disturbed at a time; {@code horizon} bounds the times that will be asked. */
  Disturbances disturbances(Instant horizon) {
    return new Disturbances(entries(horizon));
  }

  /** What disturbs which service when. */
  record Disturbances(List<Entry> entries) {
    Trouble at(Instant when, String service) {
      for (Entry entry : entries.reversed()) {
        if (entry.service().equals(service) && entry.isOn(when)) {
          return new Trouble(entry.kind().errors(), entry.kind().latency());
        }
      }
      return Trouble.NONE;
    }
  }

  private List<Entry> entries(Instant now) {
    var random = new SplittableRandom(seed);
    var entries = new ArrayList<Entry>();
    var started = estate.installed().minus(BEFORE_INSTALL);
    while (true) {
      started = started.plusSeconds(random.nextLong(2 * 86_400, 13 * 86_400));
      var ended = started.plusSeconds(random.nextLong(14 * 60, 5 * 3600));
      var kind = KINDS.get(random.nextInt(KINDS.size()));
      var service = estate.services().get(random.nextInt(estate.services().size())).name();
      var lead = estate.people().get(random.nextInt(estate.people().size())).login();
      if (started.isAfter(now)) {
        return entries;
      }
      entries.add(new Entry(kind, service, started, ended, lead));
    }
  }

  private static Incident incident(Entry entry, int index, Instant now) {
    boolean over = !entry.isOn(now);
    return new Incident(
        "INC-%04d".formatted(118 + index),
        entry.kind().severity(),
        entry.kind().title().formatted(entry.service()),
        entry.service(),
        entry.started(),
        over ? entry.ended() : null,
        entry.lead(),
        over ? entry.kind().cause() : "under investigation");
  }
}
