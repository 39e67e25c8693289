package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a session's texts apart into statements and runs them one after the other. */
final class StatementRunner {
  private static final int MAX_STATEMENTS = 10_000;

  private final Session session;

  StatementRunner(Session session) {
    this.session = session;
  }

  Execution run(String sql, List<Value> parameters, boolean multiple) {
    return trimmed(StatementTexts.trim(sql), parameters, multiple);
  }

  private Execution trimmed(String sql, List<Value> parameters, boolean multiple) {
    session.running(sql);
    var outcome = new StatementOutcomes(session);
    Parsed cached = session.server().statements().get(key(sql));
    if (cached != null) {
      one(cached, parameters, outcome);
      return outcome.execution();
    }
    Cursor cursor = Sql.cursor(sql, session.server(), session.settings());
    for (int count = 0; !outcome.failed() && count < MAX_STATEMENTS; count++) {
      boolean whole = count == 0;
      step(cursor, sql, parameters, multiple, whole, outcome);
      if (outcome.failed() || !multiple || !cursor.acceptSign(";")) {
        break;
      }
    }
    return outcome.execution();
  }

  private String key(String sql) {
    Settings settings = session.settings();
    boolean plain =
        !settings.mode("ANSI") && !settings.mode("NO_BACKSLASH") && !settings.mode("PIPES");
    return plain ? sql : settings.sqlMode() + "\0" + sql;
  }

  /** A statement with its text, and what was warned of as it was parsed. */
  record Parsed(Statement statement, String text, List<Warning> warnings) {}

  private void step(
      Cursor cursor,
      String sql,
      List<Value> parameters,
      boolean multiple,
      boolean first,
      StatementOutcomes outcome) {
    int start = cursor.position();
    var run = new Run(session, parameters);
    String text = StatementTexts.upToEnd(cursor);
    int end = cursor.position();
    if (start == end) {
      empty(cursor, outcome);
      return;
    }
    boolean only = first && StatementTexts.atTextEnd(cursor);
    try {
      StatementResult system = system(text, run);
      if (system != null) {
        StatementTexts.refuseSecond(cursor, multiple);
        outcome.finish(run, system, text);
        return;
      }
    } catch (SqlException e) {
      outcome.fail(run, e);
      return;
    }
    cursor.position(start);
    Parsed parsed;
    try {
      parsed = parse(cursor, end, text, multiple, parameters.isEmpty());
    } catch (SqlException e) {
      session.diagnostics().forget();
      outcome.fail(run, e);
      return;
    }
    if (only) {
      session.server().statements().put(key(sql), parsed);
    }
    one(parsed, parameters, outcome);
  }

  private Parsed parse(
      Cursor cursor, int end, String text, boolean multiple, boolean takesNoValues) {
    int start = cursor.position();
    Statement statement = Sql.parser(cursor, session.settings()).statement();
    StatementTexts.refuseSecond(cursor, multiple);
    if (takesNoValues && cursor.parameters() > 0) {
      throw cursor.source().errorAtParameter();
    }
    return new Parsed(
        statement,
        cursor.position() == end ? text : cursor.plainFrom(start),
        Deprecations.of(cursor.tokensFrom(start)));
  }

  /** A comment alone is a statement that does nothing. */
  private void empty(Cursor cursor, StatementOutcomes outcome) {
    session.diagnostics().forget();
    var run = new Run(session, List.of());
    if (cursor.isSign(";")) {
      outcome.fail(run, cursor.error());
    } else if (cursor.source().hasComment()) {
      outcome.finish(run, StatementResult.Ok.NONE, "");
    } else {
      outcome.fail(run, new SqlException(1065, "42000", "Query was empty"));
    }
  }

  @Nullable StatementResult system(String text, Run run) {
    if (StatementTexts.isEngineWord(text)) {
      return null;
    }
    StatementResult result = run.server().system().statements().run(session, text);
    if (result != null) {
      session.settingsChanged();
    }
    return result instanceof StatementResult.Table table
        ? ResultCharset.of(session.settings().results()).describe(table)
        : result;
  }

  private void one(Parsed parsed, List<Value> parameters, StatementOutcomes outcome) {
    Statement statement = parsed.statement();
    var run = new Run(session, parameters);
    session.transaction().mark();
    session.diagnostics().forget();
    session.warnings().addAll(parsed.warnings());
    try {
      outcome.finish(run, new Executor(run).execute(statement, parsed.text()), parsed.text());
    } catch (SqlException e) {
      session.transaction().failed();
      outcome.fail(run, e);
    }
    if (session.settings().autocommit() && !session.transaction().begun()) {
      session.transaction().commit();
    }
  }
}
