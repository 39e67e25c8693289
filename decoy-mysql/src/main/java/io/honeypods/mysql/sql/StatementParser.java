package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
      case "DROP" ->
          in.accept("DROP", "PREPARE")
              ? new Statement.Deallocate(in.name())
              : new DropParser(in).drop();
      case "ALTER" -> new DdlParser(in, queries).alter();
      case "RENAME" -> new DdlParser(in, queries).rename();
      case "TRUNCATE" -> new DdlParser(in, queries).truncate();
      case "SET" -> new SetParser(in, expressions).set();
      case "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE" ->
          new TransactionParser(in).transaction();
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
}
