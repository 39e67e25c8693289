package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * How results describe columns that passed through a temporary table: GROUP BY, DISTINCT and UNION
 * leave their traces in names, types and flags.
 */
final class KeptColumns {
  private static final int KEYED = 2 | 4 | 8;
  private static final int COPIED = 0x9f1;

  private KeptColumns() {}

  /** The columns of one SELECT as its result tells them. */
  static List<Plan.Column> shown(
      Query.Block block, Query query, List<Plan.Column> columns, List<Node> group, Scope scope) {
    if (block.from() == null) {
      return columns;
    }
    if (!scope.windows.isEmpty()) {
      return windowed(columns, scope);
    }
    if (group.isEmpty() && !block.distinct() && isSortedAside(query, scope)) {
      return columns.stream()
          .map(
              column ->
                  column.node() instanceof Node.ColumnOf of
                      ? new Plan.Column(column.name(), KeptFields.copied(of, ~0, 0))
                      : column)
          .toList();
    }
    if (!group.isEmpty()) {
      return grouped(block, query, columns, group, scope);
    }
    return block.distinct() && scope.aggregators.isEmpty()
        ? distinct(query, columns, scope)
        : columns;
  }

  /** Each window but the last leaves its values in a temporary table of their own. */
  private static List<Plan.Column> windowed(List<Plan.Column> columns, Scope scope) {
    int last = WindowRun.steps(scope.windows).getLast();
    boolean several = scope.windows.size() > 1 || !scope.aggregators.isEmpty();
    var shown = new ArrayList<Plan.Column>();
    for (Plan.Column column : columns) {
      String name = column.name();
      Node node = column.node();
      Node kept =
          switch (node) {
            case Node.ColumnOf of -> windowed(of, several);
            case Node.WindowOf of -> KeptFields.stored(name, of, of.index() != last);
            case Node.AggregateOf of -> KeptFields.stored(name, of, true);
            default ->
                several && !isOfWindow(node) && !node.fixed()
                    ? KeptFields.stored(name, node, true)
                    : node;
          };
      shown.add(new Plan.Column(name, kept));
    }
    return shown;
  }

  private static boolean isOfWindow(Node node) {
    return !(node instanceof Node.Kept) && node.type().unsigned();
  }

  private static Node windowed(Node.ColumnOf column, boolean several) {
    Node.ColumnOf copy = KeptFields.copied(column, KeptFields.KEPT, 0);
    Field field = copy.field();
    return several
        ? new Node.ColumnOf(
            copy.type(),
            copy.level(),
            copy.index(),
            new Field(
                field.schema(),
                field.table(),
                "",
                field.name(),
                field.originalName(),
                field.type(),
                field.flags()))
        : copy;
  }

  /** Views of information_schema are sorted in a temporary table, unless along their first key. */
  private static boolean isSortedAside(Query query, Scope scope) {
    return !query.order().isEmpty()
        && scope.fields.stream().anyMatch(field -> field.looks() != null)
        && scope.fields.stream()
            .noneMatch(field -> field.originalTable().equalsIgnoreCase("character_sets"));
  }

  private static List<Plan.Column> grouped(
      Query.Block block, Query query, List<Plan.Column> columns, List<Node> group, Scope scope) {
    boolean indexed = group.size() == 1 && isIndexed(group.getFirst());
    boolean streamed = block.rollup() || scope.ordersGroups || indexed;
    boolean resorted =
        !query.order().isEmpty()
            && !query.order().stream()
                .map(Query.Order::by)
                .toList()
                .equals(block.group().stream().map(Query.Order::by).toList())
            && !sameNames(query, block);
    var shown = new ArrayList<Plan.Column>();
    for (int i = 0; i < columns.size(); i++) {
      Plan.Column column = columns.get(i);
      boolean key = isKey(block, i, column, group);
      Node node = column.node();
      if (streamed && !resorted) {
        node = node instanceof Node.ColumnOf of ? KeptFields.copied(of, COPIED, 0) : node;
      } else {
        node = KeptFields.kept(column, key && !streamed);
      }
      shown.add(new Plan.Column(column.name(), node));
    }
    return shown;
  }

  /** ORDER BY an alias of what GROUP BY names. */
  private static boolean sameNames(Query query, Query.Block block) {
    if (query.order().size() != block.group().size()) {
      return false;
    }
    for (int i = 0; i < block.group().size(); i++) {
      if (!query.order().get(i).by().equals(block.group().get(i).by())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKey(Query.Block block, int index, Plan.Column column, List<Node> group) {
    if (group.contains(column.node())) {
      return true;
    }
    boolean stars = block.items().stream().anyMatch(item -> item.expr() instanceof Expr.Star);
    return !stars
        && block.group().stream().anyMatch(by -> by.by().equals(block.items().get(index).expr()));
  }

  private static boolean isIndexed(Node node) {
    return node instanceof Node.ColumnOf(_, int level, _, var field)
        && level == 0
        && (field.flags() & KEYED) != 0;
  }

  private static List<Plan.Column> distinct(Query query, List<Plan.Column> columns, Scope scope) {
    long primary = scope.fields.stream().filter(field -> (field.flags() & 2) != 0).count();
    for (Plan.Column column : columns) {
      if (column.node() instanceof Node.ColumnOf(_, _, _, var field)) {
        boolean unique = (field.flags() & 5) == 5 || ((field.flags() & 2) != 0 && primary == 1);
        if (unique) {
          return columns;
        }
      }
    }
    boolean streamed = columns.size() == 1 && isIndexed(columns.getFirst().node());
    boolean grouped = query.limit() == null || !query.order().isEmpty();
    var shown = new ArrayList<Plan.Column>();
    for (Plan.Column column : columns) {
      Node node = column.node();
      shown.add(
          new Plan.Column(
              column.name(),
              streamed && node instanceof Node.ColumnOf of
                  ? KeptFields.copied(of, COPIED, 0)
                  : KeptFields.kept(column, grouped)));
    }
    return shown;
  }
}
