/** Where observations go: JSON lines on stdout, metrics on {@code /metrics}. */
@NullMarked
package io.honeypods.decoy.sink;

import org.jspecify.annotations.NullMarked;
