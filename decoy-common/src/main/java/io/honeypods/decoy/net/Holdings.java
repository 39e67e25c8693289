package io.honeypods.decoy.net;

import java.util.concurrent.atomic.AtomicLong;

/** What all sessions hold together of messages that are not whole yet, in bytes. */
final class Holdings {

  /** What every session may hold, however much the others do. */
  static final int FREE = 2048;

  private final long limit;
  private final AtomicLong held = new AtomicLong();

  Holdings(long limit) {
    this.limit = limit;
  }

  /** A session that held {@code before} now holds {@code now}; false if that is too much. */
  boolean change(int before, int now) {
    long all = now == before ? held.get() : held.addAndGet((long) now - before);
    return now <= before || now <= FREE || all <= limit;
  }

  long held() {
    return held.get();
  }
}
