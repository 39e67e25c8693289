package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The character set in which a session gets the text of SHOW and its like, which are described for
 * utf8mb4.
 *
 * @param collation that of results, or that of the system tables where results are left as they are
 */
record ResultCharset(Collation collation) {
  static ResultCharset of(@Nullable Collation results) {
    return new ResultCharset(results == null ? Collation.UTF8MB3 : results);
  }

  StatementResult.Table describe(StatementResult.Table table) {
    if (collation.id() == Collation.DEFAULT.id()) {
      return table;
    }
    List<ColumnDefinition> columns = table.columns().stream().map(this::describe).toList();
    return new StatementResult.Table(columns, table.rows(), table.scanned());
  }

  private ColumnDefinition describe(ColumnDefinition column) {
    if (column.collation() != Collation.DEFAULT.id()) {
      return column;
    }
    long characters = column.length() == 4_294_967_295L ? column.length() : column.length() / 4;
    return new ColumnDefinition(
        column.schema(),
        column.table(),
        column.originalTable(),
        column.name(),
        column.originalName(),
        collation.id(),
        Math.min(4_294_967_295L, characters * collation.maxBytes()),
        column.type(),
        column.flags(),
        column.decimals());
  }
}
