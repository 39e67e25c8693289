package io.honeypods.mysql.sql;

/**
 * A column of a result as the protocol describes it.
 *
 * @param schema empty for an expression, as the next three
 * @param table the alias that the query gave it
 * @param originalName the name in its table, {@code name} the alias
 * @param collation the number of its collation: 63 for binary and numbers, 255 for text in utf8mb4
 * @param length the most bytes that a value takes as text
 * @param flags bits such as NOT_NULL 1, PRI_KEY 2, UNIQUE_KEY 4, MULTIPLE_KEY 8, BLOB 16, UNSIGNED
 *     32, BINARY 128, ENUM 256, AUTO_INCREMENT 512, TIMESTAMP 1024, NO_DEFAULT_VALUE 4096, NUM
 *     32768
 * @param decimals digits after the point; 31 where it varies
 */
public record ColumnDefinition(
    String schema,
    String table,
    String originalTable,
    String name,
    String originalName,
    int collation,
    long length,
    ColumnType type,
    int flags,
    int decimals) {}
