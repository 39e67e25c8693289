package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;

/** What a peer of the X plugin says. */
public sealed interface XInput {
  Bytes raw();

  /** A message that is one as far as its own fields go. */
  record Message(ClientMessage kind, ProtoMessage fields, Bytes raw) implements XInput {}

  /** What is no message; nothing is heard after it. */
  record Broken(Fault fault, String problem, Bytes raw) implements XInput {}

  /** Why something is no message, as the server tells it. */
  enum Fault {
    EMPTY("Messages without payload are not supported"),
    UNKNOWN_TYPE("Invalid message"),
    UNPARSABLE("Parse error unserializing protobuf message"),
    TRAILING_BYTES("Invalid message-frame."),
    /** Longer than the server takes, which it does not say. */
    TOO_LONG(""),
    /** Longer than we keep, though the server would wait for the rest. */
    NOT_KEPT("");

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
