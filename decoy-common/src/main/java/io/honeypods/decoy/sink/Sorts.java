package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.Observation;
import java.util.HashMap;
import java.util.Map;

/** What sort of event an observation is, most of {@code event.*}: few sorts, rendered once. */
final class Sorts {
  private final Map<Sort, RenderedFields> kept = new HashMap<>();

  private record Sort(EventKind kind, EcsTaxonomy taxonomy, String decoy, boolean alert) {}

  RenderedFields of(Observation seen) {
    boolean alert = !seen.alerts().isEmpty() && !seen.expected();
    var sort = new Sort(seen.event().kind(), EcsTaxonomy.of(seen.event()), seen.decoy(), alert);
    return kept.computeIfAbsent(sort, Sorts::render);
  }

  private static RenderedFields render(Sort sort) {
    return new RenderedFields(
        json -> {
          json.text("kind", sort.alert ? "alert" : "event");
          json.texts("category", sort.taxonomy.category());
          json.texts("type", sort.taxonomy.type());
          json.text("action", sort.kind.id());
          json.text("outcome", sort.taxonomy.outcome());
          json.text("module", "honeypods");
          json.text("dataset", "honeypods." + sort.decoy);
          json.number("severity", sort.kind.severity());
        });
  }
}
