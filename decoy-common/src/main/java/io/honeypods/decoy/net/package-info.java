/**
 * Listeners and sessions, and the {@link io.honeypods.decoy.net.Conversation} that a decoy is.
 *
 * <p>A session's pipeline is {@code session → conversation}: the first counts, limits and reports,
 * the second frames bytes, asks the conversation and writes its replies.
 */
@NullMarked
package io.honeypods.decoy.net;

import org.jspecify.annotations.NullMarked;
