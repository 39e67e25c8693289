package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;

/** What the lure hears: all that came, and whether it is a TLS ClientHello. */
sealed interface LureInput {
  Bytes raw();

  /** A complete ClientHello. */
  record Hello(ClientHello hello, Bytes raw) implements LureInput {}

  /** Anything else, as far as it takes to tell. */
  record Other(String problem, Bytes raw) implements LureInput {}
}
