package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column that a query can name.
 *
 * @param table the alias of its table
 * @param flags of its definition
 * @param looks how results describe it where they do so otherwise, or null
 */
record Field(
    String schema,
    String table,
    String originalTable,
    String name,
    String originalName,
    ResultType type,
    int flags,
    ShownColumns.@Nullable Looks looks) {

  Field(
      String schema,
      String table,
      String originalTable,
      String name,
      String originalName,
      ResultType type,
      int flags) {
    this(schema, table, originalTable, name, originalName, type, flags, null);
  }

  /** The same with flags besides its own. */
  Field with(int more) {
    return flagged(flags | more);
  }

  Field flagged(int changed) {
    return new Field(schema, table, originalTable, name, originalName, type, changed, looks);
  }

  /** As it looks behind a temporary table. */
  Field sorted() {
    return looks == null
        ? this
        : new Field(
            schema, table, originalTable, name, originalName, type, flags, looks.behindSort());
  }

  Field nullable() {
    return new Field(
        schema, table, originalTable, name, originalName, type.asNullable(), flags & ~1, looks);
  }
}
