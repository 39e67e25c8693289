package io.honeypods.mysql;

import static io.honeypods.mysql.CommandAnswers.command;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.ClientText;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlSession;
import java.util.Locale;

/** Commands by their code, the first byte of a packet. */
final class CommandDispatch {
  private static final SqlError NO_CLONE =
      new SqlError(1524, "HY000", "Plugin 'clone' is not loaded");

  private final Connection connection;
  private final SqlSession session;
  private final CommandAnswers answers;
  private final StatementCommands statements;
  private final SchemaCommands schemas;
  private final ReplicationCommands replication;

  CommandDispatch(Connection connection, SqlSession session, CommandAnswers answers) {
    this.connection = connection;
    this.session = session;
    this.answers = answers;
    this.statements = new StatementCommands(connection, session, answers);
    this.schemas = new SchemaCommands(session, answers);
    this.replication = new ReplicationCommands(answers);
  }

  Step<MysqlInput, Bytes> run(Bytes payload) {
    if (payload.isEmpty()) {
      return answers.refused(Errors.UNKNOWN_COM_ERROR);
    }
    int code = Byte.toUnsignedInt(payload.at(0));
    try {
      return run(code, payload.slice(1, payload.length()));
    } catch (MalformedPacketException e) {
      return answers
          .refused(Errors.MALFORMED_PACKET)
          .saw(
              new InputMalformed(
                  "command 0x%02x: %s".formatted(code, e.getMessage()), Payload.of(payload)));
    }
  }

  private Step<MysqlInput, Bytes> run(int code, Bytes rest) throws MalformedPacketException {
    var in = new PacketReader(rest);
    return switch (code) {
      case 0x01 -> answers.silent().saw(command("quit", "")).hangUp();
      case 0x02 -> schemas.use(rest);
      case 0x03 -> statements.query(rest);
      case 0x04 -> schemas.fields(in);
      case 0x07, 0x08, 0x0a, 0x0c -> old(code, in);
      case 0x09 -> answers.reply(answers.results().text(connection.server().sql().statistics()));
      case 0x0d -> answers.eof().saw(command("debug", ""));
      case 0x0e -> answers.ok().saw(command("ping", ""));
      case 0x11 -> changeUser(rest);
      case 0x12 -> replication.dump(in);
      case 0x15 -> replication.register(in);
      case 0x16 -> statements.prepare(ClientText.decode(rest));
      case 0x17 -> statements.execute(in);
      case 0x18 -> statements.longData(in);
      case 0x19 -> statements.close(in);
      case 0x1a -> statements.reset(in);
      case 0x1b -> setOption(in);
      case 0x1c -> statements.fetch(in);
      case 0x1e -> replication.dumpGtid(in);
      case 0x1f -> resetConnection();
      case 0x20 -> answers.refused(NO_CLONE).saw(command("clone", ""));
      default -> unknown(code, PacketReader.utf8(rest));
    };
  }

  private Step<MysqlInput, Bytes> unknown(int code, String argument) {
    return answers
        .refused(Errors.UNKNOWN_COM_ERROR)
        .saw(command(String.format(Locale.ROOT, "0x%02x", code), argument));
  }

  private Step<MysqlInput, Bytes> old(int code, PacketReader in) throws MalformedPacketException {
    return OldCommands.areKnownTo(connection.server().sql().profile().versionNumber())
        ? statements.old(OldCommands.statement(code, in))
        : unknown(code, "");
  }

  private Step<MysqlInput, Bytes> resetConnection() {
    session.reset();
    statements.clear();
    answers.warnings(0);
    return answers.ok().saw(command("reset_connection", ""));
  }

  private Step<MysqlInput, Bytes> setOption(PacketReader in) throws MalformedPacketException {
    long option = in.integer(2);
    if (option > 1) {
      return answers.refused(Errors.UNKNOWN_COM_ERROR);
    }
    statements.multiStatements(option == 0);
    return answers.eof();
  }

  private Step<MysqlInput, Bytes> changeUser(Bytes rest) {
    HandshakeResponse client;
    try {
      client = ChangeUser.parse(rest, connection.client());
    } catch (MalformedPacketException _) {
      return answers.fatal("change_user", Errors.UNKNOWN_COM_ERROR);
    }
    return Authentication.again(connection.by(client), session::close)
        .saw(command("change_user", client.user()));
  }
}
