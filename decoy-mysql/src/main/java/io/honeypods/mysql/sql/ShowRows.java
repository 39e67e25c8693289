package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a SHOW statement while they are made, and what LIKE and WHERE leave of them. */
final class ShowRows {
  private final List<ColumnDefinition> columns;
  private final List<List<Value>> rows = new ArrayList<>();

  ShowRows(String statement) {
    this(ShowShape.of(statement));
  }

  ShowRows(List<ColumnDefinition> columns) {
    this.columns = columns;
  }

  /** Adds a row of text, numbers, moments and nulls. */
  ShowRows add(@Nullable Object... cells) {
    var row = new ArrayList<Value>(cells.length);
    for (int i = 0; i < cells.length; i++) {
      row.add(value(cells[i], (columns.get(i).flags() & 32) != 0, columns.get(i).decimals()));
    }
    rows.add(row);
    return this;
  }

  static Value value(@Nullable Object cell, boolean unsigned, int decimals) {
    return switch (cell) {
      case null -> Value.NULL;
      case Value value -> value;
      case Instant time -> RowSheet.time(time, decimals > 6 ? 0 : decimals);
      case Long number -> new Value.Int(java.math.BigInteger.valueOf(number), unsigned);
      case Integer number -> new Value.Int(java.math.BigInteger.valueOf(number), unsigned);
      default -> new Value.Text(cell.toString());
    };
  }

  StatementResult.Table result() {
    return new StatementResult.Table(columns, rows, false);
  }

  StatementResult.Table result(SqlSession session, Filter filter, int column) {
    List<List<Value>> left = rows;
    LikePattern like = filter.like();
    if (like != null) {
      left =
          rows.stream()
              .filter(row -> like.fits(String.valueOf(ColumnText.plain(row.get(column)))))
              .toList();
    }
    String where = filter.where();
    if (where != null) {
      left = session.filter(ShowShape.tableColumns(columns), rows, where);
    }
    return new StatementResult.Table(columns, left, false);
  }

  /**
   * LIKE or WHERE at the end of a SHOW.
   *
   * @param text what stands behind LIKE, else empty
   */
  record Filter(@Nullable LikePattern like, String text, @Nullable String where) {
    static final Filter NONE = new Filter(null, "", null);

    /** Reads to the end of the statement. */
    static Filter read(Cursor cursor) {
      Filter found = NONE;
      if (cursor.accept("LIKE")) {
        String text = cursor.string();
        found = new Filter(LikePattern.of(text, true), text, null);
      } else if (cursor.accept("WHERE")) {
        int first = cursor.position();
        while (!cursor.atEnd()) {
          cursor.next();
        }
        if (cursor.position() == first) {
          throw cursor.error();
        }
        found = new Filter(null, "", cursor.textFrom(first));
      }
      cursor.expectEnd();
      return found;
    }

    /** A column's name with the pattern behind it, as SHOW TABLES LIKE has it. */
    String title(String name) {
      return like == null ? name : name + " (" + text + ")";
    }
  }
}
