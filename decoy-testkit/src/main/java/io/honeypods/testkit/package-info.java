/**
 * Plays sessions without sockets, threads or waiting.
 *
 * <p>A decoy's test describes itself as a {@link io.honeypods.testkit.Protocol}. {@link
 * io.honeypods.testkit.Play} is one session of it, driven by hand; a {@link
 * io.honeypods.testkit.Transcript} is a session written down, checked however its bytes arrive.
 */
@NullMarked
package io.honeypods.testkit;

import org.jspecify.annotations.NullMarked;
