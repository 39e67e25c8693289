package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.ssh.Verdict.Answer;
import io.honeypods.ssh.Verdict.Right;
import io.honeypods.ssh.Verdict.WouldDo;
import io.honeypods.ssh.Verdict.Wrong;
import io.honeypods.ssh.host.PlantedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who gets in: accounts, and whoever read our bait. */
final class Credentials {
  private static final int LEAST_PAM_MILLIS = 1500;
  private static final int MOST_PAM_MILLIS = 2500;
  private static final int LEAST_RIGHT_MILLIS = 40;
  private static final int MOST_RIGHT_MILLIS = 90;

  private final SshServer server;

  Credentials(SshServer server) {
    this.server = server;
  }

  /**
   * A password that a request has; it takes as long as PAM does, which makes the wrong ones wait.
   */
  Verdict password(String user, PayloadReader reader) {
    boolean change = reader.bool();
    String password = PublicKeys.text(reader.string());
    if (change) {
      reader.string();
    }
    reader.end();
    Planted bait = planted(password);
    boolean right = !change && isRight(user, password, server.account(user), bait);
    var seen = new ArrayList<Event>();
    seen.add(
        login(
            user,
            LoginMethod.PASSWORD,
            Secret.password(password),
            right ? Outcome.SUCCESS : Outcome.FAILURE));
    if (bait != null) {
      seen.add(
          new PlantedCredentialUsed(
              bait.service(), bait.user(), bait.place(), LoginMethod.PASSWORD));
    }
    return right
        ? new Verdict(new Right(), seen, server.between(LEAST_RIGHT_MILLIS, MOST_RIGHT_MILLIS))
        : new Verdict(new Wrong(), seen, server.between(LEAST_PAM_MILLIS, MOST_PAM_MILLIS));
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

  /**
   * A public key that a request has, with or without a signature.
   *
   * @param payload the whole request, whose part before the signature is what is signed
   * @param hostBound whether the request names a host key as well
   */
  Verdict publicKey(
      String user, PayloadReader reader, Bytes payload, Bytes sessionId, boolean hostBound) {
    boolean signed = reader.bool();
    String algorithm = reader.cText();
    byte[] blob = reader.string();
    if (hostBound) {
      reader.string();
    }
    Bytes proven = payload.slice(0, payload.length() - reader.remaining());
    byte[] signature = signed ? reader.string() : new byte[0];
    reader.end();
    boolean known = isKnown(user, algorithm, blob);
    Answer answer = new Wrong();
    Outcome outcome = Outcome.FAILURE;
    if (known && !signed) {
      answer = new WouldDo(algorithm, Bytes.of(blob));
      outcome = Outcome.UNKNOWN;
    } else if (known
        && PublicKeys.verify(algorithm, blob, signedData(sessionId, proven), signature)) {
      answer = new Right();
      outcome = Outcome.SUCCESS;
    }
    var key = new Secret(Secret.Type.PUBLIC_KEY, Text.of(PublicKeys.describe(algorithm, blob)));
    var seen = new ArrayList<Event>();
    seen.add(login(user, LoginMethod.PUBLIC_KEY, key, outcome));
    PlantedKey bait = server.host().plantedKey();
    if (Arrays.equals(blob, bait.blob())) {
      seen.add(new PlantedCredentialUsed("ssh", bait.user(), bait.place(), LoginMethod.PUBLIC_KEY));
    }
    return new Verdict(answer, seen, Duration.ZERO);
  }

  private boolean isKnown(String user, String algorithm, byte[] blob) {
    Account account = server.account(user);
    return account != null
        && account.keys().contains(Bytes.of(blob))
        && server.profile().signatures().contains(algorithm);
  }

  private static byte[] signedData(Bytes sessionId, Bytes proven) {
    return new PayloadWriter().string(sessionId.toByteArray()).raw(proven.toByteArray()).bytes();
  }

  /** A login by a method that needs no credential, or one that we do not have. */
  static LoginAttempted without(String user, LoginMethod method) {
    return login(user, method, Secret.NONE, Outcome.FAILURE);
  }

  private static LoginAttempted login(
      String user, LoginMethod method, Secret secret, Outcome outcome) {
    return new LoginAttempted(method, Text.of(user), secret, outcome);
  }
}
