package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the calls that have a syntax of their own, such as TRIM(BOTH x FROM y). */
final class CallParser {
  private final Cursor in;
  private final ExprParser expressions;

  CallParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  /** COUNT(DISTINCT a, b), ROW_NUMBER() OVER (…) and so on. */
  Expr aggregate(String name) {
    return new AggregateParser(in, expressions).aggregate(name);
  }

  /** What ORDER BY and GROUP BY list. */
  List<Query.Order> orders() {
    return new AggregateParser(in, expressions).orders();
  }

  /** A call whose arguments are not just a list, or null. */
  @Nullable Expr special(String word) {
    return switch (word) {
      case "cast" -> cast();
      case "convert" -> convert();
      case "trim" -> trim();
      case "substring", "substr", "mid" -> substring(word);
      case "position" -> position();
      case "extract" -> extract();
      case "char" -> character();
      case "date_add", "adddate", "date_sub", "subdate" -> shift(word);
      case "timestampadd", "timestampdiff" -> stamp(word);
      case "get_format" -> format();
      case "values" -> inserted();
      case "weight_string" -> weight();
      default -> null;
    };
  }

  private void open() {
    in.next();
    in.expectSign("(");
  }

  private <T> T close(T result) {
    in.expectSign(")");
    return result;
  }

  private static Expr call(String name, Expr... arguments) {
    return new Expr.Call(null, name, List.of(arguments));
  }

  private static Expr text(String value) {
    return new Expr.Literal(new Value.Text(value), Token.Kind.STRING, null);
  }

  private Expr cast() {
    open();
    Expr operand = expressions.expr();
    in.expect("AS");
    return close(new Expr.Cast(operand, new CastTypeParser(in).type()));
  }

  private Expr convert() {
    open();
    Expr operand = expressions.expr();
    if (in.accept("USING")) {
      return close(new Expr.Transcode(operand, charset()));
    }
    in.expectSign(",");
    return close(new Expr.Cast(operand, new CastTypeParser(in).type()));
  }

  private String charset() {
    Token token = in.peek();
    String name = token.is("BINARY") ? in.next().text() : in.wordOrString();
    if (Collation.ofCharset(name) == null) {
      throw Errors.unknownCharset(name);
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private Expr trim() {
    open();
    String name = "trim";
    boolean sided = true;
    if (in.accept("LEADING")) {
      name = "trim_leading";
    } else if (in.accept("TRAILING")) {
      name = "trim_trailing";
    } else {
      sided = in.accept("BOTH");
    }
    if (sided && in.accept("FROM")) {
      return close(call(name, text(" "), expressions.expr()));
    }
    Expr first = expressions.expr();
    if (in.accept("FROM")) {
      return close(call(name, first, expressions.expr()));
    }
    if (sided) {
      throw in.error();
    }
    return close(call(name, text(" "), first));
  }

  private Expr substring(String word) {
    in.next();
    int before = in.position();
    in.expectSign("(");
    Expr whole = expressions.expr();
    if (in.accept("FROM")) {
      Expr from = expressions.expr();
      Expr length = in.accept("FOR") ? expressions.expr() : null;
      return close(
          length == null ? call("substring", whole, from) : call("substring", whole, from, length));
    }
    if (in.isSign(")")) {
      throw in.error();
    }
    in.position(before);
    return new Expr.Call(null, word, expressions.arguments());
  }

  private Expr position() {
    open();
    Expr part = expressions.bits();
    in.expect("IN");
    return close(call("locate", part, expressions.expr()));
  }

  private Expr extract() {
    open();
    String unit = expressions.unit();
    in.expect("FROM");
    return close(call("extract", text(unit), expressions.expr()));
  }

  private Expr character() {
    open();
    List<Expr> codes = expressions.list();
    Expr call = new Expr.Call(null, "char", codes);
    return close(in.accept("USING") ? new Expr.Transcode(call, charset()) : call);
  }

  private Expr shift(String word) {
    open();
    Expr date = expressions.expr();
    in.expectSign(",");
    boolean back = word.equals("date_sub") || word.equals("subdate");
    if (in.accept("INTERVAL")) {
      Expr amount = expressions.expr();
      return close(new Expr.DateShift(date, amount, expressions.unit(), back));
    }
    if (word.startsWith("date_")) {
      throw in.error();
    }
    return close(new Expr.DateShift(date, expressions.expr(), "DAY", back));
  }

  private Expr stamp(String word) {
    open();
    String unit = expressions.unit();
    in.expectSign(",");
    Expr first = expressions.expr();
    in.expectSign(",");
    Expr second = expressions.expr();
    return close(
        word.equals("timestampadd")
            ? new Expr.DateShift(second, first, unit, false)
            : call("timestampdiff", text(unit), first, second));
  }

  private Expr format() {
    open();
    String kind = in.next().text();
    in.expectSign(",");
    return close(call("get_format", text(kind), expressions.expr()));
  }

  private @Nullable Expr inserted() {
    in.next();
    in.expectSign("(");
    String name = in.name();
    if (in.acceptSign(".")) {
      name = in.nameAfterDot();
    }
    return close(new Expr.Inserted(name));
  }

  private Expr weight() {
    open();
    Expr operand = expressions.expr();
    if (in.accept("AS")) {
      new CastTypeParser(in).type();
    }
    return close(call("weight_string", operand));
  }

  /** DATE '2020-01-01' and {ts '…'}. */
  Expr temporal(String kind, String text, Token at) {
    Value value =
        switch (kind.toLowerCase(Locale.ROOT)) {
          case "date", "d" -> Temporals.date(text);
          case "time", "t" -> Temporals.time(text);
          case "timestamp", "ts" -> Temporals.dateTime(text);
          default -> throw in.errorAt(at);
        };
    if (value instanceof Value.Null) {
      String name =
          switch (kind.toLowerCase(Locale.ROOT)) {
            case "date", "d" -> "DATE";
            case "time", "t" -> "TIME";
            default -> "DATETIME";
          };
      throw new SqlException(1525, "HY000", "Incorrect " + name + " value: '" + text + "'");
    }
    return new Expr.Literal(value, Token.Kind.STRING, null);
  }
}
