package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our side of a protocol in one state: it is told what came and says what is done, and does nothing
 * itself. One object belongs to one session and is called by one thread at a time.
 *
 * @param <I> what the {@link Framing} makes of a peer's bytes
 * @param <O> what the {@link ReplyEncoder} makes bytes of
 */
public interface Conversation<I, O> {

  /** The peer is there and has said nothing yet. */
  default Step<I, O> greet() {
    return Step.silent(this);
  }

  Step<I, O> receive(I message);

  /** The peer will send nothing more, though it may still listen. */
  default Step<I, O> finish() {
    return Step.<I, O>silent(this).hangUp();
  }

  /** How long this state waits for the next message; null for as long as the session may last. */
  default @Nullable Duration patience() {
    return null;
  }

  /** The {@link #patience} is over. */
  default Step<I, O> timeOut() {
    return Step.<I, O>silent(this).hangUp();
  }

  /** TLS that was started is there. */
  default Step<I, O> secured(TlsParameters agreed) {
    return Step.silent(this);
  }

  /** TLS that was started did not come about; what is said now goes out in clear. */
  default Step<I, O> notSecured(String problem) {
    return Step.<I, O>silent(this).hangUp();
  }

  /** The session is over: what is there to say that was not said yet. */
  default List<Event> end() {
    return List.of();
  }
}
