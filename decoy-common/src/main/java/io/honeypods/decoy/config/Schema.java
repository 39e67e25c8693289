package io.honeypods.decoy.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The top level of the configuration: what every install has, then a section for each decoy. */
final class Schema {
  static final String IDENTITY = "identity";
  static final String EVENTS = "events";
  static final String ADMIN = "admin";
  static final String LIMITS = "limits";
  static final String EXPECTED = "expected";

  private Schema() {}

  /** The sections as keys, in order. */
  static List<Key> keys(Map<String, Class<? extends Record>> decoys) {
    var keys = new ArrayList<Key>();
    keys.add(section(IDENTITY, IdentityConfig.class, "Who the decoys pretend to be."));
    keys.add(section(EVENTS, EventsConfig.class, "What events hold and how many may wait."));
    keys.add(section(ADMIN, AdminConfig.class, "Where health and metrics are served."));
    keys.add(section(LIMITS, LimitsConfig.class, "How much all peers together may take."));
    keys.add(
        new Key(
            EXPECTED,
            new Shape.Many(Shape.group(ExpectedSource.class)),
            "Who may come: their events are labelled and raise no alert.",
            "[]",
            null));
    decoys.forEach((name, type) -> keys.add(section(name, type, "")));
    if (keys.stream().map(Key::name).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("sections " + decoys.keySet() + " (expected other names)");
    }
    return List.copyOf(keys);
  }

  private static Key section(String name, Class<? extends Record> type, String meaning) {
    return new Key(name, Shape.group(type), meaning, Setting.REQUIRED, null);
  }
}
