/** Who may log in, and how passwords are kept and checked. */
@NullMarked
package io.honeypods.mysql.account;

import org.jspecify.annotations.NullMarked;
