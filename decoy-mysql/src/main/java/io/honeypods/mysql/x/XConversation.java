package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.x.XInput.Broken;
import io.honeypods.mysql.x.XInput.Fault;
import io.honeypods.mysql.x.XInput.Message;
import java.time.Duration;

/** The server's side of the X protocol up to the login that never succeeds. */
sealed interface XConversation extends Conversation<XInput, Bytes>
    permits Negotiation, Challenge, Refusal, XConversation.Deafness {
  int INVALID_MESSAGE = 5000;
  int UNSUPPORTED_AUTHENTICATION = 1251;
  int ACCESS_DENIED = 1045;
  int MAX_FAILURES = 3;

  XSession session();

  /** Answers a message in this state. */
  Step<XInput, Bytes> hear(Message message);

  static XConversation begin(XSession session) {
    return new Negotiation(session, Capabilities.INITIAL);
  }

  @Override
  default Duration patience() {
    return session().left();
  }

  @Override
  default Step<XInput, Bytes> receive(XInput input) {
    return switch (input) {
      case Message message -> hear(message);
      case Broken broken -> refuse(broken);
    };
  }

  /** Answers a message that this state does not allow. */
  default Step<XInput, Bytes> unexpected(Message message, String expected) {
    String problem = message.kind() + " (expected " + expected + ")";
    return fail(INVALID_MESSAGE, Fault.UNKNOWN_TYPE.text()).saw(malformed(problem, message));
  }

  /** Answers a message whose fields hold no message where one should be. */
  default Step<XInput, Bytes> unparsable(Message message, String expected) {
    String problem = message.kind() + " with broken fields (expected " + expected + ")";
    return fail(INVALID_MESSAGE, Fault.UNPARSABLE.text()).saw(malformed(problem, message));
  }

  /** Goes on to a challenge, or ends where the mechanism is not one for this connection. */
  default Step<XInput, Bytes> authenticate(Message start, int failures) {
    String name = start.fields().bytes(1).latin1();
    Mechanism mechanism = Mechanism.byName(name);
    if (mechanism != null) {
      Bytes salt = session().salt();
      var next = new Challenge(session(), mechanism, salt, failures);
      return Step.<XInput, Bytes>silent(next).reply(XReply.challenge(salt));
    }
    boolean plain = name.equals("PLAIN");
    Login told = Login.parse(start.fields().bytes(start.fields().has(2) ? 2 : 3));
    if (plain && session().secure()) {
      return deny(Login.parse(start.fields().bytes(2)), told.inClear(), failures);
    }
    Step<XInput, Bytes> refused =
        fail(UNSUPPORTED_AUTHENTICATION, "Invalid authentication method " + name);
    return plain
        ? refused.saw(told.inClear())
        : refused.saw(malformed("authentication method " + name + " (expected MYSQL41)", start));
  }

  /** Denies a login, and ends where there were too many. */
  default Step<XInput, Bytes> deny(Login login, LoginAttempted attempt, int failures) {
    boolean last = failures + 1 == MAX_FAILURES;
    Step<XInput, Bytes> denied =
        Step.<XInput, Bytes>silent(new Refusal(session(), failures + 1))
            .saw(attempt)
            .reply(XReply.error(last, ACCESS_DENIED, login.denial(session().peer())));
    return last ? denied.hangUp() : denied;
  }

  @Override
  default Step<XInput, Bytes> notSecured(String problem) {
    return Step.<XInput, Bytes>silent(this)
        .saw(new InputMalformed(problem, Payload.EMPTY))
        .hangUp();
  }

  private Step<XInput, Bytes> refuse(Broken broken) {
    InputMalformed event = malformed(broken.problem(), broken);
    Step<XInput, Bytes> step =
        switch (broken.fault()) {
          case EMPTY, UNKNOWN_TYPE, UNPARSABLE, TRAILING_BYTES ->
              fail(INVALID_MESSAGE, broken.fault().text());
          case TOO_LONG -> Step.<XInput, Bytes>silent(this).hangUp();
          case NOT_KEPT -> Step.silent(new Deafness(session()));
        };
    return step.saw(event);
  }

  private Step<XInput, Bytes> fail(int code, String latin1) {
    return Step.<XInput, Bytes>silent(this).reply(XReply.error(true, code, latin1)).hangUp();
  }

  private static InputMalformed malformed(String problem, XInput input) {
    return new InputMalformed(problem, Payload.of(input.raw()));
  }

  /** Takes whatever comes as the rest of an endless message, until the time is over. */
  record Deafness(XSession session) implements XConversation {
    @Override
    public Step<XInput, Bytes> hear(Message message) {
      return Step.silent(this);
    }
  }
}
