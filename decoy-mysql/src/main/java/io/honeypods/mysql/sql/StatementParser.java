package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.SystemVariables.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one statement. */
final class StatementParser {
  private final Cursor in;
  private final QueryParser queries;
  private final ExprParser expressions;

  StatementParser(Cursor in, boolean pipesConcat) {
    this.in = in;
    this.queries = new QueryParser(in, pipesConcat);
    this.expressions = queries.expressions();
  }

  /** One statement up to its end, which is not taken. */
  Statement statement() {
    Statement statement = read();
    in.expectEnd();
    return statement;
  }

  /** An expression that is the whole text. */
  Expr expression() {
    Expr expr = expressions.expr();
    in.expectEnd();
    return expr;
  }

  private Statement read() {
    Token token = in.peek();
    if (token.isSign("(") && queries.isQuery()) {
      return new Statement.Select(queries.query());
    }
    if (token.kind() != Token.Kind.WORD) {
      throw in.error();
    }
    return switch (token.text().toUpperCase(Locale.ROOT)) {
      case "SELECT", "WITH", "VALUES", "TABLE" -> new Statement.Select(queries.query());
      case "INSERT" -> new DmlParser(in, queries).insert(false);
      case "REPLACE" -> new DmlParser(in, queries).insert(true);
      case "UPDATE" -> new DmlParser(in, queries).update();
      case "DELETE" -> new DmlParser(in, queries).delete();
      case "CREATE" -> new DdlParser(in, queries).create();
      case "DROP" -> new DdlParser(in, queries).drop();
      case "ALTER" -> new DdlParser(in, queries).alter();
      case "RENAME" -> new DdlParser(in, queries).rename();
      case "TRUNCATE" -> new DdlParser(in, queries).truncate();
      case "SET" -> set();
      case "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE" -> transaction();
      case "EXPLAIN", "DESCRIBE", "DESC" -> explain();
      default -> other(token);
    };
  }

  private Statement other(Token token) {
    in.next();
    return switch (token.text().toUpperCase(Locale.ROOT)) {
      case "USE" -> new Statement.Use(in.name());
      case "DO" -> new Statement.Do(expressions.list());
      case "CALL" -> call();
      case "LOCK" -> lock();
      case "UNLOCK" -> {
        if (!in.accept("TABLES") && !in.accept("INSTANCE")) {
          in.expect("TABLE");
        }
        yield new Statement.UnlockTables();
      }
      case "PREPARE" -> {
        String name = in.name();
        in.expect("FROM");
        if (in.peek().kind() != Token.Kind.STRING && in.peek().kind() != Token.Kind.USER_VARIABLE) {
          throw in.error();
        }
        yield new Statement.Prepare(name, expressions.primary().primary());
      }
      case "EXECUTE" -> execute();
      case "DEALLOCATE" -> {
        in.expect("PREPARE");
        yield new Statement.Deallocate(in.name());
      }
      case "LOAD" -> load();
      case "HANDLER" -> handler();
      case "XA", "BINLOG", "HELP", "PURGE", "CHANGE", "STOP", "RESIGNAL", "SIGNAL" -> {
        while (!in.atEnd()) {
          in.next();
        }
        yield new Statement.Accepted();
      }
      default -> throw in.errorAt(token);
    };
  }

  private Statement call() {
    Statement.Name name = in.qualified();
    List<Expr> arguments = in.isSign("(") ? expressions.arguments() : List.of();
    return new Statement.Call(name, arguments);
  }

  private Statement lock() {
    if (in.accept("INSTANCE")) {
      in.expect("FOR");
      in.expect("BACKUP");
      return new Statement.Accepted();
    }
    if (!in.accept("TABLES")) {
      in.expect("TABLE");
    }
    var tables = new ArrayList<Statement.Name>();
    var write = new ArrayList<Boolean>();
    do {
      tables.add(in.qualified());
      if (in.accept("AS")
          || !(in.isWord("READ") || in.isWord("WRITE") || in.isWord("LOW_PRIORITY"))) {
        in.name();
      }
      in.accept("LOW_PRIORITY");
      boolean writes = in.accept("WRITE");
      if (!writes) {
        in.expect("READ");
        in.accept("LOCAL");
      }
      write.add(writes);
    } while (in.acceptSign(","));
    return new Statement.LockTables(tables, write);
  }

