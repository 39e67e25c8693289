package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a session's texts apart into statements and runs them one after the other. */
final class StatementRunner {
  private static final java.util.regex.Pattern DROPS =
      java.util.regex.Pattern.compile("(?i)drop\\s+(database|schema)\\s");
  private static final int DB_DROPPED = 0x100;
  private static final int NO_INDEX_USED = 0x20;
  private static final int MAX_STATEMENTS = 10_000;

  private final SqlSession session;

  StatementRunner(SqlSession session) {
    this.session = session;
  }

  /** What the statements of one text have come to. */
  private static final class Outcome {
    private final List<SqlResult> results = new ArrayList<>();
    private final List<Event> seen = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private boolean failed;

    Execution execution() {
      return SqlSession.execution(results, delay, seen);
    }
  }

  Execution run(String sql, List<Value> parameters, boolean multiple) {
    return trimmed(StatementTexts.trim(sql), parameters, multiple);
  }

  private Execution trimmed(String sql, List<Value> parameters, boolean multiple) {
    session.running(sql);
    var outcome = new Outcome();
    Parsed cached = session.server().statements().get(key(sql));
    if (cached != null) {
      one(cached, parameters, outcome);
      return outcome.execution();
    }
    Cursor cursor = Sql.cursor(sql, session.server(), session.settings());
    for (int count = 0; !outcome.failed && count < MAX_STATEMENTS; count++) {
      boolean whole = count == 0;
      step(cursor, sql, parameters, multiple, whole, outcome);
      if (outcome.failed || !multiple || !cursor.acceptSign(";")) {
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
      Outcome outcome) {
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
        finish(run, system, text, outcome);
        return;
      }
    } catch (SqlException e) {
      fail(run, e, outcome);
      return;
    }
    cursor.position(start);
    Parsed parsed;
    try {
      Settings settings = session.settings();
      Statement statement = Sql.parser(cursor, settings).statement();
      StatementTexts.refuseSecond(cursor, multiple);
      if (parameters.isEmpty() && cursor.parameters() > 0) {
        throw cursor.errorAt(cursor.firstParameter());
      }
      parsed =
          new Parsed(
              statement,
              cursor.position() == end ? text : cursor.plainFrom(start),
              Deprecations.of(cursor.tokensFrom(start)));
    } catch (SqlException e) {
      session.forgetWarnings();
      fail(run, e, outcome);
      return;
    }
    if (only) {
      session.server().statements().put(key(sql), parsed);
    }
    one(parsed, parameters, outcome);
  }

  /** A comment alone is a statement that does nothing. */
  private void empty(Cursor cursor, Outcome outcome) {
    session.forgetWarnings();
    var run = new Run(session, List.of());
    if (cursor.isSign(";")) {
      fail(run, cursor.error(), outcome);
    } else if (cursor.hasComment()) {
      finish(run, StatementResult.Ok.NONE, "", outcome);
    } else {
      fail(run, new SqlException(1065, "42000", "Query was empty"), outcome);
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

  private void one(Parsed parsed, List<Value> parameters, Outcome outcome) {
    Statement statement = parsed.statement();
    var run = new Run(session, parameters);
    session.transaction().mark();
    session.forgetWarnings();
    session.warnings().addAll(parsed.warnings());
    try {
      finish(run, new Executor(run).execute(statement, parsed.text()), parsed.text(), outcome);
    } catch (SqlException e) {
      session.transaction().failed();
      fail(run, e, outcome);
    }
    if (session.settings().autocommit() && !session.transaction().begun()) {
      session.transaction().commit();
    }
  }

  private void fail(Run run, SqlException e, Outcome outcome) {
    outcome.failed = true;
    outcome.delay = outcome.delay.plus(run.delay());
    outcome.seen.addAll(run.seen());
    session.warnings().add(new Warning(Warning.Level.ERROR, e.error().code(), e.error().message()));
    session.rowCount(-1);
    outcome.results.add(
        e.columns().isEmpty()
            ? new SqlResult.Failed(e.error())
            : new SqlResult.Failed(
                e.error(),
                new SqlResult.Rows(e.columns(), List.of(), status(run), run.warningsBefore(), 0)));
  }

  private void finish(Run run, StatementResult result, String text, Outcome outcome) {
    outcome.delay = outcome.delay.plus(run.delay());
    outcome.seen.addAll(run.seen());
    boolean shows =
        text.regionMatches(true, 0, "SHOW WARNINGS", 0, 13)
            || text.regionMatches(true, 0, "SHOW ERRORS", 0, 11)
            || text.regionMatches(true, 0, "SHOW COUNT", 0, 10);
    int count = shows ? 0 : session.warnings().size();
    add(result, count, run, outcome);
    if (DROPS.matcher(text).lookingAt()
        && outcome.results.getLast() instanceof SqlResult.Done done) {
      outcome.results.removeLast();
      outcome.results.add(
          new SqlResult.Done(
              done.affectedRows(),
              done.lastInsertId(),
              done.status() | DB_DROPPED,
              done.warnings(),
              done.info(),
              done.changes()));
    }
  }

  private void add(StatementResult result, int warnings, Run run, Outcome outcome) {
    switch (result) {
      case StatementResult.Ok ok -> {
        session.rowCount(ok.affectedRows());
        outcome.results.add(
            new SqlResult.Done(
                ok.affectedRows(),
                ok.lastInsertId(),
                run.changes() ? status(run) : session.status(),
                warnings,
                ok.info(),
                ok.changes()));
      }
      case StatementResult.Table table -> {
        session.rowCount(-1);
        int status = session.status() | (table.scanned() ? NO_INDEX_USED : 0);
        outcome.results.add(
            new SqlResult.Rows(
                table.columns(), table.rows(), status, run.warningsBefore(), warnings));
      }
      case StatementResult.Many many ->
          many.results().forEach(each -> add(each, warnings, run, outcome));
    }
  }

  private int status(Run run) {
    return session.status() | (run.wasScanned() ? NO_INDEX_USED : 0);
  }
}
