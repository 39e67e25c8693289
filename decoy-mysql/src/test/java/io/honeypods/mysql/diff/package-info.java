/** Our server beside the genuine mysqld: what each answers to the same bytes and statements. */
@NullMarked
package io.honeypods.mysql.diff;

import org.jspecify.annotations.NullMarked;
