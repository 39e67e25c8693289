/** The language of bash, as far as people and scripts that break in speak it. */
@NullMarked
package io.honeypods.ssh.shell;

import org.jspecify.annotations.NullMarked;
