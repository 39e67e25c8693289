package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions as the server writes them: in error texts and in the text of views. */
final class Printer {
  private static final Printer PLAIN = new Printer(Printer::column, _ -> "(select ...)");

  private final Function<Expr.Column, String> columns;
  private final Function<Query, String> queries;

  /**
   * @param columns how columns are written
   * @param queries how subqueries are written, with their parentheses
   */
  Printer(Function<Expr.Column, String> columns, Function<Query, String> queries) {
    this.columns = columns;
    this.queries = queries;
  }

  static String cut(String text) {
    return text.length() > 64 ? text.substring(0, 64) : text;
  }

  static String print(Expr expr) {
    return PLAIN.text(expr);
  }

  static String list(List<Expr> list) {
    return PLAIN.texts(list);
  }

  String text(Expr expr) {
    return switch (expr) {
      case Expr.Literal(var value, var kind, _) -> LiteralText.of(value, kind);
      case Expr.Column column -> columns.apply(column);
      case Expr.Parameter _ -> "?";
      case Expr.UserVariable(var name) -> "(@`" + name + "`)";
      case Expr.SystemVariable _ -> "";
      case Expr.Assignment(var name, var value) -> "(@" + name + ":=" + text(value) + ")";
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> binary(binary);
      case Expr.Logical logical -> logical(logical);
      case Expr.Call call -> new CallText(this).of(call);
      case Expr.Aggregate(var name, boolean distinct, var arguments, _, _, _) ->
          name + "(" + (distinct ? "distinct " : "") + texts(arguments) + ")";
      case Expr.Star _ -> "0";
      case Expr.Is is -> is(is);
      case Expr.Like like -> like(like);
      case Expr.Between between -> between(between);
      case Expr.InList in -> inList(in);
      case Expr.Row(var parts) -> "(" + texts(parts) + ")";
      case Expr.Case choice -> choice(choice);
      case Expr.Cast(var operand, var type) ->
          "cast(" + text(operand) + " as " + LiteralText.castType(type) + ")";
      case Expr.Transcode(var operand, var charset) ->
          "convert(" + text(operand) + " using " + charset + ")";
      case Expr.Collate(var operand, var collation) ->
          "(" + text(operand) + " collate " + collation + ")";
      case Expr.DateShift shift -> shift(shift);
      case Expr.Scalar(var query) -> queries.apply(query);
      case Expr.Exists(var query) -> "exists" + queries.apply(query);
      case Expr.InQuery(var operand, var query, boolean not) ->
          "(" + text(operand) + (not ? " not in " : " in ") + queries.apply(query) + ")";
      case Expr.Quantified quantified -> quantified(quantified);
      case Expr.Default(var column) ->
          column == null ? "default" : "default(" + columns.apply(column) + ")";
      case Expr.Inserted(var column) -> "values(`" + column + "`)";
      case Expr.Match(var columns, var against) ->
          "(match " + texts(columns) + " against (" + text(against) + "))";
    };
  }

  String texts(List<Expr> list) {
    return list.stream().map(this::text).collect(Collectors.joining(","));
  }

  private static String column(Expr.Column column) {
    return (column.schema() == null ? "" : "`" + column.schema() + "`.")
        + (column.table() == null ? "" : "`" + column.table() + "`.")
        + "`"
        + column.name()
        + "`";
  }

  private String unary(Expr.Unary unary) {
    String operand = text(unary.operand());
    return switch (unary.operator()) {
      case NOT -> "(not(" + operand + "))";
      case BINARY -> "cast(" + operand + " as char charset binary)";
      default -> unary.operator().sign() + "(" + operand + ")";
    };
  }

  private String binary(Expr.Binary binary) {
    String left = text(binary.left());
    String right = text(binary.right());
    return switch (binary.operator()) {
      case REGEXP -> "regexp_like(" + left + "," + right + ")";
      case JSON -> "json_extract(" + left + "," + right + ")";
      case JSON_TEXT -> "json_unquote(json_extract(" + left + "," + right + "))";
      default -> "(" + left + " " + binary.operator().sign() + " " + right + ")";
    };
  }

  private String logical(Expr.Logical logical) {
    return logical.operands().stream()
        .map(this::text)
        .collect(Collectors.joining(" " + logical.operator().sign() + " ", "(", ")"));
  }

  private String is(Expr.Is is) {
    String what = is.what() == null ? "null" : is.what().toString();
    return "(" + text(is.operand()) + (is.not() ? " is not " : " is ") + what + ")";
  }

  private String between(Expr.Between between) {
    return "("
        + text(between.operand())
        + (between.not() ? " not between " : " between ")
        + text(between.low())
        + " and "
        + text(between.high())
        + ")";
  }

  private String inList(Expr.InList in) {
    String operand = "(" + text(in.operand());
    return in.list().size() == 1
        ? operand + (in.not() ? " <> " : " = ") + text(in.list().getFirst()) + ")"
        : operand + (in.not() ? " not in (" : " in (") + texts(in.list()) + "))";
  }

  private String shift(Expr.DateShift shift) {
    return "("
        + text(shift.date())
        + (shift.back() ? " - interval " : " + interval ")
        + text(shift.amount())
        + " "
        + shift.unit().toLowerCase(Locale.ROOT)
        + ")";
  }

  private String quantified(Expr.Quantified quantified) {
    return "("
        + text(quantified.operand())
        + " "
        + quantified.operator().sign()
        + (quantified.all() ? " all " : " any ")
        + queries.apply(quantified.query())
        + ")";
  }

  private String like(Expr.Like like) {
    String plain =
        "("
            + text(like.operand())
            + " like "
            + text(like.pattern())
            + (like.escape() == null ? "" : " escape " + text(like.escape()))
            + ")";
    return like.not() ? "(not(" + plain + "))" : plain;
  }

  private String choice(Expr.Case choice) {
    var text = new StringBuilder("(case");
    if (choice.operand() != null) {
      text.append(' ').append(text(choice.operand()));
    }
    for (Expr.When when : choice.whens()) {
      text.append(" when ").append(text(when.condition()));
      text.append(" then ").append(text(when.result()));
    }
    if (choice.otherwise() != null) {
      text.append(" else ").append(text(choice.otherwise()));
    }
    return text.append(" end)").toString();
  }
}
