package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** ONLY_FULL_GROUP_BY: what is selected must be the same for the whole group. */
final class GroupRule {
  private final Run run;

  GroupRule(Run run) {
    this.run = run;
  }

  void check(
      Query.Block block,
      Scope scope,
      List<Plan.Column> columns,
      List<Node> group,
      List<Field> bare) {
    if (!run.session().settings().mode("ONLY_FULL_GROUP_BY")) {
      return;
    }
    var free = new ArrayList<>(bare);
    for (Node node : group) {
      if (node instanceof Node.ColumnOf(_, _, _, var field)) {
        if ((field.flags() & 2) != 0 || (field.flags() & 5) == 5) {
          free.removeIf(other -> other.table().equals(field.table()));
        }
        free.removeIf(field::equals);
      }
    }
    for (int i = 0; i < columns.size() && i < block.items().size(); i++) {
      Node node = columns.get(i).node();
      if (group.contains(node)
          || !(node instanceof Node.ColumnOf(_, int level, _, var field))
          || level != 0) {
        continue;
      }
      if (free.contains(field)) {
        throw refused(i + 1, field, group.isEmpty());
      }
    }
  }

  private static SqlException refused(int position, Field field, boolean whole) {
    String column = field.schema() + "." + field.table() + "." + field.name();
    if (whole) {
      return new SqlException(
          1140,
          "42000",
          "In aggregated query without GROUP BY, expression #"
              + position
              + " of SELECT list contains nonaggregated column '"
              + column
              + "'; this is incompatible with sql_mode=only_full_group_by");
    }
    return new SqlException(
        1055,
        "42000",
        "Expression #"
            + position
            + " of SELECT list is not in GROUP BY clause and contains nonaggregated column '"
            + column
            + "' which is not functionally dependent on columns in GROUP BY clause; this is"
            + " incompatible with sql_mode=only_full_group_by");
  }
}
