package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.x.XInput.Message;

/** A login failed: all that the client may do is to try again. */
record Refusal(XSession session, int failures) implements XConversation {
  @Override
  public Step<XInput, Bytes> hear(Message message) {
    return message.kind() == ClientMessage.SESS_AUTHENTICATE_START
        ? authenticate(message, failures)
        : unexpected(message, "SESS_AUTHENTICATE_START");
  }
}
