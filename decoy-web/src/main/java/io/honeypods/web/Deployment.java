package io.honeypods.web;

import static java.time.ZoneOffset.UTC;

import io.honeypods.decoy.identity.Identity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

/** When each file of the dashboard was last changed: some on their own, the rest by one build. */
final class Deployment {
  private final Identity identity;
  private final Instant installed;
  private final int build;

  Deployment(Identity identity) {
    this.identity = identity;
    this.installed = identity.installed();
    this.build = identity.random("site/build").nextInt();
  }

  /** When a file or directory was last changed; never later than a day after the install. */
  Instant modified(String path) {
    return switch (path) {
      case "/ops/db-backup.sh" -> before("backup", 18, 60);
      case "/ops/deploy-notes.txt", "/ops" -> before("notes", 3, 9);
      case "/50x.html" -> before("package", 25, 70);
      case "/.env", "/" -> installed.plusSeconds(3260);
      default -> build(path);
    };
  }

  /** All that one build wrote, within two seconds. */
  private Instant build(String path) {
    return installed.plusSeconds(2475 + Math.floorMod(build ^ path.hashCode(), 3));
  }

  /** A time of day at which people work, some days before the install. */
  private Instant before(String what, int leastDays, int mostDays) {
    var random = identity.random("site/changed/" + what);
    var day = LocalDate.ofInstant(installed, UTC);
    day = day.minusDays(random.nextInt(leastDays, mostDays));
    if (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
      day = day.minusDays(2);
    }
    return day.atTime(8, 0).toInstant(UTC).plusSeconds(random.nextInt(9 * 3600));
  }
}
