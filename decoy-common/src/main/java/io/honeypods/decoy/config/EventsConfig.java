package io.honeypods.decoy.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What events hold and how many may wait: section {@code events}. */
public record EventsConfig(
    @Setting(value = "What an event tells about a password that was tried.", fallback = "plain")
        CredentialsMode credentials,
    @Setting(
            value = "How many events may wait to be written before some are lost, and counted.",
            fallback = "16384",
            min = 16,
            max = 1_048_576)
        int queue,
    @Setting(value = "Labels that every event carries, such as `team: blue`.", fallback = "{}")
        Map<String, String> labels) {
  private static final int LONGEST_LABELS = 1024;

  public EventsConfig {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    int length = 0;
    for (var label : labels.entrySet()) {
      if (!isLabelName(label.getKey())) {
        throw new IllegalArgumentException(
            "label "
                + Show.quoted(label.getKey())
                + " (expected letters, digits and any of - _ . / in a name)");
      }
      length += lengthInJson(label.getKey()) + lengthInJson(label.getValue());
    }
    if (length > LONGEST_LABELS) {
      throw new IllegalArgumentException(
          "labels of " + length + " characters (expected at most " + LONGEST_LABELS + ")");
    }
  }

  private static boolean isLabelName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0));
  }

  /** Anything but printable ASCII is escaped, and so takes six characters. */
  private static int lengthInJson(String text) {
    return text.chars().map(c -> c >= 0x20 && c < 0x7f ? 1 : 6).sum();
  }
}
