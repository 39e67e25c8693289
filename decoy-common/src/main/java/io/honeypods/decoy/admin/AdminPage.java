package io.honeypods.decoy.admin;

import io.honeypods.decoy.event.Bytes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page that a decoy adds to the admin listener, for those who have its token.
 *
 * @param type its media type
 * @param body what a query asks for, such as {@code source=10.0.0.7} or nothing; null where it is
 *     no query for this page
 */
public record AdminPage(String type, Function<String, @Nullable Bytes> body) {}
