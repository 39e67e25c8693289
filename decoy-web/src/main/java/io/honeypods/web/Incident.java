package io.honeypods.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong.
 *
 * @param resolved when it was over, or null while it lasts
 * @param cause what it was, once that is known
 */
record Incident(
    String id,
    String severity,
    String title,
    String service,
    Instant started,
    @Nullable Instant resolved,
    String lead,
    String cause) {}
