package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.x.XInput.Message;

/**
 * The client has to answer a challenge.
 *
 * @param failures answers that were wrong before
 */
record Challenge(XSession session, Mechanism mechanism, Bytes salt, int failures)
    implements XConversation {
  @Override
  public Step<XInput, Bytes> hear(Message message) {
    if (message.kind() != ClientMessage.SESS_AUTHENTICATE_CONTINUE) {
      return unexpected(message, "SESS_AUTHENTICATE_CONTINUE");
    }
    Login login = Login.parse(message.fields().bytes(1));
    return deny(login, login.attempt(mechanism, salt), failures);
  }
}
