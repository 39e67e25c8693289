package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Observation;
import java.util.Map;

/** The fields that every event has: who, where, when, and what it means. */
final class EcsEnvelope {
  static final String ECS_VERSION = "9.4.0";
  static final int SCHEMA_VERSION = 1;

  private final Origin origin;
  private final FlowFields flows;
  private final Timestamp timestamp = new Timestamp();
  private final Meanings meanings = new Meanings();
  private final Sorts sorts = new Sorts();
  private final RenderedFields rendered;

  EcsEnvelope(Origin origin, Map<String, String> services) {
    this.origin = origin;
    this.flows = new FlowFields(services);
    this.rendered = new RenderedFields(this::origin);
  }

  void write(EcsFields json, Redactor redactor, Observation seen) {
    Event event = seen.event();
    var details = new EcsDetails(json, redactor, event);
    json.text("@timestamp", timestamp.format(seen.time()));
    json.clipped("message", message(seen));
    json.text("ecs.version", ECS_VERSION);
    json.object("event", () -> event(json, seen));
    Flow flow = seen.flow();
    if (flow != null) {
      flows.write(json, seen, flow);
      json.object("related", () -> EcsDetails.related(json, flow, event));
    }
    if (!seen.alerts().isEmpty()) {
      json.rendered(meanings.of(seen));
    }
    details.common();
    json.object("honeypod", () -> own(json, seen, details));
    json.rendered(rendered);
  }

  private static String message(Observation seen) {
    Flow flow = seen.flow();
    String who = flow == null ? seen.decoy() : flow.source().ip();
    return who + " " + Summary.of(seen.event());
  }

  private void event(EcsFields json, Observation seen) {
    json.rendered(sorts.of(seen));
    json.number("sequence", seen.sequence());
    json.text("id", seen.id());
    if (seen.event() instanceof Event.ConnectionClosed closed) {
      json.number("duration", closed.duration().toNanos());
      json.text("reason", closed.reason().id());
    }
  }

  private static void own(EcsFields json, Observation seen, EcsDetails details) {
    json.number("schema_version", SCHEMA_VERSION);
    json.text("decoy", seen.decoy());
    json.text("session", seen.session());
    json.flag("expected", seen.expected());
    details.own();
  }

  private void origin(EcsFields json) {
    json.object(
        "observer",
        () -> {
          json.text("name", origin.host());
          json.text("type", "honeypot");
          json.text("product", "Honeypods");
          json.text("version", origin.version());
        });
    if (origin.node() != null) {
      json.object("host", () -> json.text("name", origin.node()));
    }
    if (origin.pod() != null || origin.namespace() != null) {
      json.object("orchestrator", () -> pod(json));
    }
    if (!origin.labels().isEmpty()) {
      json.object("labels", () -> origin.labels().forEach((name, value) -> json.text(name, value)));
    }
  }

  private void pod(EcsFields json) {
    json.text("type", "kubernetes");
    json.text("namespace", origin.namespace());
    json.object(
        "resource",
        () -> {
          json.text("type", "pod");
          json.text("name", origin.pod());
          if (origin.podIp() != null) {
            json.text("ip", origin.podIp());
          }
        });
  }
}
