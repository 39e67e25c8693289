package io.honeypods.ipenum;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What events of probes add up to. */
final class Sums {
  private Sums() {}

  /** The probes of a source, of which {@code null} is nobody. */
  static long packets(List<JsonNode> events, String source) {
    return sum(events.stream().filter(event -> isOf(event, source)).toList());
  }

  static long all(List<JsonNode> events) {
    return sum(events);
  }

  static long lost(List<JsonNode> events) {
    return sum(events.stream().filter(Sums::isLoss).toList());
  }

  static List<JsonNode> of(List<JsonNode> events, String source) {
    return events.stream().filter(event -> isOf(event, source)).toList();
  }

  private static long sum(List<JsonNode> events) {
    return events.stream().mapToLong(event -> event.at("/honeypod/probe/packets").asLong(0)).sum();
  }

  private static boolean isLoss(JsonNode event) {
    return event.at("/honeypod/probe/technique").asString("").equals("lost-by-kernel");
  }

  private static boolean isOf(JsonNode event, String source) {
    return event.at("/source/ip").asString("").equals(source);
  }
}
