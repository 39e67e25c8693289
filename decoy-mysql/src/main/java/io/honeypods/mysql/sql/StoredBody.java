package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a procedure or function while it runs, with its parameters and variables. */
final class StoredBody {
  private static final String DEPTH = "stored depth";
  private static final int MAX_DEPTH = 8;

  private final Run run;
  private final Map<String, Variable> variables = new HashMap<>();

  /** A parameter or a variable that was declared. */
  private record Variable(DataType type, Value value) {}

  /** A parameter as the head of a routine has it. */
  record Parameter(String name, DataType type, boolean goesIn, boolean comesOut) {}

  /** Runs one statement that is not about the variables of the body. */
  interface Statements {
    void run(String sql);
  }

  StoredBody(Run run) {
    this.run = run;
  }

  void set(String name, DataType type, Value value) {
    var column = TableColumn.of(name, type, true);
    Value converted = new Stored(run, false).convert(value, column, 1);
    variables.put(name.toLowerCase(Locale.ROOT), new Variable(type, converted));
  }

  Value get(String name) {
    Variable variable = variables.get(name.toLowerCase(Locale.ROOT));
    return variable == null ? Value.NULL : variable.value();
  }

  /** Runs statements up to a RETURN, whose value it is; null where there was none. */
  @Nullable Value run(List<String> statements, Statements others) {
    for (String sql : statements) {
      run.tick();
      Cursor in = Sql.cursor(sql, run.server(), run.session().settings());
      Token first = in.peek();
      if (first.is("RETURN")) {
        return evaluate(in, 1);
      }
      if (first.is("DECLARE")) {
        declare(in);
      } else if (first.is("SET") && isOwn(in.peek(1))) {
        assign(in);
      } else {
        others.run(filled(in, 0));
      }
    }
    return null;
  }

  private boolean isOwn(Token token) {
    return (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME)
        && variables.containsKey(token.text().toLowerCase(Locale.ROOT));
  }

  private void declare(Cursor in) {
    in.next();
    var names = new ArrayList<String>();
    do {
      names.add(in.name());
    } while (in.acceptSign(","));
    DataType type = TableBuilder.alone(new TypeParser(in).type(), run);
    Value value = in.accept("DEFAULT") ? evaluate(in, in.position()) : Value.NULL;
    names.forEach(name -> set(name, type, value));
  }

  private void assign(Cursor in) {
    in.next();
    String name = in.next().text();
    if (!in.acceptSign(":=")) {
      in.expectSign("=");
    }
    Variable variable = variables.get(name.toLowerCase(Locale.ROOT));
    if (variable != null) {
      set(name, variable.type(), evaluate(in, in.position()));
    }
  }

  private Value evaluate(Cursor in, int from) {
    Expr expr = Sql.expression(filled(in, from), run.server(), run.session().settings());
    int depth = run.kept().get(DEPTH) instanceof Integer known ? known : 0;
    if (depth >= MAX_DEPTH) {
      throw new SqlException(
          1424, "HY000", "Recursive stored functions and triggers are not allowed.");
    }
    run.kept().put(DEPTH, depth + 1);
    try {
      return new QueryCompiler(run).expressions().compile(expr, Scope.root()).eval(new Frame(null));
    } finally {
      run.kept().put(DEPTH, depth);
    }
  }

  /** The text from a token on, with values in the place of variables. */
  private String filled(Cursor in, int from) {
    in.position(from);
    var text = new StringBuilder();
    Token before = null;
    while (!in.atEnd()) {
      Token token = in.next();
      boolean named = before != null && (before.isSign(".") || before.is("AS"));
      boolean names = in.isSign(".") || in.isSign("(");
      int start = in.position();
      text.append(text.isEmpty() ? "" : " ")
          .append(
              isOwn(token) && !named && !names
                  ? literal(get(token.text()))
                  : in.textFrom(start - 1));
      before = token;
    }
    return text.toString();
  }

  private static String literal(Value value) {
    return switch (value) {
      case Value.Null _ -> "NULL";
      case Value.Int number -> "(" + number.value() + ")";
      case Value.Decimal number -> "(" + number.value().toPlainString() + ")";
      case Value.Real number -> "(" + number.value() + "e0)";
      case Value.Blob(var bytes) ->
          bytes.isEmpty() ? "''" : "0x" + HexFormat.of().formatHex(bytes.toByteArray());
      default -> "'" + Coercion.text(value).replace("\\", "\\\\").replace("'", "''") + "'";
    };
  }
}
