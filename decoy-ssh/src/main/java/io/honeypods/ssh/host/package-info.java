/** A machine that exists only in memory: its files, users, tasks and terminals. */
@NullMarked
package io.honeypods.ssh.host;

import org.jspecify.annotations.NullMarked;
