package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** Whether the real server would have found the rows by an index. */
final class Indexes {
  private static final int KEYED = 2 | 4 | 8;

  private Indexes() {}

  static boolean serves(@Nullable Expr where, Relation relation, Session session) {
    if (where == null) {
      return false;
    }
    return switch (where) {
      case Expr.Logical(var operator, var operands) when operator == Expr.Operator.AND ->
          operands.stream().anyMatch(operand -> serves(operand, relation, session));
      case Expr.Binary(var operator, Expr.Column column, _) when operator.isComparison() ->
          isKeyed(column, relation);
      case Expr.Binary(var operator, _, Expr.Column column) when operator.isComparison() ->
          isKeyed(column, relation);
      case Expr.InList(Expr.Column column, _, boolean not) -> !not && isKeyed(column, relation);
      case Expr.Between(Expr.Column column, _, _, boolean not) -> !not && isKeyed(column, relation);
      default -> ExprCompiler.literal(where) != null;
    };
  }

  private static boolean isKeyed(Expr.Column column, Relation relation) {
    return relation.fields().stream()
        .anyMatch(
            field -> field.name().equalsIgnoreCase(column.name()) && (field.flags() & KEYED) != 0);
  }
}
