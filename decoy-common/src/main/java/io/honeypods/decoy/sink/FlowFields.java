package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.event.Peer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who talked to whom, {@code source}, {@code destination}, {@code network} and {@code service},
 * kept for the flows that came last: a session's events are few and close together.
 */
final class FlowFields {
  private static final int SLOTS = 1024;

  private final Map<String, String> services;
  private final @Nullable Kept[] kept = new @Nullable Kept[SLOTS];

  private record Kept(Flow flow, String decoy, RenderedFields fields) {}

  /** Fields by the product that each decoy claims to be. */
  FlowFields(Map<String, String> services) {
    this.services = Map.copyOf(services);
  }

  void write(EcsFields json, Observation seen, Flow flow) {
    if (seen.event() instanceof ConnectionClosed closed) {
      write(json, flow, seen.decoy(), closed);
    } else {
      json.rendered(of(flow, seen.decoy()));
    }
  }

  private RenderedFields of(Flow flow, String decoy) {
    int slot = Math.floorMod(flow.source().port(), SLOTS);
    Kept last = kept[slot];
    if (last == null || last.flow != flow || !last.decoy.equals(decoy)) {
      last = new Kept(flow, decoy, new RenderedFields(json -> write(json, flow, decoy, null)));
      kept[slot] = last;
    }
    return last.fields;
  }

  private void write(EcsFields json, Flow flow, String decoy, @Nullable ConnectionClosed closed) {
    json.object(
        "source",
        () -> {
          peer(json, flow.source());
          if (closed != null) {
            json.number("bytes", closed.received());
          }
        });
    json.object(
        "destination",
        () -> {
          peer(json, flow.destination());
          if (closed != null) {
            json.number("bytes", closed.sent());
          }
        });
    json.object(
        "network",
        () -> {
          json.text("type", flow.isIpv4() ? "ipv4" : "ipv6");
          json.text("transport", flow.transport().id());
          json.text("iana_number", Integer.toString(flow.protocol()));
          json.text("direction", "ingress");
          json.text("community_id", flow.communityId());
        });
    json.object("service", () -> json.text("type", services.getOrDefault(decoy, decoy)));
  }

  private static void peer(EcsFields json, Peer peer) {
    json.text("ip", peer.ip());
    json.number("port", peer.port());
    json.text("address", peer.ip());
  }
}
