package io.honeypods.mysql.sql;

/** A line of SHOW WARNINGS. */
record Warning(Level level, int code, String message) {
  enum Level {
    NOTE("Note"),
    WARNING("Warning"),
    ERROR("Error");

    private final String label;

    Level(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
