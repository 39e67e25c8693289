package io.honeypods.mysql.sql;

/** The row that an INSERT is about to add. */
final class Inserting {
  private final Table table;
  private Value[] row = {};

  Inserting(Table table) {
    this.table = table;
  }

  Table table() {
    return table;
  }

  Value[] row() {
    return row;
  }

  void row(Value[] changed) {
    row = changed;
  }
}
