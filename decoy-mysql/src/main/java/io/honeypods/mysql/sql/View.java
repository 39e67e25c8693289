package io.honeypods.mysql.sql;

import java.util.List;

/**
 * A view.
 *
 * @param definition its SELECT
 * @param definer as {@code 'root'@'%'}
 */
record View(
    String schema,
    String name,
    List<String> columnNames,
    String definition,
    String definer,
    String checkOption) {
  View {
    columnNames = List.copyOf(columnNames);
  }
}
