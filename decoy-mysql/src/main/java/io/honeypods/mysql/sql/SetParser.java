package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.SystemVariables.Scope;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads SET. */
final class SetParser {
  private final Cursor in;
  private final ExprParser expressions;

  SetParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  Statement set() {
    in.next();
    Statement transaction = setTransaction();
    if (transaction != null) {
      return transaction;
    }
    var settings = new ArrayList<Statement.Setting>();
    do {
      settings.add(setting());
    } while (in.acceptSign(","));
    return new Statement.SetVariables(settings);
  }

  private @Nullable Statement setTransaction() {
    int before = in.position();
    var scope = Scope.ANY;
    if (in.accept("GLOBAL")) {
      scope = Scope.GLOBAL;
    } else if (in.accept("SESSION") || in.accept("LOCAL")) {
      scope = Scope.SESSION;
    }
    if (!in.accept("TRANSACTION")) {
      in.position(before);
      return null;
    }
    String isolation = null;
    Boolean readOnly = null;
    do {
      if (in.accept("ISOLATION")) {
        in.expect("LEVEL");
        isolation = level();
      } else {
        in.expect("READ");
        readOnly = in.accept("ONLY");
        if (!readOnly) {
          in.expect("WRITE");
        }
      }
    } while (in.acceptSign(","));
    return new Statement.SetTransaction(scope, isolation, readOnly);
  }

  private String level() {
    if (in.accept("READ")) {
      if (in.accept("COMMITTED")) {
        return "READ-COMMITTED";
      }
      in.expect("UNCOMMITTED");
      return "READ-UNCOMMITTED";
    }
    if (in.accept("REPEATABLE")) {
      in.expect("READ");
      return "REPEATABLE-READ";
    }
    in.expect("SERIALIZABLE");
    return "SERIALIZABLE";
  }

  private Statement.Setting setting() {
    Token token = in.peek();
    if (token.kind() == Token.Kind.USER_VARIABLE) {
      in.next();
      if (!in.acceptSign(":=")) {
        in.expectSign("=");
      }
      return new Statement.Setting.User(token.text(), expressions.expr());
    }
    if (token.is("NAMES")) {
      in.next();
      return names(true);
    }
    if (token.is("CHARSET") || (token.is("CHARACTER") && in.peek(1).is("SET"))) {
      in.next();
      in.accept("SET");
      return names(false);
    }
    var scope = Scope.ANY;
    if (token.kind() == Token.Kind.SYSTEM_VARIABLE) {
      in.next();
    } else if (in.accept("GLOBAL")) {
      scope = Scope.GLOBAL;
    } else if (in.accept("SESSION") || in.accept("LOCAL")) {
      scope = Scope.SESSION;
    } else if (in.accept("PERSIST")) {
      scope = Scope.PERSIST;
    } else if (in.accept("PERSIST_ONLY")) {
      scope = Scope.PERSIST_ONLY;
    }
    Expr.SystemVariable variable = VariableParser.variable(in, scope);
    if (!in.acceptSign(":=")) {
      in.expectSign("=");
    }
    return new Statement.Setting.SystemVariable(variable.scope(), variable.name(), setValue());
  }

  private @Nullable Expr setValue() {
    if (in.isWord("DEFAULT") && !in.peek(1).isSign("(")) {
      in.next();
      return null;
    }
    boolean word =
        in.isWord("ON")
            || in.isWord("ALL")
            || in.isWord("BINARY")
            || in.isWord("ROW")
            || in.isWord("SYSTEM");
    if (word && !in.peek(1).isSign("(")) {
      return new Expr.Literal(new Value.Text(in.next().text()), Token.Kind.STRING, null);
    }
    return expressions.expr();
  }

  private Statement.Setting names(boolean connection) {
    if (in.accept("DEFAULT")) {
      return new Statement.Setting.Names(null, null, connection);
    }
    String charset = in.isWord("BINARY") ? in.next().text() : in.wordOrString();
    String collation = in.accept("COLLATE") ? in.wordOrString() : null;
    return new Statement.Setting.Names(charset, collation, connection);
  }
}
