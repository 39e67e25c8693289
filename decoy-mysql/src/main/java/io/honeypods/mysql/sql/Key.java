package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key or index of a table.
 *
 * @param name {@code PRIMARY} for the primary key
 * @param using BTREE or HASH where the statement said so, else null
 */
record Key(String name, Kind kind, List<Part> parts, @Nullable String using, String comment) {
  Key {
    parts = List.copyOf(parts);
  }

  boolean unique() {
    return kind == Kind.PRIMARY || kind == Kind.UNIQUE;
  }

  enum Kind {
    PRIMARY,
    UNIQUE,
    INDEX,
    FULLTEXT,
    SPATIAL
  }

  /**
   * A column in a key.
   *
   * @param prefix how many characters of it, 0 for all
   */
  record Part(String column, int prefix, boolean descending) {}

  /** A foreign key. */
  record Foreign(
      String name,
      List<String> columns,
      String schema,
      String table,
      List<String> references,
      String onDelete,
      String onUpdate) {
    public Foreign {
      columns = List.copyOf(columns);
      references = List.copyOf(references);
    }
  }
}
