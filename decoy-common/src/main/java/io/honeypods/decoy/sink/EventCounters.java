package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.EventKind;
import io.micrometer.core.instrument.Counter;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Counters by kind of event and alert, found without hashing: every event asks. */
final class EventCounters {
  private final EnumMap<EventKind, Counter> withoutAlert = new EnumMap<>(EventKind.class);
  private final EnumMap<EventKind, EnumMap<AlertName, Counter>> byAlert =
      new EnumMap<>(EventKind.class);

  void put(EventKind kind, @Nullable AlertName alert, Counter counter) {
    if (alert == null) {
      withoutAlert.put(kind, counter);
    } else {
      byAlert.computeIfAbsent(kind, _ -> new EnumMap<>(AlertName.class)).put(alert, counter);
    }
  }

  /** The counter of a pair that was put; null for any other. */
  @Nullable Counter get(EventKind kind, @Nullable AlertName alert) {
    if (alert == null) {
      return withoutAlert.get(kind);
    }
    EnumMap<AlertName, Counter> counters = byAlert.get(kind);
    return counters == null ? null : counters.get(alert);
  }
}
