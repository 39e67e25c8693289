package io.honeypods.mysql.sql;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions as the server writes them: in error texts and in the text of views. */
final class Printer {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("substring", "substr"),
          Map.entry("mid", "substr"),
          Map.entry("power", "pow"),
          Map.entry("ceil", "ceiling"),
          Map.entry("ucase", "upper"),
          Map.entry("lcase", "lower"),
          Map.entry("character_length", "char_length"),
          Map.entry("octet_length", "length"),
          Map.entry("sha1", "sha"),
          Map.entry("schema", "database"),
          Map.entry("session_user", "user"),
          Map.entry("system_user", "user"),
          Map.entry("current_date", "curdate"),
          Map.entry("current_time", "curtime"),
          Map.entry("current_timestamp", "now"),
          Map.entry("localtime", "now"),
          Map.entry("localtimestamp", "now"),
          Map.entry("day", "dayofmonth"));

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
      case Expr.Literal(var value, var kind, _) -> literal(value, kind);
      case Expr.Column column -> columns.apply(column);
      case Expr.Parameter _ -> "?";
      case Expr.UserVariable(var name) -> "(@`" + name + "`)";
      case Expr.SystemVariable _ -> "";
      case Expr.Assignment(var name, var value) -> "(@" + name + ":=" + text(value) + ")";
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> binary(binary);
      case Expr.Logical(var operator, var operands) ->
          operands.stream()
              .map(this::text)
              .collect(Collectors.joining(" " + operator.sign() + " ", "(", ")"));
      case Expr.Call call -> call(call);
      case Expr.Aggregate(var name, boolean distinct, var arguments, _, _, _) ->
          name + "(" + (distinct ? "distinct " : "") + texts(arguments) + ")";
      case Expr.Star _ -> "0";
      case Expr.Is(var operand, var what, boolean not) ->
          "("
              + text(operand)
              + (not ? " is not " : " is ")
              + (what == null ? "null" : what.toString())
              + ")";
      case Expr.Like like -> like(like);
      case Expr.Between(var operand, var low, var high, boolean not) ->
          "("
              + text(operand)
              + (not ? " not between " : " between ")
              + text(low)
              + " and "
              + text(high)
              + ")";
      case Expr.InList(var operand, var list, boolean not) ->
          list.size() == 1
              ? "(" + text(operand) + (not ? " <> " : " = ") + text(list.getFirst()) + ")"
              : "(" + text(operand) + (not ? " not in (" : " in (") + texts(list) + "))";
      case Expr.Row(var parts) -> "(" + texts(parts) + ")";
      case Expr.Case choice -> choice(choice);
      case Expr.Cast(var operand, var type) ->
          "cast(" + text(operand) + " as " + castType(type) + ")";
      case Expr.Transcode(var operand, var charset) ->
          "convert(" + text(operand) + " using " + charset + ")";
      case Expr.Collate(var operand, var collation) ->
          "(" + text(operand) + " collate " + collation + ")";
      case Expr.DateShift(var date, var amount, var unit, boolean back) ->
          "("
              + text(date)
              + (back ? " - interval " : " + interval ")
              + text(amount)
              + " "
              + unit.toLowerCase(Locale.ROOT)
              + ")";
      case Expr.Scalar(var query) -> queries.apply(query);
      case Expr.Exists(var query) -> "exists" + queries.apply(query);
      case Expr.InQuery(var operand, var query, boolean not) ->
          "(" + text(operand) + (not ? " not in " : " in ") + queries.apply(query) + ")";
      case Expr.Quantified(var operator, var operand, boolean all, var query) ->
          "("
              + text(operand)
              + " "
              + operator.sign()
              + (all ? " all " : " any ")
              + queries.apply(query)
              + ")";
      case Expr.Default(var column) ->
          column == null ? "default" : "default(" + columns.apply(column) + ")";
      case Expr.Inserted(var column) -> "values(`" + column + "`)";
      case Expr.Match(var columns, var against) ->
          "(match " + texts(columns) + " against (" + text(against) + "))";
    };
  }

  private String texts(List<Expr> list) {
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

  private static String castType(DataType type) {
    return switch (type.name()) {
      case BIGINT -> type.unsigned() ? "unsigned" : "signed";
      case DECIMAL -> "decimal(" + type.precision() + "," + Math.max(0, type.decimals()) + ")";
      case CHAR ->
          "char"
              + (type.length() < 0 ? "" : "(" + type.length() + ")")
              + " charset "
              + type.collation().charset();
      case BINARY ->
          "char" + (type.length() < 0 ? "" : "(" + type.length() + ")") + " charset binary";
      default -> type.name().sql() + (type.decimals() > 0 ? "(" + type.decimals() + ")" : "");
    };
  }

  private String call(Expr.Call call) {
    String lower = call.name().toLowerCase(Locale.ROOT);
    List<Expr> arguments = call.arguments();
    return switch (lower) {
      case "trim" -> trim("", arguments);
      case "trim_leading" -> trim("leading ", arguments);
      case "trim_trailing" -> trim("trailing ", arguments);
      case "extract" ->
          "extract("
              + unit(arguments).toLowerCase(Locale.ROOT)
              + " from "
              + text(arguments.get(1))
              + ")";
      case "timestampdiff" ->
          "timestampdiff(" + unit(arguments) + "," + texts(arguments.subList(1, 3)) + ")";
      case "mod" -> "(" + text(arguments.get(0)) + " % " + text(arguments.get(1)) + ")";
      default ->
          (call.schema() == null ? "" : "`" + call.schema() + "`.")
              + NAMES.getOrDefault(lower, lower)
              + "("
              + texts(arguments)
              + ")";
    };
  }

  private static String unit(List<Expr> arguments) {
    Value unit = ExprCompiler.literal(arguments.getFirst());
    return unit == null ? "" : Coercion.text(unit);
  }

  private String trim(String side, List<Expr> arguments) {
    boolean spaces =
        ExprCompiler.literal(arguments.get(0)) instanceof Value.Text(var text) && text.equals(" ");
    String whole = text(arguments.get(1));
    return spaces && side.isEmpty()
        ? "trim(" + whole + ")"
        : "trim(" + side + text(arguments.get(0)) + " from " + whole + ")";
  }

  private static String literal(Value value, Token.Kind kind) {
    if (value instanceof Value.Blob(var bytes)) {
      return "0x" + HexFormat.of().formatHex(bytes.toByteArray());
    }
    if (value instanceof Value.Null) {
      return "NULL";
    }
    boolean quoted = kind == Token.Kind.STRING || kind == Token.Kind.NATIONAL_STRING;
    if (quoted) {
      return "'" + Coercion.text(value).replace("'", "\\'") + "'";
    }
    boolean truth = kind == Token.Kind.WORD;
    if (truth && value instanceof Value.Int(var number, _)) {
      return number.signum() == 0 ? "false" : "true";
    }
    String text = kind == Token.Kind.FLOAT ? exponent(value) : Coercion.text(value);
    return text.startsWith("-") ? "-(" + text.substring(1) + ")" : text;
  }

  /** A number with an exponent, as it was in all likelihood written. */
  private static String exponent(Value value) {
    var exact = Coercion.decimal(value).stripTrailingZeros();
    String digits = exact.unscaledValue().abs().toString();
    int exponent = exact.precision() - exact.scale() - 1;
    return (exact.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + exponent;
  }
}
