package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlResult.StateChange;
import io.honeypods.mysql.sql.SqlSession;
import java.util.List;

/** What is said to a command, and how many warnings it leaves behind. */
final class CommandAnswers {
  private final Conversation<MysqlInput, Bytes> commands;
  private final SqlSession session;
  private final Results results;

  /** What the last command left in the diagnostics area, which the next OK packet tells. */
  private int warnings;

  CommandAnswers(Conversation<MysqlInput, Bytes> commands, SqlSession session, Results results) {
    this.commands = commands;
    this.session = session;
    this.results = results;
  }

  Results results() {
    return results;
  }

  void warnings(int left) {
    warnings = left;
  }

  /** One warning more than the command itself has left. */
  void warn() {
    warnings++;
  }

  Step<MysqlInput, Bytes> silent() {
    return Step.silent(commands);
  }

  Step<MysqlInput, Bytes> reply(Bytes reply) {
    return silent().reply(reply);
  }

  Step<MysqlInput, Bytes> ok() {
    return reply(results.ok(session.status(), warnings));
  }

  /** The OK packet of a command that changed something of the session. */
  Step<MysqlInput, Bytes> ok(StateChange change) {
    warnings = 0;
    return reply(results.ok(session.status(), 0, List.of(change)));
  }

  Step<MysqlInput, Bytes> eof() {
    return reply(results.eof(session.status()));
  }

  Step<MysqlInput, Bytes> refused(SqlError error) {
    warnings = 1;
    return reply(results.error(error));
  }

  /** Refuses a command and hangs up. */
  Step<MysqlInput, Bytes> fatal(String name, SqlError error) {
    return reply(results.error(error)).saw(command(name, "")).hangUp();
  }

  /** The answer to a command of text, before what is reported of it. */
  Step<MysqlInput, Bytes> ran(Execution execution) {
    return ran(execution, results.text(execution.results()));
  }

  Step<MysqlInput, Bytes> ran(Execution execution, List<Bytes> replies) {
    warnings =
        switch (execution.results().getLast()) {
          case SqlResult.Done done -> done.warnings();
          case SqlResult.Rows rows -> rows.warnings();
          case SqlResult.Failed _ -> 1;
        };
    Step<MysqlInput, Bytes> step = silent().after(execution.delay());
    for (Bytes reply : replies) {
      step = step.reply(reply);
    }
    return step;
  }

  /** The event of a command that is no statement. */
  static Event command(String name, String argument) {
    return new CommandReceived(
        "mysql", Text.of(argument.isEmpty() ? name : name + " " + argument), List.of());
  }
}
