package io.honeypods.decoy.sink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** The names of JSON fields as bytes; none of them comes from a peer. */
final class FieldNames {
  private static final Map<String, SerializableString> KNOWN = new ConcurrentHashMap<>();

  private FieldNames() {}

  static SerializableString of(String name) {
    SerializableString known = KNOWN.get(name);
    return known == null ? KNOWN.computeIfAbsent(name, SerializedString::new) : known;
  }
}
