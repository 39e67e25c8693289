package io.honeypods.decoy.net;

import io.honeypods.decoy.config.ExpectedSource;
import io.honeypods.decoy.event.Flow;
import java.util.List;

/** Whom the operator said may come; their events are labelled, never dropped. */
public record ExpectedSources(List<ExpectedSource> sources) {
  public ExpectedSources {
    sources = List.copyOf(sources);
  }

  /** Whether the source of a flow may talk to its destination port. */
  public boolean match(Flow flow) {
    for (ExpectedSource source : sources) {
      boolean port = source.port() == 0 || source.port() == flow.destination().port();
      if (port && source.cidr().contains(flow.source().address())) {
        return true;
      }
    }
    return false;
  }
}
