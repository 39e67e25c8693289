/** The real process, started as a user starts it, against real clients, scanners and floods. */
@NullMarked
package io.honeypods.e2e;

import org.jspecify.annotations.NullMarked;
