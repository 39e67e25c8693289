package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Payload;

/** What {@link HttpFraming} makes of a peer's bytes. */
sealed interface HttpInput {

  /** The first byte of a request that is not the connection's first. */
  record Begun() implements HttpInput {}

  /**
   * The head of a request, complete.
   *
   * @param buffered whether nginx has, or cannot rule out, more of the peer's bytes in hand: the
   *     request came right behind another, or filled a buffer to the brim
   * @param brokenBody whether the chunks that came in the same segment are already malformed
   */
  record Head(RequestHead request, BodyLength body, boolean buffered, boolean brokenBody)
      implements HttpInput {}

  /**
   * A head that could not be read to its end.
   *
   * @param request what was read of it
   * @param tooLarge whether its headers did not fit the buffers
   * @param problem what was got and what was expected
   * @param input the bytes of the request up to the one that decided
   */
  record Bad(RequestHead request, int status, boolean tooLarge, String problem, Payload input)
      implements HttpInput {}

  /** Content of the body, without chunk framing. */
  record BodyPart(Bytes content) implements HttpInput {}

  /**
   * The body is complete.
   *
   * @param buffered whether nginx cannot rule out that it has more of the peer's bytes in hand:
   *     always, but behind chunks that came later than the head
   */
  record BodyEnd(boolean buffered) implements HttpInput {}

  /** A chunk is malformed. */
  record BodyBroken() implements HttpInput {}
}
