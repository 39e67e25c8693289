package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Secret;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.CachingSha2Password.Verdict;
import io.honeypods.mysql.account.NativePassword;
import java.nio.charset.StandardCharsets;

/** What an answer proves by the plugin of an account, or what is to be asked next. */
final class PluginCheck {
  private static final int NATIVE_ANSWER = 20;
  private static final int SHA2_ANSWER = 32;
  private static final byte REQUEST_PUBLIC_KEY = 2;
  private static final byte REQUEST_PUBLIC_KEY_SHA256 = 1;
  private static final Bytes PERFORM_FULL_AUTHENTICATION = Bytes.of(new byte[] {4});

  private final Connection connection;
  private final Account account;
  private final LoginOutcome outcome;
  private boolean sentKey;

  PluginCheck(Connection connection, Account account, LoginOutcome outcome) {
    this.connection = connection;
    this.account = account;
    this.outcome = outcome;
  }

  /** What an answer comes to. */
  sealed interface Result {
    record Judged(boolean right) implements Result {}

    /** It is right by what is remembered, which the client is told before the OK packet. */
    record Fast() implements Result {}

    /** The client is to send its password, in clear over TLS, else encrypted. */
    record Password(Bytes question) implements Result {}

    /** The public key is still being made. */
    record KeyPending() implements Result {}

    record Malformed(String problem) implements Result {}
  }

  /** The answer to a scramble. */
  Result answer(byte[] scramble, Bytes answer) {
    return switch (account.plugin()) {
      case MYSQL_NATIVE_PASSWORD -> nativePassword(scramble, answer);
      case CACHING_SHA2_PASSWORD ->
          Answers.isEmpty(answer) ? empty() : cachingSha2(scramble, answer);
      case SHA256_PASSWORD -> Answers.isEmpty(answer) ? empty() : password(scramble, answer);
    };
  }

  private Result nativePassword(byte[] scramble, Bytes answer) {
    if (!answer.isEmpty() && answer.length() != NATIVE_ANSWER) {
      return new Result.Malformed(
          "answer of %d bytes (expected %d)".formatted(answer.length(), NATIVE_ANSWER));
    }
    outcome.presents(Answers.nativeAnswer(scramble, answer));
    return new Result.Judged(
        NativePassword.isRight(account.authenticationString(), scramble, answer.toByteArray()));
  }

  private Result cachingSha2(byte[] scramble, Bytes answer) {
    outcome.presents(Answers.hash(scramble, "caching_sha2_password:", answer));
    if (answer.length() != SHA2_ANSWER) {
      return new Result.Judged(false);
    }
    Verdict verdict = connection.server().sha2().check(account, scramble, answer.toByteArray());
    return verdict == Verdict.RIGHT
        ? new Result.Fast()
        : new Result.Password(PERFORM_FULL_AUTHENTICATION);
  }

  /** The password itself, or a request for the key that it is to be encrypted with. */
  Result password(byte[] scramble, Bytes payload) {
    if (connection.isSecure()) {
      int end = payload.length() > 0 && payload.at(payload.length() - 1) == 0 ? 1 : 0;
      return inClear(payload.slice(0, payload.length() - end).toByteArray());
    }
    if (!sentKey && requestsKey(payload)) {
      return publicKey();
    }
    ServerKeys keys = connection.server().keys();
    byte[] plain = keys == null ? null : keys.decrypt(payload.toByteArray());
    return plain == null ? new Result.Judged(false) : inClear(Answers.unmask(scramble, plain));
  }

  private static boolean requestsKey(Bytes payload) {
    return payload.length() == 1
        && (payload.at(0) == REQUEST_PUBLIC_KEY || payload.at(0) == REQUEST_PUBLIC_KEY_SHA256);
  }

  Result publicKey() {
    ServerKeys keys = connection.server().keys();
    if (keys == null) {
      return new Result.KeyPending();
    }
    sentKey = true;
    return new Result.Password(Bytes.of(keys.publicKeyPem().getBytes(StandardCharsets.US_ASCII)));
  }

  private Result inClear(byte[] password) {
    outcome.presentsInClear(password);
    return new Result.Judged(connection.server().sha2().checkInClear(account, password));
  }

  private Result empty() {
    outcome.presents(Secret.NONE);
    return new Result.Judged(account.authenticationString().isEmpty());
  }
}
