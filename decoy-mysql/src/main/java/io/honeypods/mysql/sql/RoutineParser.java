package io.honeypods.mysql.sql;

import java.util.Locale;

/** Reads CREATE PROCEDURE, FUNCTION, TRIGGER and EVENT. */
final class RoutineParser {
  private final Cursor in;

  RoutineParser(Cursor in) {
    this.in = in;
  }

  Statement routine(int start) {
    in.accept("AGGREGATE");
    Token token = in.peek();
    Routine.Kind kind =
        switch (token.text().toUpperCase(Locale.ROOT)) {
          case "PROCEDURE" -> Routine.Kind.PROCEDURE;
          case "FUNCTION" -> Routine.Kind.FUNCTION;
          case "TRIGGER" -> Routine.Kind.TRIGGER;
          case "EVENT" -> Routine.Kind.EVENT;
          default -> throw in.error();
        };
    in.next();
    boolean ifNotExists = DdlParser.ifNotExists(in);
    Statement.Name name = in.qualified();
    if (kind == Routine.Kind.FUNCTION && in.isWord("RETURNS")) {
      in.next();
      if (!in.accept("STRING")
          && !in.accept("INTEGER")
          && !in.accept("INT")
          && !in.accept("REAL")) {
        in.expect("DECIMAL");
      }
      in.expect("SONAME");
      return new Statement.CreateLibraryFunction(name.name(), in.string(), ifNotExists);
    }
    int from = in.position();
    String table = kind == Routine.Kind.TRIGGER ? triggerHead() : "";
    if (kind == Routine.Kind.EVENT) {
      eventHead();
    } else if (kind != Routine.Kind.TRIGGER) {
      parameters(kind);
    }
    String head = in.plainFrom(from);
    int body = in.position();
    RoutineBody.skip(in);
    return new Statement.CreateRoutine(
        kind, name, table, head, in.plainFrom(body), ifNotExists && start >= 0);
  }

  private String triggerHead() {
    if (!in.accept("BEFORE")) {
      in.expect("AFTER");
    }
    if (!in.accept("INSERT") && !in.accept("UPDATE")) {
      in.expect("DELETE");
    }
    in.expect("ON");
    String table = in.qualified().name();
    in.expect("FOR");
    in.expect("EACH");
    in.expect("ROW");
    return table;
  }

  private void eventHead() {
    in.expect("ON");
    in.expect("SCHEDULE");
    while (!in.atEnd() && !in.isWord("DO")) {
      in.next();
    }
    in.expect("DO");
  }

  private void parameters(Routine.Kind kind) {
    in.expectSign("(");
    int open = 1;
    while (open > 0) {
      Token token = in.peek();
      if (token.kind() == Token.Kind.END) {
        throw in.error();
      }
      open += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
      in.next();
    }
    if (kind == Routine.Kind.FUNCTION) {
      in.expect("RETURNS");
      new TypeParser(in).type();
    }
    boolean more = true;
    while (more) {
      more = RoutineBody.characteristic(in);
    }
  }
}
