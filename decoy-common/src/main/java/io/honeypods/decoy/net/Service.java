package io.honeypods.decoy.net;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is to be served where.
 *
 * @param decoy whose events these are, such as {@code web}
 * @param key the configuration key of the address, for errors, such as {@code web.listen}
 * @param alerts what every event of a peer raises
 * @param quiet whether sessions are unremarkable in themselves: only what the conversation says is
 *     reported, not that somebody came and went
 * @param framing makes the framing of one session
 * @param conversation makes the first state of one session
 */
public record Service<I, O>(
    String decoy,
    String key,
    Endpoint endpoint,
    List<AlertName> alerts,
    boolean quiet,
    Supplier<Framing<I>> framing,
    ReplyEncoder<O> encoder,
    Function<Session, Conversation<I, O>> conversation) {
  public Service {
    alerts = List.copyOf(alerts);
  }
}
