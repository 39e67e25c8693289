/**
 * Harmless attacks on decoys of one's own, each marked so that nobody takes it for an incident.
 *
 * <p>Nothing here is on a decoy's class path: a decoy has no code that connects to anybody.
 */
@NullMarked
package io.honeypods.drill;

import org.jspecify.annotations.NullMarked;
