package io.honeypods.testkit;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Framing;
import io.honeypods.decoy.net.ReplyEncoder;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One side of a protocol as its decoy implements it.
 *
 * @param framing makes the framing of one session
 * @param conversation makes the first state of one session, which lives by the clock given
 */
public record Protocol<I, O>(
    Supplier<Framing<I>> framing,
    ReplyEncoder<O> encoder,
    Function<InstantSource, Conversation<I, O>> conversation) {

  /** A new session, greeted. */
  public Play<I, O> begin() {
    return Play.begin(this);
  }

  /** A session in which a peer sends all its bytes, cut up, and is gone then. */
  public Outcome play(Fragments fragments, Bytes bytes) {
    Play<I, O> play = begin();
    fragments.of(bytes).forEach(play::send);
    play.leave();
    return play.outcome();
  }
}
