/**
 * A bounded SQL engine over tables in memory, with the system tables of a MySQL 8.
 *
 * <p>A {@link io.honeypods.mysql.sql.SqlServer} holds what all connections share, a {@link
 * io.honeypods.mysql.sql.Session} is one connection. Nothing here knows the wire protocol.
 */
@NullMarked
package io.honeypods.mysql.sql;

import org.jspecify.annotations.NullMarked;
