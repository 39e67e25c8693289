package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlSession;
import java.time.Duration;
import java.util.List;

/**
 * A connection that is logged in: one command, one answer (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_command_phase.html">command
 * phase</a>).
 */
final class Commands implements Conversation<MysqlInput, Bytes> {
  /** {@code wait_timeout}, which is longer than a session may last by default. */
  private static final Duration WAIT_TIMEOUT = Duration.ofHours(8);

  /** How long a KILL of somebody else goes unnoticed at most. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Connection connection;
  private final SqlSession session;
  private final Results results;
  private final CommandDispatch dispatch;
  private Duration idle = Duration.ZERO;

  Commands(Connection connection, SqlSession session) {
    this.connection = connection;
    this.session = session;
    this.results = new Results(connection.capabilities());
    this.dispatch =
        new CommandDispatch(connection, session, new CommandAnswers(this, session, results));
  }

  /** The OK packet of a login. */
  Bytes welcome(int sequence) {
    var out = new PacketWriter(sequence);
    String schema = connection.client().schema();
    results.welcome(out, session.status(), schema == null || schema.isEmpty() ? null : schema);
    return out.take();
  }

  @Override
  public Step<MysqlInput, Bytes> receive(MysqlInput input) {
    return switch (input) {
      case MysqlInput.Begun _ -> Step.silent(this);
      case MysqlInput.Packet packet when packet.sequence() == 0 -> {
        idle = Duration.ZERO;
        Step<MysqlInput, Bytes> step = dispatch.run(packet.payload());
        yield session.killed() ? step.hangUp() : step;
      }
      case MysqlInput.Packet packet ->
          malformed(
              "command with sequence %d (expected 0)".formatted(packet.sequence()),
              packet.payload(),
              Errors.NET_PACKETS_OUT_OF_ORDER,
              0);
      case MysqlInput.OutOfOrder garbage ->
          malformed("packet out of order", garbage.bytes(), Errors.NET_PACKETS_OUT_OF_ORDER, 0);
      case MysqlInput.TooLarge large ->
          malformed(
              "command of %d bytes (expected at most %d)"
                  .formatted(large.length(), connection.server().maxPacket()),
              large.start(),
              Errors.NET_PACKET_TOO_LARGE,
              1);
      case MysqlInput.Garbled garbled ->
          malformed(garbled.problem(), garbled.bytes(), Errors.NET_UNCOMPRESS_ERROR, 1);
    };
  }

  @Override
  public Duration patience() {
    return GLANCE;
  }

  @Override
  public Step<MysqlInput, Bytes> timeOut() {
    var step = Step.<MysqlInput, Bytes>silent(this);
    if (session.killed()) {
      return step.hangUp();
    }
    idle = idle.plus(GLANCE);
    if (idle.compareTo(WAIT_TIMEOUT) < 0) {
      return step;
    }
    step = step.hangUp();
    return connection.server().tellsBeforeLogin()
        ? step.reply(Replies.error(0, Errors.CLIENT_INTERACTION_TIMEOUT, true))
        : step;
  }

  @Override
  public List<Event> end() {
    session.close();
    connection.server().leave();
    return List.of();
  }

  private Step<MysqlInput, Bytes> malformed(
      String problem, Bytes bytes, SqlError error, int sequence) {
    return Step.<MysqlInput, Bytes>silent(this)
        .saw(new InputMalformed(problem, Payload.of(bytes)))
        .reply(Replies.error(sequence, error, true))
        .hangUp();
  }
}
