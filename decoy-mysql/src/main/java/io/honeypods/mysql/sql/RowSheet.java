package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a system table while they are written, cell by cell under the columns' names. */
final class RowSheet {
  private final List<TableColumn> columns;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<List<Value>> rows = new ArrayList<>();
  private Value[] row = new Value[0];

  RowSheet(List<TableColumn> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i).name().toUpperCase(Locale.ROOT), i);
    }
  }

  /** Begins a row, all of whose cells are NULL, or the default where NULL is not allowed. */
  RowSheet row() {
    finish();
    row = new Value[columns.size()];
    for (int i = 0; i < row.length; i++) {
      Value initial = columns.get(i).initial();
      row[i] = initial == null || columns.get(i).nullable() ? Value.NULL : initial;
    }
    return this;
  }

  RowSheet put(String column, @Nullable String text) {
    return value(column, text == null ? Value.NULL : new Value.Text(text));
  }

  RowSheet put(String column, long number) {
    return value(column, Value.Int.of(number));
  }

  RowSheet number(String column, @Nullable Long number) {
    return value(column, number == null ? Value.NULL : Value.Int.of(number));
  }

  RowSheet put(String column, @Nullable Instant time) {
    return value(column, time == null ? Value.NULL : time(time, 0));
  }

  /** A cell of a column that is not there is dropped: versions differ in their columns. */
  RowSheet value(String column, Value value) {
    Integer at = positions.get(column.toUpperCase(Locale.ROOT));
    if (at != null) {
      boolean unsigned = columns.get(at).type().unsigned();
      row[at] =
          unsigned && value instanceof Value.Int(BigInteger number, boolean already) && !already
              ? new Value.Int(number, true)
              : value;
    }
    return this;
  }

  List<List<Value>> rows() {
    finish();
    row = new Value[0];
    return rows;
  }

  private void finish() {
    if (row.length > 0) {
      rows.add(List.copyOf(Arrays.asList(row)));
    }
  }

  /** A moment as DATETIME and TIMESTAMP hold it; the server's zone is UTC. */
  static Value time(Instant time, int fraction) {
    LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    long unit = 1_000_000_000;
    for (int i = 0; i < fraction; i++) {
      unit /= 10;
    }
    return new Value.DateTime(
        local.withNano((int) (time.getLong(ChronoField.NANO_OF_SECOND) / unit * unit)), fraction);
  }
}
