package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the real server would read a table from end to end, which the status flags tell. */
final class Access {
  private static final Set<String> BY_SCHEMA =
      Set.of(
          "schemata",
          "tables",
          "columns",
          "views",
          "routines",
          "partitions",
          "referential_constraints");

  private final Query.Block block;
  private final Query query;
  private final Relation relation;
  private final BitSet used;
  private final boolean windowed;

  Access(Query.Block block, Query query, Relation relation, Scope scope) {
    this.block = block;
    this.query = query;
    this.relation = relation;
    this.used = scope.used;
    this.windowed = !scope.windows.isEmpty();
  }

  /** {@code most} is how many rows LIMIT leaves. */
  boolean scans(@Nullable Node where, long most) {
    if (most == 0 || (where != null && isFalse(where))) {
      return false;
    }
    var conditions = new ArrayList<Expr>();
    if (block.where() != null) {
      split(block.where(), conditions);
    }
    var pairs = new ArrayList<String[]>();
    if (block.from() != null) {
      joins(block.from(), conditions, pairs);
    }
    List<Relation.Part> parts = relation.parts();
    for (int i = 0; i < parts.size(); i++) {
      Relation.Part part = parts.get(i);
      boolean served =
          isCovered(part)
              || conditions.stream().anyMatch(condition -> serves(condition, part))
              || (i == 0 && (isSorted(part) || isGrouped(part)))
              || isJoined(part, parts.subList(0, i), conditions, pairs);
      if (!served) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFalse(Node where) {
    Value value = StringTypes.fixed(where);
    return value != null && !Coercion.truth(value);
  }

  private static void split(Expr condition, List<Expr> conditions) {
    if (condition instanceof Expr.Logical(var operator, var operands)
        && operator == Expr.Operator.AND) {
      operands.forEach(operand -> split(operand, conditions));
    } else {
      conditions.add(condition);
    }
  }

  private static void joins(Query.Source source, List<Expr> conditions, List<String[]> pairs) {
    if (source instanceof Query.Join join) {
      joins(join.left(), conditions, pairs);
      joins(join.right(), conditions, pairs);
      if (join.on() != null) {
        split(join.on(), conditions);
      }
      join.using().forEach(name -> pairs.add(new String[] {name}));
    }
  }

  /** All columns that are used stand in one index. */
  private boolean isCovered(Relation.Part part) {
    var names = new HashSet<String>();
    for (int i = part.from(); i < part.from() + part.width(); i++) {
      if (used.get(i)) {
        names.add(lower(relation.fields().get(i).name()));
      }
    }
    boolean counted =
        names.isEmpty()
            && block.items().stream().allMatch(item -> item.expr() instanceof Expr.Aggregate);
    if (counted && part.isBase()) {
      return true;
    }
    return part.keys().stream().anyMatch(key -> covers(key, part.keys()).containsAll(names));
  }

  private static Set<String> covers(Key key, List<Key> keys) {
    var names = new HashSet<String>();
    if (key.kind() == Key.Kind.FULLTEXT || key.kind() == Key.Kind.SPATIAL) {
      return names;
    }
    for (Key each : keys) {
      if (each.equals(key) || each.kind() == Key.Kind.PRIMARY) {
        each.parts().stream()
            .filter(part -> part.prefix() == 0)
            .forEach(part -> names.add(lower(part.column())));
      }
    }
    return names;
  }

  private boolean serves(Expr condition, Relation.Part part) {
    return switch (condition) {
      case Expr.Binary(var operator, Expr.Column column, var other)
          when operator.isComparison() && !(other instanceof Expr.Column) ->
          isKeyed(column, part);
      case Expr.Binary(var operator, var other, Expr.Column column)
          when operator.isComparison() && !(other instanceof Expr.Column) ->
          isKeyed(column, part);
      case Expr.InList(Expr.Column column, _, boolean not) -> !not && isKeyed(column, part);
      case Expr.InQuery(Expr.Column column, _, boolean not) -> !not && isKeyed(column, part);
      case Expr.Quantified(var operator, Expr.Column column, boolean all, _) ->
          operator == Expr.Operator.EQUAL && !all && isKeyed(column, part);
      case Expr.Between(Expr.Column column, _, _, boolean not) -> !not && isKeyed(column, part);
      case Expr.Is(Expr.Column column, var what, boolean not) ->
          what == null && !not && isKeyed(column, part);
      case Expr.Like(Expr.Column column, var pattern, _, boolean not) ->
          !not
              && ExprCompiler.literal(pattern) instanceof Value.Text(var text)
              && !text.startsWith("%")
              && !text.startsWith("_")
              && isKeyed(column, part);
      default -> false;
    };
  }

  private boolean isKeyed(Expr.Column column, Relation.Part part) {
    if (column.table() != null && !column.table().equalsIgnoreCase(part.alias())) {
      return false;
    }
    boolean here = false;
    for (int i = part.from(); i < part.from() + part.width(); i++) {
      here |= relation.fields().get(i).name().equalsIgnoreCase(column.name());
    }
    if (part.isInformation()) {
      String name = lower(column.name());
      return here
          && BY_SCHEMA.contains(lower(part.name()))
          && (name.endsWith("schema") || name.equals("schema_name"));
    }
    return here
        && part.keys().stream()
            .anyMatch(key -> key.parts().getFirst().column().equalsIgnoreCase(column.name()));
  }

  /** ORDER BY the primary key alone goes along it. */
  private boolean isSorted(Relation.Part part) {
    if (windowed || query.order().size() != 1 || !block.group().isEmpty() || !part.isBase()) {
      return false;
    }
    return query.order().getFirst().by() instanceof Expr.Column column
        && isKeyed(column, part)
        && part.keys().stream()
            .anyMatch(
                key ->
                    key.kind() == Key.Kind.PRIMARY
                        && key.parts().getFirst().column().equalsIgnoreCase(column.name()));
  }

  private boolean isGrouped(Relation.Part part) {
    return block.group().size() == 1
        && block.group().getFirst().by() instanceof Expr.Column column
        && isKeyed(column, part);
  }

  /** Whether what came before leads to the rows by an index. */
  private boolean isJoined(
      Relation.Part part, List<Relation.Part> before, List<Expr> conditions, List<String[]> pairs) {
    if (before.isEmpty()) {
      return false;
    }
    for (String[] pair : pairs) {
      if (isKeyed(new Expr.Column(null, part.alias(), pair[0]), part)) {
        return true;
      }
    }
    return conditions.stream()
        .anyMatch(
            condition ->
                condition instanceof Expr.Binary(var operator, Expr.Column a, Expr.Column b)
                    && operator == Expr.Operator.EQUAL
                    && (isKeyed(a, part) || isKeyed(b, part)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
