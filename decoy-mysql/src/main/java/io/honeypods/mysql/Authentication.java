package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.account.CachingSha2Password.Verdict;
import io.honeypods.mysql.account.NativePassword;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves who a client is, by the plugin of its account: whatever the client offered first, it is
 * asked to switch to that one.
 */
final class Authentication implements Conversation<MysqlInput, Bytes> {
  private static final int NATIVE_ANSWER = 20;
  private static final int SHA2_ANSWER = 32;
  private static final int MAX_IDENTIFIER = 64;
  private static final byte REQUEST_PUBLIC_KEY = 2;
  private static final byte REQUEST_PUBLIC_KEY_SHA256 = 1;
  private static final byte FAST_AUTH_SUCCESS = 3;
  private static final byte PERFORM_FULL_AUTHENTICATION = 4;
  private static final Duration KEY_POLL = Duration.ofMillis(10);

  private final Connection connection;
  private final Account account;
  private byte[] scramble;
  private int expected;
  private Phase phase = Phase.ANSWER;
  private Secret presented = Secret.NONE;
  private boolean usedPassword;
  private boolean sentKey;
  private boolean judged;
  private boolean handedOver;

  /** What the client is asked for. */
  private enum Phase {
    ANSWER,
    /** The password itself, over TLS in clear, else encrypted or after the public key. */
    PASSWORD,
    /** The password, once the keys are made. */
    KEY
  }

  private Authentication(Connection connection, Account account, byte[] scramble, int expected) {
    this.connection = connection;
    this.account = account;
    this.scramble = scramble;
    this.expected = expected;
  }

  /**
   * Begins with what the client already answered.
   *
   * @param scramble the greeting's
   * @param sequence of the next packet of ours
   * @param taken is told that the connection is ours now
   */
  static Step<MysqlInput, Bytes> begin(
      Connection connection, byte[] scramble, int sequence, Runnable taken) {
    HandshakeResponse client = connection.client();
    Account account = connection.server().accountOf(client.user(), connection.flow());
    var authentication = new Authentication(connection, account, scramble, sequence - 1);
    taken.run();
    return authentication.first(client);
  }

  @Override
  public Step<MysqlInput, Bytes> receive(MysqlInput input) {
    return switch (input) {
      case MysqlInput.Packet packet when packet.sequence() == expected -> answer(packet.payload());
      case MysqlInput.Packet packet ->
          malformed(
              "packet out of order", packet.payload(), Errors.NET_PACKETS_OUT_OF_ORDER, expected);
      case MysqlInput.TooLarge large ->
          malformed("answer too long", large.start(), Errors.HANDSHAKE_ERROR, expected + 1);
      case MysqlInput.Garbled garbled ->
          malformed(garbled.problem(), garbled.bytes(), Errors.HANDSHAKE_ERROR, expected + 1);
      case MysqlInput.OutOfOrder garbage ->
          malformed(
              "packet out of order", garbage.bytes(), Errors.NET_PACKETS_OUT_OF_ORDER, expected);
      case MysqlInput.Begun _ -> Step.silent(this);
    };
  }

  @Override
  public @Nullable Duration patience() {
    return phase == Phase.KEY ? KEY_POLL : Login.CONNECT_TIMEOUT;
  }

  @Override
  public Step<MysqlInput, Bytes> timeOut() {
    if (phase == Phase.KEY) {
      return sendKey();
    }
    var step = Step.<MysqlInput, Bytes>silent(this).hangUp();
    return connection.server().tellsBeforeLogin()
        ? step.reply(Replies.error(expected, Errors.NET_READ_INTERRUPTED, true))
        : step;
  }

  @Override
  public List<Event> end() {
    if (handedOver) {
      return List.of();
    }
    connection.server().leave();
    return judged || presented.type() == Secret.Type.NONE
        ? List.of()
        : List.of(attempt(Outcome.FAILURE));
  }

  /** A change of user in mid-connection: the answer that came along is to no scramble of ours. */
  static Step<MysqlInput, Bytes> again(Connection connection, Runnable taken) {
    Account account = connection.server().accountOf(connection.client().user(), connection.flow());
    byte[] scramble = connection.server().newScramble();
    var authentication = new Authentication(connection, account, scramble, 0);
    taken.run();
    return connection.capabilities().has(Capabilities.PLUGIN_AUTH)
        ? authentication.ask(Replies.authSwitch(1, account.plugin(), scramble))
        : authentication.first(connection.client());
  }

  private Step<MysqlInput, Bytes> first(HandshakeResponse client) {
    usedPassword = !client.answer().isEmpty();
    boolean knowsPlugins = connection.capabilities().has(Capabilities.PLUGIN_AUTH);
    String offered = knowsPlugins ? client.plugin() : AuthPlugin.MYSQL_NATIVE_PASSWORD.id();
    boolean greeted = account.plugin() == connection.server().defaultPlugin();
    if (offered.equals(account.plugin().id()) && (greeted || !knowsPlugins)) {
      return check(client.answer());
    }
    if (!knowsPlugins) {
      judged = true;
      presented = Answers.nativeAnswer(scramble, client.answer());
      return Step.<MysqlInput, Bytes>silent(this)
          .saw(attempt(Outcome.FAILURE))
          .reply(Replies.error(expected + 1, Errors.NOT_SUPPORTED_AUTH_MODE, true))
          .hangUp();
    }
    scramble = connection.server().newScramble();
    return ask(Replies.authSwitch(expected + 1, account.plugin(), scramble));
  }

