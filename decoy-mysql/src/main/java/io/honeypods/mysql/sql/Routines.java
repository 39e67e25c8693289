package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stored procedures, functions, triggers and events: kept, and called where they are simple. */
final class Routines {
  private static final int MAX_ROUTINES = 500;

  private final Run run;

  Routines(Run run) {
    this.run = run;
  }

  StatementResult create(Statement.CreateRoutine create, String sql) {
    Session session = run.session();
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
    Session session = run.session();
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

  /** The procedure of that name; error 1305 where there is none. */
  Routine require(Statement.Name name) {
    Schema schema = Tables.schema(run.session(), name.schema());
    Routine routine = schema.routines().get(key(Routine.Kind.PROCEDURE, name.name()));
    if (routine == null) {
      throw Errors.noProcedure(schema.name() + "." + name.name());
    }
    return routine;
  }

  /** Runs a procedure; what comes out of it goes into the user variables that were given. */
  void call(Statement.Call call, StoredBody.Statements statements) {
    Routine routine = require(call.name());
    List<StoredBody.Parameter> parameters = parameters(routine);
    if (parameters.size() != call.arguments().size()) {
      throw new SqlException(
          1318,
          "42000",
          "Incorrect number of arguments for PROCEDURE "
              + routine.schema()
              + "."
              + routine.name()
              + "; expected "
              + parameters.size()
              + ", got "
              + call.arguments().size());
    }
    var queries = new QueryCompiler(run);
    var body = new StoredBody(run);
    for (int i = 0; i < parameters.size(); i++) {
      StoredBody.Parameter parameter = parameters.get(i);
      Expr argument = call.arguments().get(i);
      if (parameter.comesOut() && !(argument instanceof Expr.UserVariable)) {
        throw notVariable(routine, i + 1);
      }
      Node node = queries.expressions().compile(argument, Scope.root());
      body.set(
          parameter.name(),
          parameter.type(),
          parameter.goesIn() ? node.eval(new Frame(null)) : Value.NULL);
    }
    body.run(statements(routine.body()), statements);
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).comesOut()
          && call.arguments().get(i) instanceof Expr.UserVariable(var name)) {
        run.session().userVariable(name, body.get(parameters.get(i).name()));
      }
    }
  }

  private static SqlException notVariable(Routine routine, int number) {
    return new SqlException(
        1414,
        "42000",
        "OUT or INOUT argument "
            + number
            + " for routine "
            + routine.schema()
            + "."
            + routine.name()
            + " is not a variable or NEW pseudo-variable in BEFORE trigger");
  }

  List<StoredBody.Parameter> parameters(Routine routine) {
    var parameters = new ArrayList<StoredBody.Parameter>();
    Cursor in = head(routine);
    while (!in.isSign(")")) {
      boolean inout = in.accept("INOUT");
      boolean out = !inout && in.accept("OUT");
      in.accept("IN");
      String name = in.name().toLowerCase(Locale.ROOT);
      parameters.add(
          new StoredBody.Parameter(
              name, TableBuilder.alone(new TypeParser(in).type(), run), !out, out || inout));
      if (!in.acceptSign(",") && !in.isSign(")")) {
        throw in.error();
      }
    }
    return parameters;
  }

  private Cursor head(Routine routine) {
    Cursor in = Sql.cursor(routine.head(), run.server(), run.session().settings());
    in.expectSign("(");
    return in;
  }

  /** The type behind RETURNS. */
  DataType returns(Routine routine) {
    Cursor in = head(routine);
    while (in.peek().kind() != Token.Kind.END && !in.accept("RETURNS")) {
      in.next();
    }
    return TableBuilder.alone(new TypeParser(in).type(), run);
  }

  /** The statements of BEGIN … END, or the one that there is. */
  List<String> statements(String body) {
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
}
