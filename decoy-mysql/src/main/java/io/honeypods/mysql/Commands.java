package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.ClientText;
import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlResult.StateChange;
import io.honeypods.mysql.sql.SqlSession;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is logged in: one command, one answer (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_command_phase.html">command
 * phase</a>).
 */
final class Commands implements Conversation<MysqlInput, Bytes> {
  private static final int MAX_IDENTIFIER = 64;

  /** The bit of COM_REFRESH that stands for FLUSH PRIVILEGES. */
  private static final int REFRESH_GRANT = 1;

  /** {@code wait_timeout}, which is longer than a session may last by default. */
  private static final Duration WAIT_TIMEOUT = Duration.ofHours(8);

  /** How long a KILL of somebody else goes unnoticed at most. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Connection connection;
  private final SqlSession session;
  private final Results results;
  private final PreparedStatements prepared;
  private boolean multiStatements;
  private Duration idle = Duration.ZERO;

  /** What the last command left in the diagnostics area, which the next OK packet tells. */
  private int warnings;

  Commands(Connection connection, SqlSession session) {
    this.connection = connection;
    this.session = session;
    this.results = new Results(connection.capabilities());
    this.prepared = new PreparedStatements(session, results);
    this.multiStatements = connection.capabilities().has(Capabilities.MULTI_STATEMENTS);
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
        Step<MysqlInput, Bytes> step = run(packet.payload());
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

  private Step<MysqlInput, Bytes> run(Bytes payload) {
    if (payload.isEmpty()) {
      return refused(Errors.UNKNOWN_COM_ERROR);
    }
    int code = Byte.toUnsignedInt(payload.at(0));
    Bytes rest = payload.slice(1, payload.length());
    try {
      return run(code, rest);
    } catch (MalformedPacketException e) {
      return refused(Errors.MALFORMED_PACKET)
          .saw(
              new InputMalformed(
                  "command 0x%02x: %s".formatted(code, e.getMessage()), Payload.of(payload)));
    }
  }

  private Step<MysqlInput, Bytes> run(int code, Bytes rest) throws MalformedPacketException {
    return switch (code) {
      case 0x01 -> saw("quit", "").hangUp();
      case 0x02 -> use(rest);
      case 0x03 -> query(rest);
      case 0x04 -> fields(new PacketReader(rest));
      case 0x07, 0x08, 0x0a, 0x0c -> old(code, rest);
      case 0x09 -> reply(results.text(connection.server().sql().statistics()));
      case 0x0d -> reply(results.eof(session.status())).saw(command("debug", ""));
      case 0x0e -> ok().saw(command("ping", ""));
      case 0x11 -> changeUser(rest);
      case 0x12 -> dump(new PacketReader(rest));
      case 0x15 -> registerSlave(new PacketReader(rest));
      case 0x16 -> prepare(ClientText.decode(rest));
      case 0x17 -> execute(rest);
      case 0x18 -> {
        prepared.longData(new PacketReader(rest));
        yield Step.silent(this);
      }
      case 0x19 -> {
        prepared.close(new PacketReader(rest));
        yield Step.silent(this);
      }
      case 0x1a -> done(prepared.reset(new PacketReader(rest)));
      case 0x1b -> setOption(new PacketReader(rest));
      case 0x1c -> done(prepared.fetch(new PacketReader(rest)));
      case 0x1e -> dumpGtid(new PacketReader(rest));
      case 0x1f -> {
        session.reset();
        prepared.clear();
        warnings = 0;
        yield ok().saw(command("reset_connection", ""));
      }
      case 0x20 ->
          refused(new SqlError(1524, "HY000", "Plugin 'clone' is not loaded"))
              .saw(command("clone", ""));
      default ->
          refused(Errors.UNKNOWN_COM_ERROR)
              .saw(command(String.format(Locale.ROOT, "0x%02x", code), PacketReader.utf8(rest)));
    };
  }

  private Step<MysqlInput, Bytes> use(Bytes rest) {
    String schema = PacketReader.utf8(new PacketReader(rest).upToNulOrEnd());
    SqlError refused = refused(rest, schema);
    if (refused != null) {
      return refused(refused).saw(command("init_db", schema));
    }
    warnings = 0;
    var changes = List.<StateChange>of(new StateChange.Schema(schema));
    return reply(results.ok(session.status(), 0, changes)).saw(command("init_db", schema));
  }

  private @Nullable SqlError refused(Bytes rest, String schema) {
    if (schema.isEmpty()) {
      return rest.isEmpty() ? Errors.NO_DB : Errors.wrongSchemaName("");
    }
    return schema.length() > MAX_IDENTIFIER
        ? Errors.identifierTooLong(schema)
        : session.use(schema);
  }

  private Step<MysqlInput, Bytes> query(Bytes rest) throws MalformedPacketException {
    String sql = ClientText.decode(statement(rest));
    return done(session.execute(sql, multiStatements), sql);
  }

  /** With CLIENT_QUERY_ATTRIBUTES the statement stands behind attributes, mostly none. */
  private Bytes statement(Bytes rest) throws MalformedPacketException {
    if (!connection.capabilities().has(Capabilities.QUERY_ATTRIBUTES)) {
      return rest;
    }
    var in = new PacketReader(rest);
    long count = in.lengthEncoded();
    in.lengthEncoded();
    if (count > 0) {
      new StatementParameters(in, (int) Math.min(count, Integer.MAX_VALUE), true).read(List.of());
    }
    return in.rest();
  }

  private Step<MysqlInput, Bytes> prepare(String sql) {
    return done(prepared.prepare(sql)).saw(connection.server().report().of(sql));
  }

  private Step<MysqlInput, Bytes> execute(Bytes rest) throws MalformedPacketException {
    return done(prepared.execute(new PacketReader(rest)));
  }

  private Step<MysqlInput, Bytes> done(PreparedStatements.Run run) {
    return switch (run) {
      case PreparedStatements.Run.Refused(var error) -> refused(error);
      case PreparedStatements.Run.Sent(var reply) -> {
        warnings = 0;
        yield reply(reply);
      }
      case PreparedStatements.Run.Ran ran ->
          answer(ran.execution(), results.binary(ran.execution().results()))
              .saw(connection.server().report().of(ran.statement()))
              .sawAll(ran.execution().seen());
      case PreparedStatements.Run.Opened opened ->
          answer(opened.execution(), List.of(opened.header()))
              .saw(connection.server().report().of(opened.statement()));
    };
  }

  private Step<MysqlInput, Bytes> done(Execution execution, String sql) {
    return answer(execution, results.text(execution.results()))
        .saw(connection.server().report().of(sql))
        .sawAll(execution.seen());
  }

  private Step<MysqlInput, Bytes> answer(Execution execution, List<Bytes> replies) {
    warnings =
        switch (execution.results().getLast()) {
          case SqlResult.Done done -> done.warnings();
          case SqlResult.Rows rows -> rows.warnings();
          case SqlResult.Failed _ -> 1;
        };
    Step<MysqlInput, Bytes> step = Step.<MysqlInput, Bytes>silent(this).after(execution.delay());
    for (Bytes reply : replies) {
      step = step.reply(reply);
    }
    return step;
  }

  private Step<MysqlInput, Bytes> fields(PacketReader in) throws MalformedPacketException {
    String table = PacketReader.utf8(in.upToNul());
    String wildcard = PacketReader.utf8(in.rest());
    if (table.isEmpty()) {
      Step<MysqlInput, Bytes> step = refused(Errors.wrongTableName(table));
      warnings = 2;
      return step.saw(command("field_list", ""));
    }
    SqlResult result =
        table.length() > MAX_IDENTIFIER
            ? new SqlResult.Failed(Errors.identifierTooLong(table))
            : session.fields(table, wildcard);
    warnings = result instanceof SqlResult.Failed ? 2 : 1;
    return reply(results.fields(result, session.status())).saw(command("field_list", table));
  }

  /** COM_REFRESH, COM_SHUTDOWN, COM_PROCESS_INFO and COM_PROCESS_KILL, which 8.0 still knows. */
  private Step<MysqlInput, Bytes> old(int code, Bytes rest) throws MalformedPacketException {
    if (connection.server().sql().profile().versionNumber() >= 8_04_00) {
      return refused(Errors.UNKNOWN_COM_ERROR)
          .saw(command(String.format(Locale.ROOT, "0x%02x", code), ""));
    }
    int bits = code == 0x07 ? new PacketReader(rest).octet() : 0;
    String sql =
        switch (code) {
          case 0x07 -> (bits & REFRESH_GRANT) == 0 ? "FLUSH STATUS" : "FLUSH PRIVILEGES";
          case 0x08 -> "SHUTDOWN";
          case 0x0a -> "SHOW PROCESSLIST";
          default -> "KILL " + new PacketReader(rest).integer(4);
        };
    Execution execution = session.execute(sql, false);
    Step<MysqlInput, Bytes> step = done(OldCommands.deprecated(execution), sql);
    warnings += execution.results().getLast() instanceof SqlResult.Failed ? 1 : 0;
    return step;
  }

  private Step<MysqlInput, Bytes> dump(PacketReader in) {
    return refuse("binlog_dump", BinlogRequests.dump(in));
  }

  private Step<MysqlInput, Bytes> dumpGtid(PacketReader in) {
    return refuse("binlog_dump_gtid", BinlogRequests.dumpGtid(in));
  }

  private Step<MysqlInput, Bytes> registerSlave(PacketReader in) throws MalformedPacketException {
    in.skip(4);
    try {
      String host = PacketReader.utf8(in.lengthEncodedBytes());
      return ok().saw(command("register_slave", host));
    } catch (MalformedPacketException _) {
      return refused(Errors.REPORT_HOST_TOO_LONG).saw(command("register_slave", ""));
    }
  }

  private Step<MysqlInput, Bytes> setOption(PacketReader in) throws MalformedPacketException {
    long option = in.integer(2);
    if (option > 1) {
      return refused(Errors.UNKNOWN_COM_ERROR);
    }
    multiStatements = option == 0;
    return reply(results.eof(session.status()));
  }

  private Step<MysqlInput, Bytes> changeUser(Bytes rest) throws MalformedPacketException {
    HandshakeResponse client;
    try {
      client = ChangeUser.parse(rest, connection.client());
    } catch (MalformedPacketException _) {
      return refuse("change_user", Errors.UNKNOWN_COM_ERROR);
    }
    var changed =
        new Connection(
            connection.server(), connection.flow(), connection.id(), client, connection.tls());
    return Authentication.again(changed, session::close).saw(command("change_user", client.user()));
  }

  private Step<MysqlInput, Bytes> refuse(String name, SqlError error) {
    return reply(results.error(error)).saw(command(name, "")).hangUp();
  }

  private Step<MysqlInput, Bytes> reply(Bytes reply) {
    return Step.<MysqlInput, Bytes>silent(this).reply(reply);
  }

  private Step<MysqlInput, Bytes> ok() {
    return reply(results.ok(session.status(), warnings));
  }

  private Step<MysqlInput, Bytes> refused(SqlError error) {
    warnings = 1;
    return reply(results.error(error));
  }

  private Step<MysqlInput, Bytes> saw(String name, String argument) {
    return Step.<MysqlInput, Bytes>silent(this).saw(command(name, argument));
  }

  private static Event command(String name, String argument) {
    return new CommandReceived(
        "mysql", Text.of(argument.isEmpty() ? name : name + " " + argument), List.of());
  }

  private Step<MysqlInput, Bytes> malformed(
      String problem, Bytes bytes, SqlError error, int sequence) {
    return Step.<MysqlInput, Bytes>silent(this)
        .saw(new InputMalformed(problem, Payload.of(bytes)))
        .reply(Replies.error(sequence, error, true))
        .hangUp();
  }
}
