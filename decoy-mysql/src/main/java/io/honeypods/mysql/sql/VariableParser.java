package io.honeypods.mysql.sql;

import java.util.Locale;

/** Reads variables of users and of the system. */
final class VariableParser {
  private VariableParser() {}

  static Expr user(Cursor in, ExprParser expressions) {
    String name = in.next().text();
    if (in.acceptSign(":=")) {
      return new Expr.Assignment(name, expressions.expr());
    }
    return new Expr.UserVariable(name);
  }

  static Expr system(Cursor in) {
    in.next();
    return variable(in, SystemVariables.Scope.ANY);
  }

  /** {@code global.x}, {@code session.x} or {@code x}. */
  static Expr.SystemVariable variable(Cursor in, SystemVariables.Scope otherwise) {
    Token token = in.peek();
    var scope = otherwise;
    if (in.peek(1).isSign(".")) {
      if (token.is("GLOBAL")) {
        scope = SystemVariables.Scope.GLOBAL;
      } else if (token.is("SESSION") || token.is("LOCAL")) {
        scope = SystemVariables.Scope.SESSION;
      } else if (token.is("PERSIST")) {
        scope = SystemVariables.Scope.PERSIST;
      } else if (token.is("PERSIST_ONLY")) {
        scope = SystemVariables.Scope.PERSIST_ONLY;
      }
      if (scope != otherwise) {
        in.next();
        in.next();
        return new Expr.SystemVariable(scope, tail(in, in.nameAfterDot()));
      }
    }
    return new Expr.SystemVariable(scope, tail(in, in.name()));
  }

  private static String tail(Cursor in, String name) {
    String whole = in.acceptSign(".") ? name + "." + in.nameAfterDot() : name;
    return whole.toLowerCase(Locale.ROOT);
  }
}
