package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.ssh.Verdict.Right;
import io.honeypods.ssh.Verdict.WouldDo;
import io.honeypods.ssh.Verdict.Wrong;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The login of one client: <a href="https://www.rfc-editor.org/rfc/rfc4252">RFC 4252</a>. */
final class Authentication {
  private static final int MAX_TRIES = 6;
  private static final int MAX_ATTEMPTS = 1024;
  private static final String SERVICE = "ssh-userauth";
  private static final String METHODS = "publickey,password";

  private final SshServer server;
  private final Credentials credentials;
  private boolean requested;
  private boolean updates;
  private @Nullable String user;
  private @Nullable String service;
  private int attempts;
  private int failures;
  private boolean tried;
  private boolean accepted;

  Authentication(SshServer server) {
    this.server = server;
    this.credentials = new Credentials(server);
  }

  /** Who logged in; null as long as nobody did. */
  @Nullable String user() {
    return accepted ? user : null;
  }

  /** Whether a credential was presented. */
  boolean hasTried() {
    return tried;
  }

  /** Takes a message; false where it is none for us. */
  boolean receive(byte[] payload, KeyExchange kex, Turn turn) {
    int type = Byte.toUnsignedInt(payload[0]);
    PayloadReader reader = PayloadReader.ofMessage(payload);
    switch (type) {
      case Msg.EXT_INFO -> {
        if (!kex.isExtended() || !server.profile().isModern()) {
          return false;
        }
        extensions(reader);
      }
      case Msg.SERVICE_REQUEST -> service(reader, turn);
      case Msg.USERAUTH_REQUEST -> {
        if (!requested) {
          return false;
        }
        request(reader, payload, kex.sessionId(), turn);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void extensions(PayloadReader reader) {
    long count = reader.u32();
    for (long i = 0; i < Math.min(count, MAX_ATTEMPTS); i++) {
      String name = reader.cText();
      String value = reader.text();
      updates |= name.equals("ext-info-in-auth@openssh.com") && value.equals("0");
    }
  }

  private void service(PayloadReader reader, Turn turn) {
    String name = reader.cText();
    reader.end();
    if (name.equals(SERVICE)) {
      requested = true;
      turn.send(PayloadWriter.message(Msg.SERVICE_ACCEPT).text(name));
    } else {
      turn.disconnect("bad service request " + name);
    }
  }

  private void request(PayloadReader reader, byte[] payload, byte[] sessionId, Turn turn) {
    String name = reader.cText();
    String asked = reader.cText();
    String method = reader.cText();
    int style = name.indexOf(':');
    String who = style < 0 ? name : name.substring(0, style);
    if (attempts >= MAX_ATTEMPTS) {
      turn.disconnect("Too many authentication failures");
      return;
    }
    attempts++;
    if (user == null || service == null) {
      user = who;
      service = asked;
      if (updates) {
        turn.send(server.signatureAlgorithms());
      }
    } else if (!user.equals(who) || !service.equals(asked)) {
      turn.disconnect(
          "Change of username or service not allowed: (%s,%s) -> (%s,%s)"
              .formatted(user, service, who, asked));
      return;
    }
    attempt(method, reader, Bytes.of(payload), Bytes.of(sessionId), turn);
  }

  private void attempt(String method, PayloadReader reader, Bytes payload, Bytes id, Turn turn) {
    String who = String.valueOf(user);
    switch (method) {
      case "none" -> {
        reader.end();
        turn.saw(Credentials.without(who, LoginMethod.NONE));
        fail(attempts > 1, turn);
      }
      case "password" -> answer(credentials.password(who, reader), turn);
      case "publickey" -> answer(credentials.publicKey(who, reader, payload, id, false), turn);
      case "publickey-hostbound-v00@openssh.com" ->
          answer(credentials.publicKey(who, reader, payload, id, true), turn);
      default -> {
        List<Event> seen =
            method.equals("keyboard-interactive")
                ? List.of(Credentials.without(who, LoginMethod.KEYBOARD_INTERACTIVE))
                : List.of();
        answer(new Verdict(new Wrong(), seen, Duration.ZERO), turn);
      }
    }
  }

  private void answer(Verdict verdict, Turn turn) {
    tried = true;
    verdict.seen().forEach(turn::saw);
    switch (verdict.answer()) {
      case Right _ -> {
        turn.after(verdict.worked());
        accept(turn);
      }
      case Wrong _ -> {
        turn.after(server.refusal(String.valueOf(user), verdict.worked()));
        fail(true, turn);
      }
      case WouldDo key -> {
        turn.after(server.refusal(String.valueOf(user), verdict.worked()));
        turn.send(
            PayloadWriter.message(Msg.USERAUTH_PK_OK)
                .text(key.algorithm())
                .string(key.blob().toByteArray()));
      }
    }
  }

  private void accept(Turn turn) {
    accepted = true;
    turn.send(PayloadWriter.message(Msg.USERAUTH_SUCCESS));
  }

  private void fail(boolean counts, Turn turn) {
    failures += counts ? 1 : 0;
    if (failures >= MAX_TRIES) {
      turn.disconnect("Too many authentication failures");
    } else {
      turn.send(PayloadWriter.message(Msg.USERAUTH_FAILURE).text(METHODS).bool(false));
    }
  }
}
