package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a SHOW statement while they are made, and what LIKE and WHERE leave of them. */
final class ShowRows {
  /** Statements that stand for a SELECT which no index serves. */
  private static final Set<String> SCANNED =
      Set.of(
          "global_variables",
          "session_variables",
          "engines",
          "plugins",
          "charset",
          "collation",
          "events",
          "triggers",
          "routine status",
          "open tables",
          "profile");

  private final List<ColumnDefinition> columns;
  private final List<List<Value>> rows = new ArrayList<>();
  private boolean scanned;

  ShowRows(String statement) {
    this(ShowShape.of(statement));
    scanned = SCANNED.contains(statement);
  }

  ShowRows(List<ColumnDefinition> columns) {
    this.columns = columns;
  }

  /** No index serves what it stands for. */
  ShowRows scanned() {
    scanned = true;
    return this;
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
    return new StatementResult.Table(columns, rows, scanned);
  }

  StatementResult.Table result(Session session, Filter filter, int column) {
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
      left = new RowFilter(session).filter(ShowShape.tableColumns(columns), rows, where);
    }
    Set<String> keyed = where == null ? Set.of() : equated(session, where);
    boolean found = !keyed.isEmpty() && !columns.getFirst().table().endsWith("_variables");
    return new StatementResult.Table(
        ShowShape.keyed(columns, keyed),
        left,
        scanned && !found && !(filter.like() != null && isCharsets()));
  }

  /** Of these a name that begins somehow is looked up. */
  private boolean isCharsets() {
    return columns.getFirst().table().equals("CHARACTER_SETS");
  }

  /** The columns, in lower case, that a condition wants to be equal to something. */
  private static Set<String> equated(Session session, String where) {
    var names = new HashSet<String>();
    Expr condition = Sql.expression(where, session.server(), session.settings());
    List<Expr> parts =
        condition instanceof Expr.Logical(var operator, var operands)
                && operator == Expr.Operator.AND
            ? operands
            : List.of(condition);
    for (Expr part : parts) {
      if (part instanceof Expr.Binary(var operator, Expr.Column column, _)
          && operator.sign().equals("=")) {
        names.add(column.name().toLowerCase(Locale.ROOT));
      }
    }
    return names;
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