  private Statement execute() {
    String name = in.name();
    var variables = new ArrayList<String>();
    if (in.accept("USING")) {
      do {
        if (in.peek().kind() != Token.Kind.USER_VARIABLE) {
          throw in.error();
        }
        variables.add(in.next().text());
      } while (in.acceptSign(","));
    }
    return new Statement.Execute(name, variables);
  }

  private Statement load() {
    if (!in.accept("DATA")) {
      in.expect("XML");
    }
    if (!in.accept("LOW_PRIORITY")) {
      in.accept("CONCURRENT");
    }
    boolean local = in.accept("LOCAL");
    in.expect("INFILE");
    String file = in.string();
    if (!in.accept("REPLACE")) {
      in.accept("IGNORE");
    }
    in.expect("INTO");
    in.expect("TABLE");
    Statement.Name table = in.qualified();
    while (!in.atEnd()) {
      in.next();
    }
    return new Statement.LoadData(file, local, table);
  }

  private Statement handler() {
    Statement.Name table = in.qualified();
    String what = in.peek().text().toUpperCase(Locale.ROOT);
    while (!in.atEnd()) {
      in.next();
    }
    return new Statement.Handler(table, what);
  }

  private Statement explain() {
    Token verb = in.next();
    String format = "TRADITIONAL";
    boolean hasFormat = false;
    if (in.isWord("FORMAT") && in.peek(1).isSign("=")) {
      in.next();
      in.next();
      format = in.wordOrString().toUpperCase(Locale.ROOT);
      hasFormat = true;
    } else if (!verb.is("DESC") || !in.atEnd()) {
      hasFormat = in.accept("EXTENDED") || in.accept("PARTITIONS");
      if (in.accept("ANALYZE")) {
        hasFormat = true;
        format = "TREE";
      }
    }
    Token token = in.peek();
    boolean explained =
        queries.isQuery()
            || token.is("INSERT")
            || token.is("UPDATE")
            || token.is("DELETE")
            || token.is("REPLACE");
    if (explained) {
      return new Statement.Explain(format, read());
    }
    if (hasFormat) {
      throw in.error();
    }
    Statement.Name table = in.qualified();
    String column = in.atEnd() ? null : in.wordOrString();
    return new Statement.Describe(table, column);
  }

  private Statement transaction() {
    Token token = in.next();
    if (token.is("BEGIN")) {
      in.accept("WORK");
      return new Statement.Begin(false);
    }
    if (token.is("START")) {
      in.expect("TRANSACTION");
      boolean readOnly = false;
      do {
        if (in.accept("READ")) {
          readOnly = in.accept("ONLY");
          in.accept("WRITE");
        } else if (in.accept("WITH")) {
          in.expect("CONSISTENT");
          in.expect("SNAPSHOT");
        }
      } while (in.acceptSign(","));
      return new Statement.Begin(readOnly);
    }
    if (token.is("SAVEPOINT")) {
      return new Statement.Savepoint(in.name());
    }
    if (token.is("RELEASE")) {
      in.expect("SAVEPOINT");
      return new Statement.ReleaseSavepoint(in.name());
    }
    in.accept("WORK");
    if (token.is("ROLLBACK") && in.accept("TO")) {
      in.accept("SAVEPOINT");
      return new Statement.Rollback(in.name(), false, false);
    }
    boolean chain = false;
    if (in.accept("AND")) {
      chain = !in.accept("NO");
      in.expect("CHAIN");
    }
    boolean no = in.accept("NO");
    boolean release = in.accept("RELEASE") && !no;
    return token.is("COMMIT")
        ? new Statement.Commit(chain, release)
        : new Statement.Rollback(null, chain, release);
  }

  private Statement set() {
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
    Expr.SystemVariable variable = PrimaryParser.variable(in, scope);
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
