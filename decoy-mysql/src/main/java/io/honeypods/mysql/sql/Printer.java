package io.honeypods.mysql.sql;

import java.util.stream.Collectors;

/** Expressions as error texts quote them. */
final class Printer {
  private Printer() {}

  static String cut(String text) {
    return text.length() > 64 ? text.substring(0, 64) : text;
  }

  static String print(Expr expr) {
    return switch (expr) {
      case Expr.Literal(var value, var kind, _) -> literal(value, kind);
      case Expr.Column(var schema, var table, var name) ->
          (schema == null ? "" : "`" + schema + "`.")
              + (table == null ? "" : "`" + table + "`.")
              + "`"
              + name
              + "`";
      case Expr.Parameter _ -> "?";
      case Expr.UserVariable(var name) -> "(@`" + name + "`)";
      case Expr.SystemVariable(_, var name) -> "@@" + name;
      case Expr.Assignment(var name, var value) -> "(@`" + name + "`:=" + print(value) + ")";
      case Expr.Unary(var operator, var operand) -> operator.sign() + "(" + print(operand) + ")";
      case Expr.Binary(var operator, var left, var right) ->
          "(" + print(left) + " " + operator.sign() + " " + print(right) + ")";
      case Expr.Logical(var operator, var operands) ->
          operands.stream()
              .map(Printer::print)
              .collect(Collectors.joining(" " + operator.sign() + " ", "(", ")"));
      case Expr.Call(_, var name, var arguments) ->
          arguments.stream().map(Printer::print).collect(Collectors.joining(",", name + "(", ")"));
      case Expr.Aggregate(var name, _, var arguments, _, _, _) ->
          arguments.stream().map(Printer::print).collect(Collectors.joining(",", name + "(", ")"));
      case Expr.Star _ -> "0";
      case Expr.Scalar _ -> "(select ...)";
      case Expr.Is _,
          Expr.Like _,
          Expr.Between _,
          Expr.InList _,
          Expr.InQuery _,
          Expr.Exists _,
          Expr.Quantified _,
          Expr.Row _,
          Expr.Case _,
          Expr.Cast _,
          Expr.Transcode _,
          Expr.Collate _,
          Expr.DateShift _,
          Expr.Default _,
          Expr.Inserted _,
          Expr.Match _ ->
          "...";
    };
  }

  private static String literal(Value value, Token.Kind kind) {
    if (value instanceof Value.Blob(var bytes)) {
      return "0x" + java.util.HexFormat.of().formatHex(bytes.toByteArray());
    }
    if (value instanceof Value.Null) {
      return "NULL";
    }
    return kind == Token.Kind.STRING ? "'" + Coercion.text(value) + "'" : Coercion.text(value);
  }
}
