package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** PREPARE, in SQL and in the protocol: what can be prepared, and what is known of it then. */
final class Preparer {
  private static final Set<String> UNTOLD =
      Set.of("PROCESSLIST", "FULL", "WARNINGS", "ERRORS", "COUNT", "ENGINE", "PRIVILEGES");
  private static final int MAX_PREPARED = 1000;

  private final Session session;
  private final StatementRunner runner;

  /** The texts of PREPARE … FROM, by name in lower case. */
  private final Map<String, String> names = new HashMap<>();

  Preparer(Session session, StatementRunner runner) {
    this.session = session;
    this.runner = runner;
  }

  SqlSession.Preparation prepare(String sql) {
    session.diagnostics().forget();
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
        return administration(cursor, sql, e);
      }
      StatementTexts.refuseSecond(cursor, false);
      if (!isPreparable(statement)) {
        throw new SqlException(
            1295, "HY000", "This command is not supported in the prepared statement protocol yet");
      }
      List<ColumnDefinition> columns = List.of();
      if (statement instanceof Statement.Select(var query) && query.into() == null) {
        Plan plan = new QueryCompiler(run).compile(query, Scope.root());
        columns = new SelectExecutor(run).definitions(plan);
      } else {
        check(statement);
      }
      return new SqlSession.Preparation.Ready(
          new PreparedStatement(sql, cursor.parameters(), columns, 0));
    } catch (SqlException e) {
      return new SqlSession.Preparation.Refused(e.error());
    }
  }

  private static boolean isPreparable(Statement statement) {
    return switch (statement) {
      case Statement.Use _,
          Statement.Begin _,
          Statement.Savepoint _,
          Statement.ReleaseSavepoint _,
          Statement.LockTables _,
          Statement.UnlockTables _,
          Statement.Prepare _,
          Statement.Execute _,
          Statement.Deallocate _,
          Statement.LoadData _,
          Statement.Handler _,
          Statement.CreateRoutine _ ->
          false;
      case Statement.Rollback(var savepoint, _, _) -> savepoint == null;
      default -> true;
    };
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
          case Statement.Call(var name, _) -> {
            new Routines(new Run(session, List.of())).require(name);
            yield null;
          }
          default -> null;
        };
    if (table != null) {
      Tables.find(session, table.schema(), table.name());
    }
  }

  private SqlSession.Preparation administration(Cursor cursor, String sql, SqlException e) {
    cursor.position(0);
    String word = cursor.peek().text().toUpperCase(Locale.ROOT);
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
          new SqlSession.Preparation.Ready(new PreparedStatement(sql, 0, shown(cursor, sql), 0));
      default -> new SqlSession.Preparation.Refused(e.error());
    };
  }

  /** The columns of a SHOW that stands for a SELECT; the others tell theirs when they run. */
  private List<ColumnDefinition> shown(Cursor cursor, String sql) {
    boolean shows = cursor.isWord("SHOW") && !UNTOLD.contains(upper(cursor.peek(1)));
    StatementResult result = shows ? runner.system(sql, new Run(session, List.of())) : null;
    return result instanceof StatementResult.Table table ? table.columns() : List.of();
  }

  private static String upper(Token token) {
    return token.text().toUpperCase(Locale.ROOT);
  }

  StatementResult prepareNamed(String name, String sql) {
    switch (prepare(sql)) {
      case SqlSession.Preparation.Refused(var error) -> throw new SqlException(error);
      case SqlSession.Preparation.Ready _ -> {
        if (names.size() >= MAX_PREPARED) {
          throw new SqlException(
              1461,
              "42000",
              "Can't create more than max_prepared_stmt_count statements (current value: 16382)");
        }
        names.put(name.toLowerCase(Locale.ROOT), sql);
      }
    }
    return new StatementResult.Ok(0, 0, "Statement prepared", List.of());
  }

  static SqlException unknownStatement(String name, String where) {
    return new SqlException(
        1243, "HY000", "Unknown prepared statement handler (" + name + ") given to " + where);
  }

  StatementResult executeNamed(Statement.Execute execute, Run outer) {
    String sql = names.get(execute.name().toLowerCase(Locale.ROOT));
    if (sql == null) {
      throw unknownStatement(execute.name(), "EXECUTE");
    }
    var parameters = new ArrayList<Value>();
    for (String name : execute.variables()) {
      parameters.add(
          session.userVariables().getOrDefault(name.toLowerCase(Locale.ROOT), Value.NULL));
    }
    Cursor cursor = Sql.cursor(sql, session.server(), session.settings());
    StatementResult system = runner.system(sql, outer);
    if (system != null) {
      return system;
    }
    Statement statement = Sql.parser(cursor, session.settings()).statement();
    if (cursor.parameters() != parameters.size()) {
      throw Errors.wrongArguments("EXECUTE");
    }
    var run = new Run(session, parameters);
    try {
      return new Executor(run).execute(statement, sql);
    } finally {
      outer.delay(run.delay());
      run.seen().forEach(outer::saw);
    }
  }

  StatementResult deallocate(String name) {
    if (names.remove(name.toLowerCase(Locale.ROOT)) == null) {
      throw unknownStatement(name, "DEALLOCATE PREPARE");
    }
    return StatementResult.Ok.NONE;
  }

  /** COM_RESET_CONNECTION forgets them all. */
  void clear() {
    names.clear();
  }
}
