package io.honeypods.mysql.sql;

/**
 * What the server says that it cannot do.
 *
 * @param code such as 1064
 * @param state the SQLSTATE, five characters
 */
public record SqlError(int code, String state, String message) {}
