/** The programs of the host, each as Debian's behaves. */
@NullMarked
package io.honeypods.ssh.command;

import org.jspecify.annotations.NullMarked;
