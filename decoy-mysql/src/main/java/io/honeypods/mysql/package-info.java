/**
 * A MySQL 8 server: the wire protocol, logins and the X plugin's greeting.
 *
 * <p>{@link io.honeypods.mysql.account} knows who may log in, {@link io.honeypods.mysql.sql} is the
 * engine behind it; both know nothing of the wire.
 */
@NullMarked
package io.honeypods.mysql;

import org.jspecify.annotations.NullMarked;
