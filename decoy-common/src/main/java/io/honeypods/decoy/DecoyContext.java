package io.honeypods.decoy;

import io.honeypods.decoy.admin.AdminPage;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.Network;
import io.honeypods.decoy.net.Service;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a decoy is given to open itself. */
public final class DecoyContext {
  private final String decoy;
  private final Identity identity;
  private final Network network;
  private final InstantSource clock;
  private final @Nullable String nodeIp;
  private final Map<String, AdminPage> pages;
  private final List<String> listeners = new ArrayList<>();

  /** A context; {@code nodeIp} is the address that the node itself comes from, where known. */
  DecoyContext(
      String decoy,
      Identity identity,
      Network network,
      InstantSource clock,
      @Nullable String nodeIp,
      Map<String, AdminPage> pages) {
    this.decoy = decoy;
    this.identity = identity;
    this.network = network;
    this.clock = clock;
    this.nodeIp = nodeIp;
    this.pages = pages;
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

  /**
   * Reports what was seen outside of any session; safe for use by any thread.
   *
   * @param alerts what it raises; empty for our own state
   * @param flow who with whom; null where that is not known
   */
  public void saw(List<AlertName> alerts, @Nullable Flow flow, Event event) {
    network.saw(decoy, alerts, flow, flow != null && expects(flow), event);
  }

  /** Whether the operator said that the source of a flow may come, or it is our own node. */
  public boolean expects(Flow flow) {
    return flow.source().ip().equals(nodeIp) || network.expects(flow);
  }

  /** Whether there is anybody that {@link #expects} could be true of. */
  public boolean expectsAnybody() {
    return nodeIp != null || network.expectsAnybody();
  }

  /** Adds a page to the admin listener, at a path such as {@code /capture.pcapng}. */
  public void adminPage(String path, AdminPage page) {
    pages.put(path, page);
  }

  /** Has something closed when the process ends, while events can still be reported. */
  public void onClose(AutoCloseable resource) {
    network.onClose(resource);
  }

  /** What listens so far, as {@code address:port}. */
  List<String> listeners() {
    return List.copyOf(listeners);
  }
}
