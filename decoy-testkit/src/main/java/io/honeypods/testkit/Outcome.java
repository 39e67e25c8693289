package io.honeypods.testkit;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.net.Step.Ending;
import java.time.Duration;
import java.util.List;

/**
 * What came of a session: what must be the same however the peer's bytes were cut up.
 *
 * @param replies each as it was flushed
 * @param delays those of steps that had any
 * @param ending {@link Ending#HALF_CLOSE} counts as {@link Ending#LINGER}: they differ only by what
 *     a real server had in its buffer, which does depend on how bytes arrive
 */
public record Outcome(
    List<Bytes> replies, List<Event> events, List<Duration> delays, Ending ending) {
  public Outcome {
    replies = List.copyOf(replies);
    events = List.copyOf(events);
    delays = List.copyOf(delays);
    ending = ending == Ending.HALF_CLOSE ? Ending.LINGER : ending;
  }
}
