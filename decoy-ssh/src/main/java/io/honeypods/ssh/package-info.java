/** An OpenSSH server of Debian: transport, authentication, and a host behind them. */
@NullMarked
package io.honeypods.ssh;

import org.jspecify.annotations.NullMarked;
