package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings of sessions that have set nothing: the same for all that came with one collation
 * since a global variable was last changed. Thread-safe.
 */
final class FreshSettings {
  private volatile Since since = new Since(Instant.MIN, new ConcurrentHashMap<>());

  /** What is known since a change: settings by the number of the client's collation, a byte. */
  private record Since(Instant change, Map<Integer, Settings> known) {}

  /** A global variable was changed. */
  void forget(Instant now) {
    since = new Since(now, new ConcurrentHashMap<>());
  }

  Settings of(Session session) {
    Since current = since;
    if (!session.variables().isEmpty() || !session.opened().isAfter(current.change())) {
      return Settings.of(session);
    }
    Settings known = current.known().get(session.client().collation());
    if (known == null) {
      known = Settings.of(session);
      current.known().put(session.client().collation(), known);
    }
    return known;
  }
}
