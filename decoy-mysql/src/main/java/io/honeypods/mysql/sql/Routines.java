package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stored procedures, functions, triggers and events: kept, and called where they are simple. */
final class Routines {
  private static final int MAX_ROUTINES = 500;

  private final Run run;

  Routines(Run run) {
    this.run = run;
  }

  StatementResult create(Statement.CreateRoutine create, String sql) {
    SqlSession session = run.session();
    Schema schema = Tables.schema(session, create.name().schema());
    String key = key(create.kind(), create.name().name());
    if (schema.routines().containsKey(key)) {
      if (create.ifNotExists()) {
        return StatementResult.Ok.NONE;
      }
      throw exists(create);
    }
    boolean full = schema.routines().size() >= MAX_ROUTINES;
    if (full || !run.server().catalogue().reserve(sql.length() * 2L)) {
      throw Errors.tableFull("routines");
    }
    if (create.kind() == Routine.Kind.TRIGGER && !schema.tables().containsKey(create.table())) {
      throw Errors.noTable(schema.name(), create.table());
    }
    schema
        .routines()
        .put(
            key,
            new Routine(
                create.kind(),
                schema.name(),
                create.name().name(),
                create.table(),
                create.head(),
                create.body(),
                sql,
                session.client().account().quoted(),
                run.now()));
    return StatementResult.Ok.NONE;
  }

  private static SqlException exists(Statement.CreateRoutine create) {
    return switch (create.kind()) {
      case TRIGGER -> new SqlException(1359, "HY000", "Trigger already exists");
      case EVENT ->
          new SqlException(1537, "HY000", "Event '" + create.name().name() + "' already exists");
      case PROCEDURE, FUNCTION ->
          new SqlException(
              1304, "42000", create.kind() + " " + create.name().name() + " already exists");
    };
  }

  private static String key(Routine.Kind kind, String name) {
    return kind + " " + name.toLowerCase(Locale.ROOT);
  }

  StatementResult drop(Statement.DropRoutine drop) {
    SqlSession session = run.session();
    boolean function = drop.kind() == Routine.Kind.FUNCTION;
    if (function && drop.name().schema() == null && session.schema() == null) {
      if (drop.ifExists()) {
        run.note(1305, "FUNCTION (UDF) " + drop.name().name() + " does not exist");
        return StatementResult.Ok.NONE;
      }
      throw new SqlException(
          1305, "42000", "FUNCTION (UDF) " + drop.name().name() + " does not exist");
    }
    Schema schema = Tables.schema(session, drop.name().schema());
    if (schema.routines().remove(key(drop.kind(), drop.name().name())) == null) {
      SqlException missing = missing(drop, schema);
      if (!drop.ifExists()) {
        throw missing;
      }
      run.note(missing.error().code(), missing.error().message());
    }
    return StatementResult.Ok.NONE;
  }

  private static SqlException missing(Statement.DropRoutine drop, Schema schema) {
    String name = drop.name().name();
    return switch (drop.kind()) {
      case TRIGGER -> new SqlException(1360, "HY000", "Trigger does not exist");
      case EVENT -> new SqlException(1539, "HY000", "Unknown event '" + name + "'");
      case PROCEDURE, FUNCTION ->
          new SqlException(
              1305, "42000", drop.kind() + " " + schema.name() + "." + name + " does not exist");
    };
  }

  /** A body that runs: its statements, with the parameters as user variables would be. */
  record Body(List<String> statements, Map<String, Value> parameters) {}

  Body call(Statement.Call call) {
    SqlSession session = run.session();
    Schema schema = Tables.schema(session, call.name().schema());
    Routine routine = schema.routines().get(key(Routine.Kind.PROCEDURE, call.name().name()));
    if (routine == null) {
      throw Errors.noProcedure(schema.name() + "." + call.name().name());
    }
    List<String> names = parameters(routine);
    if (names.size() != call.arguments().size()) {
      throw new SqlException(
          1318,
          "42000",
          "Incorrect number of arguments for PROCEDURE "
              + schema.name()
              + "."
              + routine.name()
              + "; expected "
              + names.size()
              + ", got "
              + call.arguments().size());
    }
    var queries = new QueryCompiler(run);
    var values = new java.util.HashMap<String, Value>();
    for (int i = 0; i < names.size(); i++) {
      Node node = queries.expressions().compile(call.arguments().get(i), Scope.root());
      values.put(names.get(i), node.eval(new Frame(null)));
    }
    return new Body(statements(routine.body()), values);
  }

  private List<String> parameters(Routine routine) {
    var names = new ArrayList<String>();
    Cursor in = Sql.cursor(routine.head(), run.server(), run.session().settings());
    in.expectSign("(");
    while (!in.isSign(")")) {
      if (!in.accept("IN") && !in.accept("OUT")) {
        in.accept("INOUT");
      }
      names.add(in.name().toLowerCase(Locale.ROOT));
      new TypeParser(in).type();
      if (!in.acceptSign(",") && !in.isSign(")")) {
        throw in.error();
      }
    }
    return names;
  }

  /** The statements of BEGIN … END, or the one that there is. */
  private List<String> statements(String body) {
    Cursor in = Sql.cursor(body, run.server(), run.session().settings());
    if (!in.accept("BEGIN")) {
      return List.of(body);
    }
    var statements = new ArrayList<String>();
    while (!in.isWord("END") && in.peek().kind() != Token.Kind.END) {
      int from = in.position();
      while (!in.atEnd()) {
        in.next();
      }
      String text = in.textFrom(from);
      if (!text.isBlank()) {
        statements.add(text);
      }
      in.acceptSign(";");
    }
    return statements;
  }

  /** What a stored function of one RETURN computes, its parameters put in. */
  static Expr returned(Routine routine, List<Expr> arguments, Run run) {
    var routines = new Routines(run);
    List<String> names = routines.parameters(routine);
    if (names.size() != arguments.size()) {
      throw new SqlException(
          1318,
          "42000",
          "Incorrect number of arguments for FUNCTION "
              + routine.schema()
              + "."
              + routine.name()
              + "; expected "
              + names.size()
              + ", got "
              + arguments.size());
    }
    for (String statement : routines.statements(routine.body())) {
      if (statement.regionMatches(true, 0, "RETURN", 0, 6) && names.isEmpty()) {
        return Sql.expression(statement.substring(6), run.server(), run.session().settings());
      }
    }
    return new Expr.Literal(Value.NULL, Token.Kind.WORD, null);
  }
}
