/**
 * The runtime that runs whichever decoys are on its class path.
 *
 * <p>Arrows point one way: {@code event ← sink ← net ← admin ← this package}, with {@code config},
 * {@code identity} and {@code rule} at the bottom.
 */
@NullMarked
package io.honeypods.decoy;

import org.jspecify.annotations.NullMarked;
