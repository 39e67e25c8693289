package io.honeypods.mysql.sql;

/**
 * A column that a query can name.
 *
 * @param table the alias of its table
 * @param flags of its definition
 */
record Field(
    String schema,
    String table,
    String originalTable,
    String name,
    String originalName,
    ResultType type,
    int flags) {

  Field nullable() {
    return new Field(
        schema, table, originalTable, name, originalName, type.asNullable(), flags & ~1);
  }
}
