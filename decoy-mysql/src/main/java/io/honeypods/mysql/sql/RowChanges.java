package io.honeypods.mysql.sql;

import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    touched(table, at, null);
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

  /** Others look at a row between the statements of a transaction, never within one. */
  private void touched(Table table, RowKey at, Value @Nullable [] before) {
    Session session = run.session();
    if (session.transaction().begun() || !session.settings().autocommit()) {
      session.transaction().touches(table, at, before);
    }
  }

  private void free(Table table, RowKey at) {
    if (table.uncommitted().isOfOther(at, run.session().transaction())) {
      throw lockWait(run);
    }
  }

  /** What is held by another transaction is waited for in vain. */
  static SqlException lockWait(Run run) {
    Value seconds =
        run.variable(SystemVariables.Scope.ANY, "innodb_lock_wait_timeout") instanceof Value value
            ? value
            : Value.Int.of(50);
    run.delay(Duration.ofSeconds(Math.min(120, Math.max(1, Coercion.small(seconds)))));
    return new SqlException(
        1205, "HY000", "Lock wait timeout exceeded; try restarting transaction");
  }

  void remove(Table table, RowKey at) {
    Catalogue catalogue = run.server().catalogue();
    free(table, at);
    Value[] row = table.remove(at);
    touched(table, at, row);
    long size = Table.size(row);
    catalogue.reserve(-size);
    run.session()
        .transaction()
        .changed(
            () -> {
              if (table.row(at) == null && table.unique().conflict(row, null) == null) {
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
    UniqueKeys.Conflict conflict = table.unique().conflict(changed, at);
    if (conflict != null) {
      throw duplicate(table, conflict.key(), changed);
    }
    if (table.unique().clustered() != null) {
      remove(table, at);
      add(table, changed);
      return true;
    }
    Catalogue catalogue = run.server().catalogue();
    long more = Table.size(changed) - Table.size(before);
    if (!catalogue.reserve(more)) {
      throw Errors.tableFull(table.name());
    }
    free(table, at);
    table.remove(at);
    table.putBack(at, changed);
    touched(table, at, before);
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
