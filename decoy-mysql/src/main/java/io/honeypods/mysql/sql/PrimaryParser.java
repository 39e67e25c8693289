package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.sql.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what expressions are made of: constants, names, calls, subqueries. */
final class PrimaryParser {
  private static final Set<String> AGGREGATES =
      Set.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "group_concat",
          "bit_and",
          "bit_or",
          "bit_xor",
          "std",
          "stddev",
          "stddev_pop",
          "stddev_samp",
          "var_pop",
          "var_samp",
          "variance",
          "json_arrayagg",
          "json_objectagg");
  private static final Set<String> WINDOWS =
      Set.of(
          "row_number",
          "rank",
          "dense_rank",
          "percent_rank",
          "cume_dist",
          "ntile",
          "lag",
          "lead",
          "first_value",
          "last_value",
          "nth_value");
  private static final Set<String> RESERVED_FUNCTIONS =
      Set.of(
          "if",
          "left",
          "right",
          "insert",
          "replace",
          "repeat",
          "mod",
          "char",
          "values",
          "schema",
          "database",
          "current_user",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "interval",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp");
  private static final Set<String> NILADIC =
      Set.of(
          "current_user",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp");

  private final Cursor in;
  private final ExprParser expressions;
  private final QueryParser queries;
  private final CallParser calls;

  PrimaryParser(Cursor in, ExprParser expressions, QueryParser queries) {
    this.in = in;
    this.expressions = expressions;
    this.queries = queries;
    this.calls = new CallParser(in, expressions);
  }

  boolean isSubquery() {
    int ahead = 0;
    while (in.peek(ahead).isSign("(")) {
      ahead++;
    }
    Token token = in.peek(ahead);
    return ahead > 0 && (token.is("SELECT") || (ahead == 1 && token.is("WITH")));
  }

  Query subquery() {
    in.expectSign("(");
    in.enter();
    try {
      Query query = queries.query();
      in.expectSign(")");
      return query;
    } finally {
      in.leave();
    }
  }

  /** INTERVAL(n, …) is a function, INTERVAL (n) DAY is not. */
  boolean isIntervalFunction() {
    int ahead = 2;
    int open = 0;
    do {
      Token token = in.peek(ahead++);
      if (token.isSign("(")) {
        open++;
      } else if (token.isSign(")")) {
        open--;
      } else if (token.kind() == Kind.END) {
        return false;
      }
    } while (open > 0);
    return !Intervals.isUnit(in.peek(ahead).text().toUpperCase(Locale.ROOT));
  }

  /** What LIKE takes as its pattern. */
  Expr simple() {
    return expressions.bits();
  }

  Expr primary() {
    Token token = in.peek();
    return switch (token.kind()) {
      case STRING, NATIONAL_STRING -> string(null);
      case INTRODUCER -> introduced();
      case INTEGER, DECIMAL, FLOAT -> number(in.next());
      case HEX, BITS -> binary(in.next(), null);
      case PARAMETER -> {
        in.next();
        yield new Expr.Parameter(in.nextParameter());
      }
      case USER_VARIABLE -> userVariable();
      case SYSTEM_VARIABLE -> systemVariable();
      case QUOTED_NAME -> column();
      case WORD -> word(token);
      case SIGN -> sign(token);
      case BAD, END -> throw in.error();
    };
  }

  private Expr sign(Token token) {
    if (token.isSign("(")) {
      if (isSubquery()) {
        return new Expr.Scalar(subquery());
      }
      in.next();
      Expr first = expressions.expr();
      if (in.isSign(",")) {
        var parts = new ArrayList<Expr>(List.of(first));
        while (in.acceptSign(",")) {
          parts.add(expressions.expr());
        }
        in.expectSign(")");
        return new Expr.Row(parts);
      }
      in.expectSign(")");
      return first;
    }
    if (token.isSign("{")) {
      in.next();
      String kind = in.name();
      Token text = in.peek();
      Expr value = expressions.expr();
      in.expectSign("}");
      return value instanceof Expr.Literal(Value.Text(var date), var at, var charset)
          ? calls.temporal(kind, date, text)
          : value;
    }
    throw in.error();
  }

  private Expr string(@Nullable String charset) {
    Token first = in.next();
    String text = first.text();
    if (in.peek().kind() == Kind.STRING) {
      var whole = new StringBuilder(text);
      while (in.peek().kind() == Kind.STRING) {
        whole.append(in.next().text());
      }
      text = whole.toString();
    }
    String named = first.kind() == Kind.NATIONAL_STRING ? "utf8mb3" : charset;
    return new Expr.Literal(new Value.Text(text), Kind.STRING, named);
  }

  private Expr introduced() {
    String charset = in.next().text().substring(1).toLowerCase(Locale.ROOT);
    Token token = in.peek();
    return switch (token.kind()) {
      case STRING -> string(charset);
      case HEX, BITS -> binary(in.next(), charset);
      default -> {
        in.position(in.position() - 1);
        yield column(in.next().text());
      }
    };
  }

  private static Expr number(Token token) {
    Value value =
        switch (token.kind()) {
          case INTEGER -> {
            var number = new BigInteger(token.text());
            yield number.bitLength() > 64
                ? new Value.Decimal(new BigDecimal(number))
                : new Value.Int(number, number.bitLength() > 63);
          }
          case DECIMAL -> new Value.Decimal(new BigDecimal(dotted(token.text())));
          default -> new Value.Real(Double.parseDouble(token.text()));
        };
    return new Expr.Literal(value, token.kind(), null);
  }

  private static String dotted(String text) {
    return text.endsWith(".") ? text + "0".repeat(0) : text;
  }

  private static Expr binary(Token token, @Nullable String charset) {
    byte[] bytes =
        token.kind() == Kind.HEX ? HexFormat.of().parseHex(token.text()) : bits(token.text());
    return new Expr.Literal(new Value.Blob(Bytes.of(bytes)), token.kind(), charset);
  }

  private static byte[] bits(String text) {
    byte[] bytes = new byte[(text.length() + 7) / 8];
    for (int i = 0; i < text.length(); i++) {
      int bit = text.length() - 1 - i;
      if (text.charAt(i) == '1') {
        bytes[bytes.length - 1 - bit / 8] |= (byte) (1 << (bit % 8));
      }
    }
    return bytes;
  }

  private Expr userVariable() {
    String name = in.next().text();
    if (in.acceptSign(":=")) {
      return new Expr.Assignment(name, expressions.expr());
    }
    return new Expr.UserVariable(name);
  }

  private Expr systemVariable() {
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

  private Expr column() {
    return column(in.name());
  }

  private Expr column(String first) {
    if (!in.isSign(".")) {
      return new Expr.Column(null, null, first);
    }
    in.next();
    String second = in.nameAfterDot();
    if (in.isSign("(")) {
      return new Expr.Call(first, second.toLowerCase(Locale.ROOT), expressions.arguments());
    }
    if (!in.acceptSign(".")) {
      return new Expr.Column(null, first, second);
    }
    return new Expr.Column(first, second, in.nameAfterDot());
  }

  private Expr word(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT);
    boolean called = in.peek(1).isSign("(");
    switch (word) {
      case "null", "true", "false" -> {
        in.next();
        return constant(word, token);
      }
      case "case" -> {
        return caseWhen();
      }
      case "exists" -> {
        in.next();
        return new Expr.Exists(subquery());
      }
      case "row" -> {
        in.next();
        return new Expr.Row(expressions.arguments());
      }
      case "default" -> {
        in.next();
        return inDefault();
      }
      case "match" -> {
        return match();
      }
      case "interval" -> {
        if (!called) {
          return leadingInterval();
        }
      }
      default -> {
        // goes on below
      }
    }
    if (!called && NILADIC.contains(word)) {
      in.next();
      return new Expr.Call(null, word, List.of());
    }
    if (!called && (word.equals("date") || word.equals("time") || word.equals("timestamp"))) {
      if (in.peek(1).kind() == Kind.STRING) {
        in.next();
        Token text = in.next();
        return calls.temporal(word, text.text(), text);
      }
    }
    if (!called) {
      return column();
    }
    if (AGGREGATES.contains(word) || WINDOWS.contains(word)) {
      return calls.aggregate(in.next().text().toLowerCase(Locale.ROOT));
    }
    Expr special = calls.special(word);
    if (special != null) {
      return special;
    }
    if (Keywords.isReserved(word) && !RESERVED_FUNCTIONS.contains(word)) {
      throw in.error();
    }
    in.next();
    return new Expr.Call(null, word, expressions.arguments());
  }

  private static Expr constant(String word, Token token) {
    Value value = word.equals("null") ? Value.NULL : Value.Int.of(word.equals("true") ? 1 : 0);
    return new Expr.Literal(value, token.kind(), null);
  }

  private Expr leadingInterval() {
    in.next();
    Expr amount = expressions.expr();
    String unit = expressions.unit();
    in.expectSign("+");
    return new Expr.DateShift(expressions.bits(), amount, unit, false);
  }

  private Expr inDefault() {
    if (!in.acceptSign("(")) {
      return new Expr.Default(null);
    }
    Expr column = column();
    in.expectSign(")");
    if (column instanceof Expr.Column named) {
      return new Expr.Default(named);
    }
    throw in.error();
  }

  private Expr caseWhen() {
    in.next();
    Expr operand = in.isWord("WHEN") ? null : expressions.expr();
    var whens = new ArrayList<Expr.When>();
    do {
      in.expect("WHEN");
      Expr condition = expressions.expr();
      in.expect("THEN");
      whens.add(new Expr.When(condition, expressions.expr()));
    } while (in.isWord("WHEN"));
    Expr otherwise = in.accept("ELSE") ? expressions.expr() : null;
    in.expect("END");
    return new Expr.Case(operand, whens, otherwise);
  }

  private Expr match() {
    in.next();
    boolean open = in.acceptSign("(");
    var columns = new ArrayList<Expr>();
    do {
      columns.add(column());
    } while (in.acceptSign(","));
    if (open) {
      in.expectSign(")");
    }
    in.expect("AGAINST");
    in.expectSign("(");
    Expr against = expressions.bits();
    while (!in.isSign(")") && !in.atEnd()) {
      in.next();
    }
    in.expectSign(")");
    return new Expr.Match(columns, against);
  }
}
