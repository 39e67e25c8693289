package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation does about a message.
 *
 * @param next the state from now on
 * @param replies what is sent, each flushed on its own
 * @param seen what is reported, before the replies go out
 * @param ending whether and how we end the session after the last reply
 * @param delay how long the replies, and all that follows, wait
 * @param tls our side of TLS, once there is one, where all that follows the replies is within it
 */
public record Step<I, O>(
    Conversation<I, O> next,
    List<O> replies,
    List<Event> seen,
    Ending ending,
    Duration delay,
    @Nullable CompletionStage<SSLEngine> tls) {

  /** How our side ends. */
  public enum Ending {
    /** It goes on. */
    NONE,
    /** By closing after the last reply: what the peer still sends is answered with RST. */
    HANG_UP,
    /**
     * Like {@link #HANG_UP}, but where bytes of the peer are left unread only our half is closed,
     * and what comes is read and dropped for a while, so that no RST overtakes the reply.
     */
    LINGER,
    /** As {@link #LINGER} where bytes are left unread, though none are known to be. */
    HALF_CLOSE,
    /** With a RST, as a closed port answers. */
    RESET
  }

  public Step {
    replies = List.copyOf(replies);
    seen = List.copyOf(seen);
  }

  /** Goes on in a state and says nothing. */
  public static <I, O> Step<I, O> silent(Conversation<I, O> next) {
    return new Step<>(next, List.of(), List.of(), Ending.NONE, Duration.ZERO, null);
  }

  public Step<I, O> reply(O reply) {
    return new Step<>(next, append(replies, reply), seen, ending, delay, tls);
  }

  public Step<I, O> saw(Event event) {
    return new Step<>(next, replies, append(seen, event), ending, delay, tls);
  }

  public Step<I, O> sawAll(List<Event> events) {
    return new Step<>(
        next, replies, Stream.concat(seen.stream(), events.stream()).toList(), ending, delay, tls);
  }

  public Step<I, O> hangUp() {
    return ending(Ending.HANG_UP);
  }

  public Step<I, O> ending(Ending how) {
    return new Step<>(next, replies, seen, how, delay, tls);
  }

  public Step<I, O> after(Duration wait) {
    return new Step<>(next, replies, seen, ending, wait, tls);
  }

  /**
   * Goes on within TLS behind the replies: STARTTLS, or what the protocol calls it. The peer waits
   * until our side is there.
   */
  public Step<I, O> startTls(CompletionStage<SSLEngine> engine) {
    return new Step<>(next, replies, seen, ending, delay, engine);
  }

  private static <T> List<T> append(List<T> list, T last) {
    return list.isEmpty() ? List.of(last) : Stream.concat(list.stream(), Stream.of(last)).toList();
  }
}
