/**
 * An nginx that serves static files, and the TLS lure beside it.
 *
 * <p>{@link io.honeypods.web.HttpFraming} cuts requests out of bytes as nginx's parser does, {@link
 * io.honeypods.web.WebConversation} answers them from a {@link io.honeypods.web.Site}.
 */
@NullMarked
package io.honeypods.web;

import org.jspecify.annotations.NullMarked;
