package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.sql.SqlError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves who a client is, by the plugin of its account: whatever the client offered first, it is
 * asked to switch to that one.
 */
final class Authentication implements Conversation<MysqlInput, Bytes> {
  private static final byte FAST_AUTH_SUCCESS = 3;
  private static final Duration KEY_POLL = Duration.ofMillis(10);

  private final Connection connection;
  private final Account account;
  private final LoginOutcome outcome;
  private final PluginCheck plugin;
  private byte[] scramble;
  private int expected;
  private Phase phase = Phase.ANSWER;

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
    this.outcome = new LoginOutcome(connection, account);
    this.plugin = new PluginCheck(connection, account, outcome);
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
      return go(plugin.publicKey(), Bytes.EMPTY);
    }
    var step = Step.<MysqlInput, Bytes>silent(this).hangUp();
    return connection.server().tellsBeforeLogin()
        ? step.reply(Replies.error(expected, Errors.NET_READ_INTERRUPTED, true))
        : step;
  }

  @Override
  public List<Event> end() {
    return outcome.end();
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
    outcome.usedPassword(!client.answer().isEmpty());
    boolean knowsPlugins = connection.capabilities().has(Capabilities.PLUGIN_AUTH);
    String offered = knowsPlugins ? client.plugin() : AuthPlugin.MYSQL_NATIVE_PASSWORD.id();
    boolean greeted = account.plugin() == connection.server().defaultPlugin();
    if (offered.equals(account.plugin().id()) && (greeted || !knowsPlugins)) {
      return check(client.answer());
    }
    if (!knowsPlugins) {
      outcome.presents(Answers.nativeAnswer(scramble, client.answer()));
      return outcome.fail(this, Errors.NOT_SUPPORTED_AUTH_MODE, expected + 1);
    }
    scramble = connection.server().newScramble();
    return ask(Replies.authSwitch(expected + 1, account.plugin(), scramble));
  }

  private Step<MysqlInput, Bytes> answer(Bytes payload) {
    return switch (phase) {
      case ANSWER -> {
        outcome.answered(!Answers.isEmpty(payload));
        yield check(payload);
      }
      case PASSWORD -> go(plugin.password(scramble, payload), payload);
      case KEY -> Step.silent(this);
    };
  }

  private Step<MysqlInput, Bytes> check(Bytes answer) {
    return go(plugin.answer(scramble, answer), answer);
  }

  private Step<MysqlInput, Bytes> go(PluginCheck.Result result, Bytes answer) {
    return switch (result) {
      case PluginCheck.Result.Judged(boolean right) ->
          outcome.judge(this, right, scramble, expected + 1);
      case PluginCheck.Result.Fast _ -> {
        Bytes fast = Replies.moreData(expected + 1, FAST_AUTH_SUCCESS);
        yield outcome.succeed(this, fast, scramble, expected + 2);
      }
      case PluginCheck.Result.Password(var question) -> {
        phase = Phase.PASSWORD;
        yield ask(Replies.moreData(expected + 1, question.toByteArray()));
      }
      case PluginCheck.Result.KeyPending _ -> {
        phase = Phase.KEY;
        yield Step.silent(this);
      }
      case PluginCheck.Result.Malformed(var problem) ->
          malformed(problem, answer, Errors.HANDSHAKE_ERROR, expected + 1);
    };
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
}
