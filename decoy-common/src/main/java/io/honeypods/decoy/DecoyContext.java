package io.honeypods.decoy;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.Network;
import io.honeypods.decoy.net.Service;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a decoy is given to open itself. */
public final class DecoyContext {
  private final Identity identity;
  private final Network network;
  private final InstantSource clock;
  private final List<String> listeners = new ArrayList<>();

  DecoyContext(Identity identity, Network network, InstantSource clock) {
    this.identity = identity;
    this.network = network;
    this.clock = clock;
  }

  public Identity identity() {
    return identity;
  }

  /** The credentials that lie about for intruders, for whichever decoy recognises them. */
  public List<Planted> planted() {
    return Planted.of(identity);
  }

  public InstantSource clock() {
    return clock;
  }

  /** Serves at an address until the process ends. */
  public void listen(Service<?, ?> service) {
    int port = network.listen(service).address().getPort();
    listeners.add(new Endpoint(service.endpoint().host(), port).toString());
  }

  /** What listens so far, as {@code address:port}. */
  List<String> listeners() {
    return List.copyOf(listeners);
  }
}
