package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.util.List;

/**
 * What is made of a credential.
 *
 * @param worked how long that takes
 */
record Verdict(Answer answer, List<Event> seen, Duration worked) {
  Verdict {
    seen = List.copyOf(seen);
  }

  /** What the client is told. */
  sealed interface Answer {}

  record Right() implements Answer {}

  record Wrong() implements Answer {}

  /** A key that was only asked about. */
  record WouldDo(String algorithm, Bytes blob) implements Answer {}
}
