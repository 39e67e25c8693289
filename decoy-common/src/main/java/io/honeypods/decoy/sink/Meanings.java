package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.event.Technique;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What observations mean, {@code rule.*} and {@code threat.*}: few combinations, rendered once. */
final class Meanings {
  private static final int MAX_KEPT = 1024;

  private final Map<Key, RenderedFields> kept = new HashMap<>();

  private record Key(List<AlertName> alerts, List<Technique> techniques) {}

  RenderedFields of(Observation seen) {
    if (kept.size() > MAX_KEPT) {
      kept.clear();
    }
    var key = new Key(seen.alerts(), Techniques.of(seen));
    return kept.computeIfAbsent(key, Meanings::render);
  }

  private static RenderedFields render(Key key) {
    return new RenderedFields(
        json -> {
          json.object("rule", () -> rule(json, key.alerts));
          EcsThreat.write(json, key.techniques);
        });
  }

  private static void rule(EcsFields json, List<AlertName> alerts) {
    json.texts("name", alerts.stream().map(AlertName::id).toList());
    json.text("ruleset", "honeypods");
  }
}
