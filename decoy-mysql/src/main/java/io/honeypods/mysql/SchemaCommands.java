package io.honeypods.mysql;

import static io.honeypods.mysql.CommandAnswers.command;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlResult.StateChange;
import io.honeypods.mysql.sql.SqlSession;
import org.jspecify.annotations.Nullable;

/** Commands that name a schema or a table: COM_INIT_DB and COM_FIELD_LIST. */
final class SchemaCommands {
  private static final int MAX_IDENTIFIER = 64;

  private final SqlSession session;
  private final CommandAnswers answers;

  SchemaCommands(SqlSession session, CommandAnswers answers) {
    this.session = session;
    this.answers = answers;
  }

  /** COM_INIT_DB. */
  Step<MysqlInput, Bytes> use(Bytes rest) {
    String schema = PacketReader.utf8(new PacketReader(rest).upToNulOrEnd());
    SqlError refused = refused(rest, schema);
    Step<MysqlInput, Bytes> step =
        refused == null ? answers.ok(new StateChange.Schema(schema)) : answers.refused(refused);
    return step.saw(command("init_db", schema));
  }

  private @Nullable SqlError refused(Bytes rest, String schema) {
    if (schema.isEmpty()) {
      return rest.isEmpty() ? Errors.NO_DB : Errors.wrongSchemaName("");
    }
    return use(session, schema);
  }

  /** Makes a schema the current one; null if it was done. */
  static @Nullable SqlError use(SqlSession session, String schema) {
    return schema.length() > MAX_IDENTIFIER
        ? Errors.identifierTooLong(schema)
        : session.use(schema);
  }

  /** COM_FIELD_LIST. */
  Step<MysqlInput, Bytes> fields(PacketReader in) throws MalformedPacketException {
    String table = PacketReader.utf8(in.upToNul());
    String wildcard = PacketReader.utf8(in.rest());
    if (table.isEmpty()) {
      Step<MysqlInput, Bytes> step = answers.refused(Errors.wrongTableName(table));
      answers.warnings(2);
      return step.saw(command("field_list", ""));
    }
    SqlResult result =
        table.length() > MAX_IDENTIFIER
            ? new SqlResult.Failed(Errors.identifierTooLong(table))
            : session.fields(table, wildcard);
    answers.warnings(result instanceof SqlResult.Failed ? 2 : 1);
    return answers
        .reply(answers.results().fields(result, session.status()))
        .saw(command("field_list", table));
  }
}
