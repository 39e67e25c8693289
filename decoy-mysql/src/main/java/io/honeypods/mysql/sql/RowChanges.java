package io.honeypods.mysql.sql;

import java.util.stream.Collectors;

/** Adds, removes and replaces rows; keeps account of them and of how to undo it. */
@SuppressWarnings("ReferenceEquality") // an undo is for the very row that was changed
final class RowChanges {
  private final Run run;

  RowChanges(Run run) {
    this.run = run;
  }

  void add(Table table, Value[] row) {
    Catalogue catalogue = run.server().catalogue();
    long size = Table.size(row);
    if (!catalogue.reserve(size)) {
      throw Errors.tableFull(table.name());
    }
    RowKey at = table.add(row, run.now());
    run.session()
        .transaction()
        .changed(
            () -> {
              if (table.row(at) == row) {
                table.remove(at);
                catalogue.reserve(-size);
              }
            });
  }

  void remove(Table table, RowKey at) {
    Catalogue catalogue = run.server().catalogue();
    Value[] row = table.remove(at);
    long size = Table.size(row);
    catalogue.reserve(-size);
    run.session()
        .transaction()
        .changed(
            () -> {
              if (table.row(at) == null && table.conflict(row, null) == null) {
                table.putBack(at, row);
                catalogue.reserve(size);
              }
            });
  }

  /** Whether that made a difference. */
  boolean replace(Table table, RowKey at, Value[] changed) {
    Value[] before = table.row(at);
    if (before == null || same(before, changed)) {
      return false;
    }
    Table.Conflict conflict = table.conflict(changed, at);
    if (conflict != null) {
      throw duplicate(table, conflict.key(), changed);
    }
    if (table.clustered() != null) {
      remove(table, at);
      add(table, changed);
      return true;
    }
    Catalogue catalogue = run.server().catalogue();
    long more = Table.size(changed) - Table.size(before);
    if (!catalogue.reserve(more)) {
      throw Errors.tableFull(table.name());
    }
    table.remove(at);
    table.putBack(at, changed);
    run.session()
        .transaction()
        .changed(
            () -> {
              if (table.row(at) == changed) {
                table.remove(at);
                table.putBack(at, before);
                catalogue.reserve(-more);
              }
            });
    return true;
  }

  private static boolean same(Value[] a, Value[] b) {
    for (int i = 0; i < a.length; i++) {
      boolean equal =
          a[i].equals(b[i])
              || (a[i] instanceof Value.Decimal(var x)
                  && b[i] instanceof Value.Decimal(var y)
                  && x.compareTo(y) == 0);
      if (!equal) {
        return false;
      }
    }
    return true;
  }

  static SqlException duplicate(Table table, Key key, Value[] row) {
    String entry =
        key.parts().stream()
            .map(
                part ->
                    Coercion.text(Values.prefix(row[table.position(part.column())], part.prefix())))
            .collect(Collectors.joining("-"));
    return new SqlException(
        1062,
        "23000",
        "Duplicate entry '"
            + (entry.length() > 64 ? entry.substring(0, 64) : entry)
            + "' for key '"
            + table.name()
            + "."
            + key.name()
            + "'");
  }
}
