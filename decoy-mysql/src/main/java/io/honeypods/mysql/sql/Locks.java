package io.honeypods.mysql.sql;

import java.util.Map;

/** The locks of GET_LOCK: names, and who holds them. */
final class Locks {
  private static final int MOST = 1000;

  private Locks() {}

  /** 1 where it is now ours, 0 where another has it. */
  static Value take(Session session, String name) {
    Map<String, Long> locks = session.server().locks();
    long me = session.client().connectionId();
    long holder = holder(session, name);
    if ((holder != 0 && holder != me) || locks.size() >= MOST) {
      return Value.Int.of(0);
    }
    locks.put(name, me);
    return Value.Int.of(1);
  }

  /** 1 where it was ours, 0 where another's, NULL where nobody's. */
  static Value release(Session session, String name) {
    long holder = holder(session, name);
    if (holder == 0) {
      return Value.NULL;
    }
    if (holder != session.client().connectionId()) {
      return Value.Int.of(0);
    }
    session.server().locks().remove(name);
    return Value.Int.of(1);
  }

  /** The connection that has it, or 0. */
  static long holder(Session session, String name) {
    return session.server().locks().getOrDefault(name, 0L);
  }

  static long releaseAll(Session session) {
    Map<String, Long> locks = session.server().locks();
    int before = locks.size();
    locks.values().removeIf(holder -> holder == session.client().connectionId());
    return (long) before - locks.size();
  }
}
