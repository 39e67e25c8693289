package io.honeypods.mysql.diff;

/** What every 8.0.4x writes otherwise than 8.0.12, taken out of a text. */
final class Versions {
  private Versions() {}

  /**
   * Without the encryption of schemata (since 8.0.16), display widths (until 8.0.18), the table
   * before the key of a duplicate (since 8.0.19) and DEFAULT_GENERATED for the present time (since
   * 8.0.13); with the name that utf8mb3 had until 8.0.28.
   */
  static String without(String text) {
    return text.replaceAll(
            "(?i)\\b(tinyint|smallint|mediumint|int|bigint)\\((?!1\\))[0-9]+\\)(?! zerofill)", "$1")
        .replaceAll("(Duplicate entry '.*' for key ')[^'.]+\\.", "$1")
        .replaceAll("DEFAULT_GENERATED ?", "")
        .replace(" /*!80016 DEFAULT ENCRYPTION='N' */", "")
        .replace("year(4)", "year")
        .replace("utf8mb3", "utf8");
  }
}
