package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what expressions are made of: constants, names, calls, subqueries. */
final class PrimaryParser {
  private final Cursor in;
  private final ExprParser expressions;
  private final QueryParser queries;
  private final CallParser calls;

  private final LiteralParser literals;
  private final ClauseParser clauses;

  PrimaryParser(Cursor in, ExprParser expressions, QueryParser queries) {
    this.in = in;
    this.expressions = expressions;
    this.queries = queries;
    this.calls = new CallParser(in, expressions);
    this.literals = new LiteralParser(in);
    this.clauses = new ClauseParser(in, expressions);
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
    in.nesting().enter();
    try {
      Query query = queries.query();
      in.expectSign(")");
      return query;
    } finally {
      in.nesting().leave();
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
      case STRING, NATIONAL_STRING -> literals.string(null);
      case INTRODUCER -> {
        Expr literal = literals.introduced();
        yield literal == null ? column(in.next().text()) : literal;
      }
      case INTEGER, DECIMAL, FLOAT -> LiteralParser.number(in.next());
      case HEX, BITS -> LiteralParser.binary(in.next(), null);
      case PARAMETER -> {
        in.next();
        yield new Expr.Parameter(in.nextParameter());
      }
      case USER_VARIABLE -> VariableParser.user(in, expressions);
      case SYSTEM_VARIABLE -> VariableParser.system(in);
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

  Expr column() {
    return column(in.name());
  }

  private Expr column(String first) {
    if (!in.isSign(".")) {
      return member(new Expr.Column(null, null, first));
    }
    in.next();
    String second = in.nameAfterDot();
    if (in.isSign("(")) {
      return new Expr.Call(first, second, expressions.arguments());
    }
    if (!in.acceptSign(".")) {
      return member(new Expr.Column(null, first, second));
    }
    return member(new Expr.Column(first, second, in.nameAfterDot()));
  }

  /** {@code column->'$.a'} and {@code column->>'$.a'}. */
  private Expr member(Expr.Column column) {
    boolean text = in.isSign("->>");
    if ((!text && !in.isSign("->")) || in.peek(1).kind() != Kind.STRING) {
      return column;
    }
    in.next();
    return new Expr.Binary(
        text ? Expr.Operator.JSON_TEXT : Expr.Operator.JSON, column, literals.string(null));
  }

  private Expr word(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT);
    boolean called = in.peek(1).isSign("(");
    switch (word) {
      case "null", "true", "false" -> {
        in.next();
        return LiteralParser.constant(word, token);
      }
      case "case" -> {
        return clauses.caseWhen();
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
        return clauses.inDefault();
      }
      case "match" -> {
        return clauses.match();
      }
      case "interval" -> {
        if (!called) {
          return clauses.leadingInterval();
        }
      }
      default -> {
        // goes on below
      }
    }
    if (!called && FunctionNames.isNiladic(word)) {
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
    if (FunctionNames.isAggregate(word)) {
      return calls.aggregate(in.next().text().toLowerCase(Locale.ROOT));
    }
    Expr special = calls.special(word);
    if (special != null) {
      return special;
    }
    if (Keywords.isReserved(word) && !FunctionNames.isFunction(word)) {
      throw in.error();
    }
    in.next();
    if (word.equals("password")) {
      throw in.error();
    }
    return new Expr.Call(null, token.text(), expressions.arguments());
  }
}
