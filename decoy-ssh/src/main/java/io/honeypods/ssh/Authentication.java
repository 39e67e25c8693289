package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.identity.Planted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The login of one client: <a href="https://www.rfc-editor.org/rfc/rfc4252">RFC 4252</a>. */
final class Authentication {
  private static final int MAX_TRIES = 6;
  private static final int MAX_ATTEMPTS = 1024;
  private static final String SERVICE = "ssh-userauth";
  private static final String METHODS = "publickey,password";

  private final SshServer server;
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
    attempt(method, new Attempt(who, reader, Bytes.of(payload), Bytes.of(sessionId)), turn);
  }

  private void attempt(String method, Attempt attempt, Turn turn) {
    switch (method) {
      case "none" -> {
        attempt.reader.end();
        turn.saw(login(attempt.user, LoginMethod.NONE, Secret.NONE, Outcome.FAILURE));
        fail(attempts > 1, turn);
      }
      case "password" -> password(attempt, turn);
      case "publickey" -> publicKey(attempt, false, turn);
      case "publickey-hostbound-v00@openssh.com" -> publicKey(attempt, true, turn);
      default -> {
        tried = true;
        if (method.equals("keyboard-interactive")) {
          turn.saw(
              login(attempt.user, LoginMethod.KEYBOARD_INTERACTIVE, Secret.NONE, Outcome.FAILURE));
        }
        turn.after(userDelay());
        fail(true, turn);
      }
    }
  }

  private record Attempt(String user, PayloadReader reader, Bytes payload, Bytes sessionId) {}

  private void password(Attempt attempt, Turn turn) {
    tried = true;
    boolean change = attempt.reader.bool();
    String password = utf8(attempt.reader.string());
    if (change) {
      attempt.reader.string();
    }
    attempt.reader.end();
    Account account = server.account(attempt.user);
    Planted bait = planted(password);
    boolean right = !change && isRight(attempt.user, password, account, bait);
    Outcome outcome = right ? Outcome.SUCCESS : Outcome.FAILURE;
    turn.saw(login(attempt.user, LoginMethod.PASSWORD, Secret.password(password), outcome));
    if (bait != null) {
      turn.saw(
          new PlantedCredentialUsed(
              bait.service(), bait.user(), bait.place(), LoginMethod.PASSWORD));
    }
    if (right) {
      turn.after(server.between(40, 90));
      accept(turn);
    } else {
      turn.after(server.between(2100, 2400));
      fail(true, turn);
    }
  }

  private @Nullable Planted planted(String password) {
    return server.planted().stream()
        .filter(each -> each.secret().equals(password))
        .findFirst()
        .orElse(null);
  }

  private static boolean isRight(
      String user, String password, @Nullable Account account, @Nullable Planted bait) {
    return (account != null && password.equals(account.password()))
        || (bait != null && bait.service().equals("ssh") && bait.user().equals(user));
  }

  private void publicKey(Attempt attempt, boolean hostBound, Turn turn) {
    tried = true;
    PayloadReader reader = attempt.reader;
    boolean signed = reader.bool();
    String algorithm = reader.cText();
    byte[] blob = reader.string();
    if (hostBound) {
      reader.string();
    }
    int before = attempt.payload.length() - reader.remaining();
    byte[] signature = signed ? reader.string() : new byte[0];
    reader.end();
    Account account = server.account(attempt.user);
    boolean known =
        account != null
            && account.keys().contains(Bytes.of(blob))
            && server.profile().signatures().contains(algorithm);
    boolean right =
        known
            && signed
            && PublicKeys.verify(
                algorithm,
                blob,
                new PayloadWriter()
                    .string(attempt.sessionId.toByteArray())
                    .raw(attempt.payload.slice(0, before).toByteArray())
                    .bytes(),
                signature);
    var secret = new Secret(Secret.Type.PUBLIC_KEY, Text.of(PublicKeys.describe(algorithm, blob)));
    Outcome outcome =
        right ? Outcome.SUCCESS : known && !signed ? Outcome.UNKNOWN : Outcome.FAILURE;
    turn.saw(login(attempt.user, LoginMethod.PUBLIC_KEY, secret, outcome));
    turn.after(userDelay());
    if (right) {
      accept(turn);
    } else if (known && !signed) {
      turn.send(PayloadWriter.message(Msg.USERAUTH_PK_OK).text(algorithm).string(blob));
    } else {
      fail(true, turn);
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

  /** 5 ms and a part that is always the same for a user. */
  private Duration userDelay() {
    int hash = user == null ? 0 : Math.floorMod(user.hashCode(), 4200);
    return Duration.ofNanos((5000L + hash) * 1000L);
  }

  private static LoginAttempted login(
      String user, LoginMethod method, Secret secret, Outcome outcome) {
    return new LoginAttempted(method, Text.of(user), secret, outcome);
  }

  private static String utf8(byte[] bytes) {
    return PublicKeys.text(bytes);
  }
}
