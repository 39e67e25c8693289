package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it was written. */
sealed interface Expr {

  /**
   * A constant.
   *
   * @param kind of the token that it was
   * @param charset its introducer, or null
   */
  record Literal(Value value, Token.Kind kind, @Nullable String charset) implements Expr {}

  record Column(@Nullable String schema, @Nullable String table, String name) implements Expr {}

  record Parameter(int index) implements Expr {}

  record UserVariable(String name) implements Expr {}

  record SystemVariable(SystemVariables.Scope scope, String name) implements Expr {}

  /** {@code @name := value}. */
  record Assignment(String name, Expr value) implements Expr {}

  record Unary(Operator operator, Expr operand) implements Expr {}

  record Binary(Operator operator, Expr left, Expr right) implements Expr {}

  /** AND, OR: any number of operands, so that long chains stay flat. */
  record Logical(Operator operator, List<Expr> operands) implements Expr {}

  /** IS NULL, IS TRUE, IS FALSE, IS UNKNOWN; {@code what} is null for NULL and UNKNOWN. */
  record Is(Expr operand, @Nullable Boolean what, boolean not) implements Expr {}

  record Like(Expr operand, Expr pattern, @Nullable Expr escape, boolean not) implements Expr {}

  record Between(Expr operand, Expr low, Expr high, boolean not) implements Expr {}

  record InList(Expr operand, List<Expr> list, boolean not) implements Expr {}

  record InQuery(Expr operand, Query query, boolean not) implements Expr {}

  record Exists(Query query) implements Expr {}

  record Quantified(Operator operator, Expr operand, boolean all, Query query) implements Expr {}

  record Scalar(Query query) implements Expr {}

  record Row(List<Expr> parts) implements Expr {}

  record Case(@Nullable Expr operand, List<When> whens, @Nullable Expr otherwise) implements Expr {}

  record When(Expr condition, Expr result) {}

  /** A function; those with a syntax of their own are written as names with arguments. */
  record Call(@Nullable String schema, String name, List<Expr> arguments) implements Expr {}

  /** An aggregate, and a window function where {@code over} is given. */
  record Aggregate(
      String name,
      boolean distinct,
      List<Expr> arguments,
      List<Query.Order> order,
      String separator,
      @Nullable Window over)
      implements Expr {}

  /** What OVER says: the name of a window, or what one is. */
  record Window(
      @Nullable String name,
      List<Expr> partition,
      List<Query.Order> order,
      @Nullable Frame frame) {}

  /** The rows around the present one, counted by themselves or by what ORDER BY says of them. */
  record Frame(boolean rows, Bound from, Bound to) {}

  record Bound(Kind kind, int amount) {
    enum Kind {
      UNBOUNDED_PRECEDING,
      PRECEDING,
      CURRENT_ROW,
      FOLLOWING,
      UNBOUNDED_FOLLOWING
    }
  }

  record Cast(Expr operand, DataType type) implements Expr {}

  /** CONVERT(x USING charset). */
  record Transcode(Expr operand, String charset) implements Expr {}

  record Collate(Expr operand, String collation) implements Expr {}

  /** {@code date + INTERVAL amount unit}. */
  record DateShift(Expr date, Expr amount, String unit, boolean back) implements Expr {}

  /** DEFAULT as a value, or DEFAULT(column). */
  record Default(@Nullable Column column) implements Expr {}

  /** VALUES(column) in ON DUPLICATE KEY UPDATE. */
  record Inserted(String column) implements Expr {}

  record Match(List<Expr> columns, Expr against) implements Expr {}

  /** {@code *} or {@code table.*}; only where a select list or COUNT allows it. */
  record Star(@Nullable String schema, @Nullable String table) implements Expr {}

  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    DIV("DIV"),
    MOD("%"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    EQUAL("="),
    NULL_SAFE("<=>"),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    REGEXP("regexp"),
    JSON("->"),
    JSON_TEXT("->>"),
    AND("and"),
    OR("or"),
    XOR("xor"),
    NOT("not"),
    NEGATE("-"),
    INVERT("~"),
    BINARY("binary");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean isComparison() {
      return switch (this) {
        case EQUAL, NULL_SAFE, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
        case ADD,
            SUBTRACT,
            MULTIPLY,
            DIVIDE,
            DIV,
            MOD,
            BIT_AND,
            BIT_OR,
            BIT_XOR,
            SHIFT_LEFT,
            SHIFT_RIGHT,
            REGEXP,
            JSON,
            JSON_TEXT,
            AND,
            OR,
            XOR,
            NOT,
            NEGATE,
            INVERT,
            BINARY ->
            false;
      };
    }
  }
}
