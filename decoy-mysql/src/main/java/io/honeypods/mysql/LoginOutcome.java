package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlSession;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a login presents and comes to: one event, and a session or an error. */
final class LoginOutcome {
  private final Connection connection;
  private final Account account;
  private Secret presented = Secret.NONE;
  private boolean usedPassword;
  private boolean judged;
  private boolean handedOver;

  LoginOutcome(Connection connection, Account account) {
    this.connection = connection;
    this.account = account;
  }

  void presents(Secret secret) {
    presented = secret;
  }

  void presentsInClear(byte[] password) {
    usedPassword |= password.length > 0;
    presented = Secret.password(new String(password, StandardCharsets.UTF_8));
  }

  /** Whether a refusal says that a password was used. */
  void usedPassword(boolean used) {
    usedPassword = used;
  }

  /** An answer came; only mysql_native_password minds what came before it. */
  void answered(boolean given) {
    usedPassword = given || (usedPassword && account.plugin() == AuthPlugin.MYSQL_NATIVE_PASSWORD);
  }

  /**
   * Lets the client in or not.
   *
   * @param sequence of the next packet of ours
   */
  Step<MysqlInput, Bytes> judge(
      Conversation<MysqlInput, Bytes> asked, boolean right, byte[] scramble, int sequence) {
    if (right && !account.locked()) {
      return succeed(asked, Bytes.EMPTY, scramble, sequence);
    }
    judged = true;
    String user = connection.client().user();
    SqlError error =
        right
            ? Errors.accountLocked(user, connection.host())
            : connection.server().accessDenied(user, connection.host(), usedPassword);
    return Step.silent(asked)
        .saw(attempt(Outcome.FAILURE))
        .sawAll(PlantedUse.of(connection, presented, scramble))
        .reply(Replies.error(sequence, error, true))
        .hangUp();
  }

  /** Refuses a client before its password counts. */
  Step<MysqlInput, Bytes> fail(
      Conversation<MysqlInput, Bytes> asked, SqlError error, int sequence) {
    judged = true;
    return Step.silent(asked)
        .saw(attempt(Outcome.FAILURE))
        .reply(Replies.error(sequence, error, true))
        .hangUp();
  }

  /**
   * Opens the session, which goes on with {@link Commands}.
   *
   * @param before what is sent before the OK packet
   */
  Step<MysqlInput, Bytes> succeed(
      Conversation<MysqlInput, Bytes> asked, Bytes before, byte[] scramble, int sequence) {
    judged = true;
    SqlSession session = connection.server().sql().open(connection.as(account));
    String schema = connection.client().schema();
    SqlError refused =
        schema == null || schema.isEmpty() ? null : SchemaCommands.use(session, schema);
    if (refused != null) {
      session.close();
      return Step.silent(asked)
          .saw(attempt(Outcome.SUCCESS))
          .reply(Replies.error(sequence, refused, true))
          .hangUp();
    }
    handedOver = true;
    var commands = new Commands(connection, session);
    Step<MysqlInput, Bytes> step =
        Step.<MysqlInput, Bytes>silent(commands)
            .saw(attempt(Outcome.SUCCESS))
            .sawAll(PlantedUse.of(connection, presented, scramble));
    return (before.isEmpty() ? step : step.reply(before)).reply(commands.welcome(sequence));
  }

  /** The connection is gone: what was presented and never judged is a failure. */
  List<Event> end() {
    if (handedOver) {
      return List.of();
    }
    connection.server().leave();
    return judged || presented.type() == Secret.Type.NONE
        ? List.of()
        : List.of(attempt(Outcome.FAILURE));
  }

  private LoginAttempted attempt(Outcome outcome) {
    LoginMethod method =
        switch (account.plugin()) {
          case MYSQL_NATIVE_PASSWORD -> LoginMethod.NATIVE_PASSWORD;
          case CACHING_SHA2_PASSWORD -> LoginMethod.CACHING_SHA2_PASSWORD;
          case SHA256_PASSWORD -> LoginMethod.SHA256_PASSWORD;
        };
    return new LoginAttempted(method, Text.of(connection.client().user()), presented, outcome);
  }
}
