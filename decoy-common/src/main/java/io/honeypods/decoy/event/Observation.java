package io.honeypods.decoy.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event with its circumstances.
 *
 * @param sequence counts up by one in this process, from 1
 * @param id unique among all processes
 * @param decoy which decoy saw it, such as {@code web}
 * @param alerts what it raises; empty for our own state
 * @param session joins all events of one connection; null outside of one
 * @param flow who with whom; null for our own state
 * @param expected whether the operator said that this source may come
 */
public record Observation(
    Instant time,
    long sequence,
    String id,
    String decoy,
    List<AlertName> alerts,
    @Nullable String session,
    @Nullable Flow flow,
    boolean expected,
    Event event) {}
