package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The storage engines by their proper names. */
final class Engines {
  private static final List<String> KNOWN =
      List.of("InnoDB", "MyISAM", "MEMORY", "CSV", "ARCHIVE", "BLACKHOLE", "MRG_MYISAM");

  private Engines() {}

  /** Null if there is none of that name. */
  static @Nullable String name(String given) {
    if (given.equalsIgnoreCase("HEAP")) {
      return "MEMORY";
    }
    return KNOWN.stream().filter(given::equalsIgnoreCase).findFirst().orElse(null);
  }
}
