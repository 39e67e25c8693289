package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a session's texts apart into statements and runs them one after the other. */
final class StatementRunner {
  private static final java.util.regex.Pattern DROPS =
      java.util.regex.Pattern.compile("(?i)drop\\s+(database|schema)\\s");
  private static final int DB_DROPPED = 0x100;
  private static final int NO_INDEX_USED = 0x20;
  private static final int MAX_PREPARED = 1000;
  private static final int MAX_CALLS = 8;
  private static final int MAX_STATEMENTS = 10_000;

  private final SqlSession session;
  private int calls;

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
    session.running(sql);
    var outcome = new Outcome();
    Parsed cached = session.server().statements().get(key(sql));
    if (cached != null) {
      one(cached, parameters, outcome);
      return outcome.execution();
    }
    Cursor cursor = Sql.cursor(sql, session.server(), session.settings());
    if (cursor.peek().kind() == Token.Kind.END) {
      outcome.results.add(new SqlResult.Failed(new SqlError(1065, "42000", "Query was empty")));
      return outcome.execution();
    }
    for (int count = 0; !outcome.failed && count < MAX_STATEMENTS; count++) {
      boolean whole = count == 0;
      step(cursor, sql, parameters, multiple, whole, outcome);
      if (outcome.failed || !cursor.acceptSign(";") || cursor.peek().kind() == Token.Kind.END) {
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

  /** A statement with its text, or a text that is for the server's administration. */
  record Parsed(@Nullable Statement statement, String text) {}

  private void step(
      Cursor cursor,
      String sql,
      List<Value> parameters,
      boolean multiple,
      boolean first,
      Outcome outcome) {
    int start = cursor.position();
    var run = new Run(session, parameters);
    String text = upToEnd(cursor);
    int end = cursor.position();
    boolean only = first && atTextEnd(cursor);
    try {
      StatementResult system = system(text, run);
      if (system != null) {
        refuseSecond(cursor, multiple);
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
      refuseSecond(cursor, multiple);
      parsed = new Parsed(statement, cursor.position() == end ? text : cursor.plainFrom(start));
    } catch (SqlException e) {
      session.warnings().clear();
      fail(run, e, outcome);
      return;
    }
    if (only) {
      session.server().statements().put(key(sql), parsed);
    }
    one(parsed, parameters, outcome);
  }

  private static void refuseSecond(Cursor cursor, boolean multiple) {
    if (!multiple && cursor.isSign(";") && cursor.peek(1).kind() != Token.Kind.END) {
      throw cursor.errorAt(cursor.peek(1));
    }
  }

  private static boolean atTextEnd(Cursor cursor) {
    return cursor.peek().kind() == Token.Kind.END
        || (cursor.isSign(";") && cursor.peek(1).kind() == Token.Kind.END);
  }

  private static String upToEnd(Cursor cursor) {
    int start = cursor.position();
    while (!cursor.atEnd()) {
      cursor.next();
    }
    return cursor.plainFrom(start);
  }

  private @Nullable StatementResult system(String text, Run run) {
    if (isEngineWord(text)) {
      return null;
    }
    boolean shows = text.regionMatches(true, 0, "SHOW", 0, 4);
    if (!shows) {
      session.warnings().clear();
    }
    StatementResult result = run.server().system().statements().run(session, text);
    if (result != null) {
      session.settingsChanged();
    }
    return result;
  }

  private static boolean isEngineWord(String text) {
    return text.regionMatches(true, 0, "SELECT", 0, 6)
        || text.regionMatches(true, 0, "INSERT", 0, 6)
        || text.regionMatches(true, 0, "UPDATE", 0, 6)
        || text.regionMatches(true, 0, "DELETE", 0, 6);
  }

  private void one(Parsed parsed, List<Value> parameters, Outcome outcome) {
    Statement statement = parsed.statement();
    var run = new Run(session, parameters);
    session.transaction().mark();
    boolean diagnostic = false;
    if (!diagnostic) {
      session.warnings().clear();
    }
    try {
      if (statement == null) {
        throw new IllegalStateException(parsed.text());
      }
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
    outcome.results.add(new SqlResult.Failed(e.error()));
  }

  private void finish(Run run, StatementResult result, String text, Outcome outcome) {
    outcome.delay = outcome.delay.plus(run.delay());
    outcome.seen.addAll(run.seen());
    boolean shows =
        text.regionMatches(true, 0, "SHOW WARNINGS", 0, 13)
            || text.regionMatches(true, 0, "SHOW ERRORS", 0, 11);
    int count = shows ? 0 : session.warnings().size();
    add(result, count, outcome);
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

  private void add(StatementResult result, int warnings, Outcome outcome) {
    switch (result) {
      case StatementResult.Ok ok -> {
        session.rowCount(ok.affectedRows());
        outcome.results.add(
            new SqlResult.Done(
                ok.affectedRows(),
                ok.lastInsertId(),
                session.status(),
                warnings,
                ok.info(),
                ok.changes()));
      }
      case StatementResult.Table table -> {
        session.rowCount(-1);
        int status = session.status() | (table.scanned() ? NO_INDEX_USED : 0);
        outcome.results.add(new SqlResult.Rows(table.columns(), table.rows(), status, warnings));
      }
      case StatementResult.Many many ->
          many.results().forEach(each -> add(each, warnings, outcome));
    }
  }

  SqlSession.Preparation prepare(String sql) {
    session.warnings().clear();
    try {
      Settings settings = session.settings();
      Cursor cursor = Sql.cursor(sql, session.server(), settings);
      if (cursor.peek().kind() == Token.Kind.END) {
        throw new SqlException(1065, "42000", "Query was empty");
      }
      var run = new Run(session, List.of());
      Statement statement;
      try {
        statement = Sql.parser(cursor, settings).statement();
      } catch (SqlException e) {
        return administration(sql, e);
      }
      refuseSecond(cursor, false);
      List<ColumnDefinition> columns = List.of();
      if (statement instanceof Statement.Select(var query) && query.into() == null) {
        Plan plan = new QueryCompiler(run).compile(query, Scope.root());
        columns = new Executor(run).definitions(plan);
      } else {
        check(statement);
      }
      return new SqlSession.Preparation.Ready(
          new PreparedStatement(sql, cursor.parameters(), columns, 0));
    } catch (SqlException e) {
      return new SqlSession.Preparation.Refused(e.error());
    }
  }

  /** What a change is made to must be there. */
  private void check(Statement statement) {
    Statement.Name table =
        switch (statement) {
          case Statement.Insert insert -> insert.table();
          case Statement.Update(_, Query.TableRef ref, _, _, _, _) ->
              new Statement.Name(ref.schema(), ref.name());
          case Statement.Delete(_, Query.TableRef ref, _, _, _) ->
              new Statement.Name(ref.schema(), ref.name());
          default -> null;
        };
    if (table != null) {
      Tables.find(session, table.schema(), table.name());
    }
  }

  private static SqlSession.Preparation administration(String sql, SqlException e) {
    String word = sql.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    return switch (word) {
      case "SHOW",
          "FLUSH",
          "GRANT",
          "REVOKE",
          "KILL",
          "ANALYZE",
          "CHECK",
          "OPTIMIZE",
          "REPAIR",
          "CREATE",
          "DROP",
          "ALTER",
          "SET",
          "INSTALL",
          "UNINSTALL",
          "RESET" ->
          new SqlSession.Preparation.Ready(new PreparedStatement(sql, 0, List.of(), 0));
      default -> new SqlSession.Preparation.Refused(e.error());
    };
  }

  StatementResult prepareNamed(String name, String sql) {
    switch (prepare(sql)) {
      case SqlSession.Preparation.Refused(var error) -> throw new SqlException(error);
      case SqlSession.Preparation.Ready _ -> {
        if (session.preparedNames().size() >= MAX_PREPARED) {
          throw new SqlException(
              1461,
              "42000",
              "Can't create more than max_prepared_stmt_count statements (current value: 16382)");
        }
        session.preparedNames().put(name.toLowerCase(Locale.ROOT), sql);
      }
    }
    return new StatementResult.Ok(0, 0, "Statement prepared", List.of());
  }

  static SqlException unknownStatement(String name, String where) {
    return new SqlException(
        1243, "HY000", "Unknown prepared statement handler (" + name + ") given to " + where);
  }

  StatementResult executeNamed(Statement.Execute execute, Run outer) {
    String sql = session.preparedNames().get(execute.name().toLowerCase(Locale.ROOT));
    if (sql == null) {
      throw unknownStatement(execute.name(), "EXECUTE");
    }
    var parameters = new ArrayList<Value>();
    for (String name : execute.variables()) {
      parameters.add(
          session.userVariables().getOrDefault(name.toLowerCase(Locale.ROOT), Value.NULL));
    }
    Cursor cursor = Sql.cursor(sql, session.server(), session.settings());
    StatementResult system = system(sql, outer);
    if (system != null) {
      return system;
    }
    Statement statement = Sql.parser(cursor, session.settings()).statement();
    if (cursor.parameters() != parameters.size()) {
      throw Errors.wrongArguments("EXECUTE");
    }
    if (statement instanceof Statement.Execute || statement instanceof Statement.Prepare) {
      throw new SqlException(
          1295, "HY000", "This command is not supported in the prepared statement protocol yet");
    }
    var run = new Run(session, parameters);
    try {
      return new Executor(run).execute(statement, sql);
    } finally {
      outer.delay(run.delay());
      run.seen().forEach(outer::saw);
    }
  }

  /** Runs the statements of a procedure; its parameters stand in for the names they have. */
  StatementResult call(Routines.Body body, Run outer) {
    if (++calls > MAX_CALLS) {
      calls--;
      throw new SqlException(
          1456,
          "HY000",
          "Recursive limit 0 (as set by the max_sp_recursion_depth variable) was exceeded for"
              + " routine");
    }
    try {
      var results = new ArrayList<StatementResult>();
      for (String sql : body.statements()) {
        StatementResult result = inside(sql, body.parameters(), outer);
        if (result instanceof StatementResult.Table) {
          results.add(result);
        }
      }
      results.add(StatementResult.Ok.NONE);
      return new StatementResult.Many(results);
    } finally {
      calls--;
    }
  }

  private StatementResult inside(String sql, Map<String, Value> parameters, Run outer) {
    outer.tick();
    StatementResult system = system(sql, outer);
    if (system != null) {
      return system;
    }
    var run = new Run(session, List.of());
    parameters.forEach((name, value) -> run.kept().put("parameter " + name, value));
    try {
      return new Executor(run).execute(Sql.parse(sql, session.server(), session.settings()), sql);
    } finally {
      outer.delay(run.delay());
      run.seen().forEach(outer::saw);
    }
  }

  List<List<Value>> filter(List<TableColumn> columns, List<List<Value>> rows, String condition) {
    var run = new Run(session, List.of());
    var fields = new ArrayList<Field>();
    for (TableColumn column : columns) {
      fields.add(
          new Field("", "", "", column.name(), column.name(), Fields.type(column).asNullable(), 0));
    }
    var scope = new Scope(null, fields, new BitSet());
    scope.clause = "where clause";
    Expr expr = Sql.expression(condition, session.server(), session.settings());
    Node node = new QueryCompiler(run).expressions().compile(expr, scope);
    var kept = new ArrayList<List<Value>>();
    var frame = new Frame(null);
    for (List<Value> row : rows) {
      run.tick();
      frame.row = row.toArray(new Value[0]);
      if (Coercion.truth(node.eval(frame))) {
        kept.add(row);
      }
    }
    return kept;
  }
}
