package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.ClientText;
import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlSession;
import java.util.List;

/** Commands that run SQL: COM_QUERY, COM_STMT_… and the old ones that stand for a statement. */
final class StatementCommands {
  private final SqlSession session;
  private final StatementReport report;
  private final CommandAnswers answers;
  private final PreparedStatements prepared;
  private final boolean attributes;
  private boolean multiStatements;

  StatementCommands(Connection connection, SqlSession session, CommandAnswers answers) {
    this.session = session;
    this.report = connection.server().report();
    this.answers = answers;
    this.prepared = new PreparedStatements(session, answers.results());
    this.attributes = connection.capabilities().has(Capabilities.QUERY_ATTRIBUTES);
    this.multiStatements = connection.capabilities().has(Capabilities.MULTI_STATEMENTS);
  }

  /** COM_SET_OPTION: whether a text may hold several statements. */
  void multiStatements(boolean allowed) {
    multiStatements = allowed;
  }

  /** COM_QUERY. */
  Step<MysqlInput, Bytes> query(Bytes rest) throws MalformedPacketException {
    String sql = ClientText.decode(statement(rest));
    return done(session.execute(sql, multiStatements), sql);
  }

  /** With CLIENT_QUERY_ATTRIBUTES the statement stands behind attributes, mostly none. */
  private Bytes statement(Bytes rest) throws MalformedPacketException {
    if (!attributes) {
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

  /** One of the {@link OldCommands}. */
  Step<MysqlInput, Bytes> old(String sql) {
    Execution execution = session.execute(sql, false);
    Step<MysqlInput, Bytes> step = done(OldCommands.deprecated(execution), sql);
    if (execution.results().getLast() instanceof SqlResult.Failed) {
      answers.warn();
    }
    return step;
  }

  private Step<MysqlInput, Bytes> done(Execution execution, String sql) {
    return answers.ran(execution).saw(report.of(sql)).sawAll(execution.seen());
  }

  /** COM_STMT_PREPARE. */
  Step<MysqlInput, Bytes> prepare(String sql) {
    return done(prepared.prepare(sql)).saw(report.of(sql));
  }

  /** COM_STMT_EXECUTE. */
  Step<MysqlInput, Bytes> execute(PacketReader in) throws MalformedPacketException {
    return done(prepared.execute(in));
  }

  /** COM_STMT_RESET. */
  Step<MysqlInput, Bytes> reset(PacketReader in) throws MalformedPacketException {
    return done(prepared.reset(in));
  }

  /** COM_STMT_FETCH. */
  Step<MysqlInput, Bytes> fetch(PacketReader in) throws MalformedPacketException {
    return done(prepared.fetch(in));
  }

  /** COM_STMT_SEND_LONG_DATA, which nobody answers. */
  Step<MysqlInput, Bytes> longData(PacketReader in) throws MalformedPacketException {
    prepared.longData(in);
    return answers.silent();
  }

  /** COM_STMT_CLOSE, which nobody answers. */
  Step<MysqlInput, Bytes> close(PacketReader in) throws MalformedPacketException {
    prepared.close(in);
    return answers.silent();
  }

  /** Forgets all that was prepared. */
  void clear() {
    prepared.clear();
  }

  private Step<MysqlInput, Bytes> done(PreparedStatements.Run run) {
    return switch (run) {
      case PreparedStatements.Run.Refused(var error) -> answers.refused(error);
      case PreparedStatements.Run.Sent(var reply) -> {
        answers.warnings(0);
        yield answers.reply(reply);
      }
      case PreparedStatements.Run.Ran(var statement, var execution) ->
          answers
              .ran(execution, answers.results().binary(execution.results()))
              .saw(report.of(statement))
              .sawAll(execution.seen());
      case PreparedStatements.Run.Opened(var statement, var execution, var header) ->
          answers.ran(execution, List.of(header)).saw(report.of(statement));
    };
  }
}
