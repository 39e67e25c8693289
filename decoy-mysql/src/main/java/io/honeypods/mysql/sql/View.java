package io.honeypods.mysql.sql;

import java.util.List;

/**
 * A view.
 *
 * @param definition its SELECT as it was written
 * @param text its SELECT as the server keeps it
 * @param charset in which the statement came, and the collation that it was compared by
 * @param definer as {@code 'root'@'%'}
 */
record View(
    String schema,
    String name,
    List<String> columnNames,
    String definition,
    String text,
    String definer,
    String charset,
    String collation,
    String checkOption) {
  View {
    columnNames = List.copyOf(columnNames);
  }
}
