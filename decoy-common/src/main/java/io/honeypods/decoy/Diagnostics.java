package io.honeypods.decoy;

/**
 * Where our own messages go: to stderr in plain lines, since stdout belongs to events. Without a
 * time, which whatever collects them adds, and whose format takes longer to load than it is worth.
 */
final class Diagnostics {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private Diagnostics() {}

  static void configure() {
    preset("showThreadName", "false");
    preset("showShortLogName", "true");
    preset("defaultLogLevel", "info");
    preset("log.io.netty", "warn");
  }

  private static void preset(String name, String value) {
    if (System.getProperty(PREFIX + name) == null) {
      System.setProperty(PREFIX + name, value);
    }
  }
}
