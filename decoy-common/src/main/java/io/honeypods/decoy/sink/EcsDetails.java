package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionOpened;
import io.honeypods.decoy.event.Event.ConnectionShed;
import io.honeypods.decoy.event.Event.DecoyStarted;
import io.honeypods.decoy.event.Event.DecoyStopped;
import io.honeypods.decoy.event.Event.EventsLost;
import io.honeypods.decoy.event.Event.FileTransferred;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Event.ScanDetected;
import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.SynFingerprint;
import io.honeypods.decoy.event.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only one kind of event has: ECS fields at the top, the rest under {@code honeypod}. */
final class EcsDetails {
  private final EcsFields json;
  private final Redactor redactor;
  private final Event event;

  EcsDetails(EcsFields json, Redactor redactor, Event event) {
    this.json = json;
    this.redactor = redactor;
    this.event = event;
  }

  /** {@code related.*}: addresses, names and digests to pivot on. */
  static void related(EcsFields json, Flow flow, Event event) {
    json.texts("ip", List.of(flow.source().ip(), flow.destination().ip()));
    switch (event) {
      case LoginAttempted e -> json.texts("user", List.of(json.clip(e.user().value())));
      case PlantedCredentialUsed e -> json.texts("user", List.of(e.user()));
      case ClientIdentified e -> json.texts("hash", List.copyOf(e.fingerprints().values()));
      case FileTransferred e -> json.texts("hash", List.of(e.content().sha256()));
      case Event _ -> {}
    }
  }

  /** The fields that ECS has a name for. */
  void common() {
    switch (event) {
      case RequestReceived e -> new EcsRequest(json, redactor, e).write();
      case LoginAttempted e -> json.object("user", () -> json.text("name", e.user()));
      case PlantedCredentialUsed e -> json.object("user", () -> json.text("name", e.user()));
      case CommandReceived e ->
          json.object("process", () -> json.text("command_line", e.command()));
      case FileTransferred e -> json.object("file", () -> file(e));
      case Event _ -> {}
    }
  }

  /** The fields that are ours. */
  void own() {
    switch (event) {
      case DecoyStarted e -> json.object("start", () -> started(e));
      case DecoyStopped e -> json.text("reason", e.reason());
      case ConnectionOpened e -> opened(e.syn(), e.roundTrip());
      case ConnectionClosed e -> json.object("close", () -> closed(e));
      case ConnectionShed e -> json.object("shed", () -> shed(e));
      case ClientIdentified e -> json.object("client", () -> client(e));
      case LoginAttempted e -> json.object("login", () -> login(e));
      case PlantedCredentialUsed e -> json.object("planted", () -> planted(e));
      case RequestReceived e -> findings(e.findings());
      case CommandReceived e -> {
        json.text("language", e.language());
        findings(e.findings());
      }
      case PayloadReceived e -> payload("payload", e.payload());
      case FileTransferred e -> {
        json.text("direction", e.direction().id());
        payload("content", e.content());
      }
      case TunnelRequested e -> json.object("tunnel", () -> tunnel(e));
      case ProbeReceived e -> {
        opened(e.syn(), null);
        json.object("probe", () -> probe(e.technique(), e.ports(), e.packets(), e.over()));
        json.text("tool", e.tool());
      }
      case ScanDetected e -> {
        json.object("scan", () -> probe(e.technique(), e.ports(), e.packets(), e.over()));
        json.number("distinct_ports", e.distinctPorts());
        json.text("tool", e.tool());
      }
      case InputMalformed e -> {
        json.clipped("problem", e.problem());
        payload("input", e.input());
      }
      case EventsLost e ->
          json.object(
              "lost", () -> e.lost().forEach((kind, count) -> json.number(kind.id(), count)));
    }
  }

  private void file(FileTransferred e) {
    json.text("name", e.name());
    json.number("size", e.content().length());
    json.object("hash", () -> json.text("sha256", e.content().sha256()));
  }

  private void started(DecoyStarted e) {
    json.text("version", e.version());
    json.text("transport", e.transport());
    json.texts("listeners", e.listeners());
  }

  private void opened(@Nullable SynFingerprint syn, @Nullable Duration roundTrip) {
    if (syn != null) {
      json.object("syn", () -> syn(syn));
    }
    if (roundTrip != null) {
      json.number("round_trip_us", roundTrip.toNanos() / 1000);
    }
  }

  private void syn(SynFingerprint syn) {
    json.text("signature", syn.signature());
    json.number("ttl", syn.ttl());
    json.number("window", syn.window());
    json.number("mss", syn.mss());
    json.number("window_scale", syn.windowScale());
    json.text("options", syn.options());
  }

  private void closed(ConnectionClosed e) {
    json.text("reason", e.reason().id());
    json.text("by", e.reason().by().id());
  }

  private void shed(ConnectionShed e) {
    json.text("reason", e.reason().id());
    json.number("count", e.count());
  }

  private void client(ClientIdentified e) {
    json.text("name", e.client());
    json.object(
        "fingerprints",
        () -> e.fingerprints().forEach((method, value) -> json.text(method.id(), value)));
    fields("details", e.details());
    payload("raw", e.raw());
  }

  private void login(LoginAttempted e) {
    json.text("method", e.method().id());
    json.object("secret", () -> secret(e.secret()));
  }

  private void secret(Secret secret) {
    json.text("type", secret.type().id());
    String shown = redactor.secret(secret.value().value());
    if (redactor.isPlain()) {
      json.text("value", secret.value());
    } else if (shown != null) {
      json.text("value", Text.of(shown));
    }
  }

  private void planted(PlantedCredentialUsed e) {
    json.text("service", e.service());
    json.text("place", e.place());
    json.text("method", e.method().id());
  }

  private void tunnel(TunnelRequested e) {
    json.text("type", e.type());
    json.text("host", e.host());
    json.number("port", e.port());
  }

  private void probe(String technique, Text ports, long packets, Duration over) {
    json.text("technique", technique);
    json.text("ports", ports);
    json.number("packets", packets);
    json.number("over_ms", over.toMillis());
  }

  private void findings(List<Finding> findings) {
    int shown = shown("findings", findings.size());
    json.array(
        "findings",
        () -> findings.subList(0, shown).forEach(finding -> json.item(() -> finding(finding))));
  }

  /** How many items of a list are shown; says how many there are where it is not all. */
  private int shown(String name, int count) {
    int shown = json.fitting(count);
    if (shown < count) {
      json.number(name + "_length", count);
    }
    return shown;
  }

  private void finding(Finding finding) {
    json.text("rule", finding.rule());
    json.text("intent", finding.intent());
    json.text("technique", finding.technique().id());
    json.text("tool", finding.tool());
  }

  private void fields(String name, List<Field> fields) {
    int shown = shown(name, fields.size());
    json.array(
        name,
        () ->
            fields
                .subList(0, shown)
                .forEach(
                    field ->
                        json.item(
                            () -> {
                              json.clipped("name", field.name());
                              json.clipped("value", field.value());
                            })));
  }

  /** Bytes may hold a secret wherever they come from, so they are shown in plain mode only. */
  private void payload(String name, Payload payload) {
    json.object(name, () -> json.payload(payload, redactor.isPlain()));
  }
}
