package io.honeypods.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One scrape, by series: such as {@code decoy_connections_total{decoy="web"}}. */
record Metrics(Map<String, Double> series) {
  private static final Pattern SAMPLE = Pattern.compile("([^ {]+(?:\\{.*})?) (\\S+)");

  static Metrics parse(String text) {
    var series = new LinkedHashMap<String, Double>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              Matcher sample = SAMPLE.matcher(line);
              if (!sample.matches()) {
                throw new IllegalArgumentException(line + " (expected a sample)");
              }
              series.put(sample.group(1), Double.valueOf(sample.group(2)));
            });
    return new Metrics(series);
  }

  double value(String name) {
    Double value = series.get(name);
    if (value == null) {
      throw new AssertionError("no series " + name + " among " + series.keySet());
    }
    return value;
  }

  /** The events of a decoy that raise an alert, or none where it is empty. */
  double events(String decoy, String kind, String alert) {
    return value(
        "decoy_events_total{alert=\"%s\",decoy=\"%s\",event=\"%s\"}".formatted(alert, decoy, kind));
  }

  /** The sum of all series of a name. */
  double sum(String name) {
    return sumOf(name + "{");
  }

  /** The sum of all series that begin so. */
  double sumOf(String start) {
    return series.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(start))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
