package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that can be run.
 *
 * @param columns the nodes that describe its columns, with their names
 * @param correlated whether its rows depend on the row around it
 */
record Plan(List<Column> columns, boolean correlated, Rows rows) {

  record Column(String name, Node node) {}

  interface Rows {
    List<Value[]> run(@Nullable Frame outer);
  }
}