  private Step<MysqlInput, Bytes> answer(Bytes payload) {
    return switch (phase) {
      case ANSWER -> {
        boolean given = !Answers.isEmpty(payload);
        usedPassword =
            given || (usedPassword && account.plugin() == AuthPlugin.MYSQL_NATIVE_PASSWORD);
        yield check(payload);
      }
      case PASSWORD -> password(payload);
      case KEY -> Step.silent(this);
    };
  }

  private Step<MysqlInput, Bytes> check(Bytes answer) {
    return switch (account.plugin()) {
      case MYSQL_NATIVE_PASSWORD -> {
        if (!answer.isEmpty() && answer.length() != NATIVE_ANSWER) {
          yield malformed(
              "answer of %d bytes (expected %d)".formatted(answer.length(), NATIVE_ANSWER),
              answer,
              Errors.HANDSHAKE_ERROR,
              expected + 1);
        }
        presented = Answers.nativeAnswer(scramble, answer);
        yield judge(
            NativePassword.isRight(account.authenticationString(), scramble, answer.toByteArray()));
      }
      case CACHING_SHA2_PASSWORD -> checkSha2(answer);
      case SHA256_PASSWORD -> {
        phase = Phase.PASSWORD;
        yield Answers.isEmpty(answer) ? empty() : password(answer);
      }
    };
  }

  private Step<MysqlInput, Bytes> checkSha2(Bytes answer) {
    if (Answers.isEmpty(answer)) {
      return empty();
    }
    presented = Answers.hash(scramble, "caching_sha2_password:", answer);
    if (answer.length() != SHA2_ANSWER) {
      return judge(false);
    }
    Verdict verdict = connection.server().sha2().check(account, scramble, answer.toByteArray());
    if (verdict == Verdict.RIGHT) {
      Bytes fast = Replies.moreData(expected + 1, FAST_AUTH_SUCCESS);
      expected++;
      return succeed(fast);
    }
    phase = Phase.PASSWORD;
    return ask(Replies.moreData(expected + 1, PERFORM_FULL_AUTHENTICATION));
  }

  private Step<MysqlInput, Bytes> password(Bytes payload) {
    if (connection.isSecure()) {
      int end = payload.length() > 0 && payload.at(payload.length() - 1) == 0 ? 1 : 0;
      return inClear(payload.slice(0, payload.length() - end).toByteArray());
    }
    if (!sentKey
        && payload.length() == 1
        && (payload.at(0) == REQUEST_PUBLIC_KEY || payload.at(0) == REQUEST_PUBLIC_KEY_SHA256)) {
      return sendKey();
    }
    ServerKeys keys = connection.server().keys();
    byte[] plain = keys == null ? null : keys.decrypt(payload.toByteArray());
    return plain == null ? judge(false) : inClear(Answers.unmask(scramble, plain));
  }

  private Step<MysqlInput, Bytes> sendKey() {
    ServerKeys keys = connection.server().keys();
    if (keys == null) {
      phase = Phase.KEY;
      return Step.silent(this);
    }
    phase = Phase.PASSWORD;
    sentKey = true;
    return ask(
        Replies.moreData(expected + 1, keys.publicKeyPem().getBytes(StandardCharsets.US_ASCII)));
  }

  private Step<MysqlInput, Bytes> inClear(byte[] password) {
    usedPassword |= password.length > 0;
    presented = Secret.password(new String(password, StandardCharsets.UTF_8));
    return judge(connection.server().sha2().checkInClear(account, password));
  }

  private Step<MysqlInput, Bytes> empty() {
    presented = Secret.NONE;
    return judge(account.authenticationString().isEmpty());
  }

  private Step<MysqlInput, Bytes> judge(boolean right) {
    if (right && !account.locked()) {
      return succeed(Bytes.EMPTY);
    }
    judged = true;
    String user = connection.client().user();
    SqlError error =
        right
            ? Errors.accountLocked(user, connection.host())
            : connection.server().accessDenied(user, connection.host(), usedPassword);
    return Step.<MysqlInput, Bytes>silent(this)
        .saw(attempt(Outcome.FAILURE))
        .sawAll(PlantedUse.of(connection, presented, scramble))
        .reply(Replies.error(expected + 1, error, true))
        .hangUp();
  }

  private Step<MysqlInput, Bytes> succeed(Bytes before) {
    judged = true;
    SqlSession session = connection.server().sql().open(connection.as(account));
    String schema = connection.client().schema();
    SqlError refused = schema == null || schema.isEmpty() ? null : use(session, schema);
    if (refused != null) {
      session.close();
      return Step.<MysqlInput, Bytes>silent(this)
          .saw(attempt(Outcome.SUCCESS))
          .reply(Replies.error(expected + 1, refused, true))
          .hangUp();
    }
    handedOver = true;
    var commands = new Commands(connection, session);
    Step<MysqlInput, Bytes> step =
        Step.<MysqlInput, Bytes>silent(commands)
            .saw(attempt(Outcome.SUCCESS))
            .sawAll(PlantedUse.of(connection, presented, scramble));
    return (before.isEmpty() ? step : step.reply(before)).reply(commands.welcome(expected + 1));
  }

  private static @Nullable SqlError use(SqlSession session, String schema) {
    return schema.length() > MAX_IDENTIFIER
        ? Errors.identifierTooLong(schema)
        : session.use(schema);
  }

  private Step<MysqlInput, Bytes> ask(Bytes question) {
    expected += 2;
    return Step.<MysqlInput, Bytes>silent(this).reply(question);
  }

  private Step<MysqlInput, Bytes> malformed(
      String problem, Bytes bytes, SqlError error, int sequence) {
    return Step.<MysqlInput, Bytes>silent(this)
        .saw(new InputMalformed("login: " + problem, Payload.of(bytes)))
        .reply(Replies.error(sequence, error, true))
        .hangUp();
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
