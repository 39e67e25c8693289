package io.honeypods.testkit;

import static java.util.stream.Collectors.joining;

import io.honeypods.decoy.event.Bytes;
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
import io.honeypods.decoy.event.Payload;
import java.util.List;
import java.util.TreeMap;

/** An event in one line of a {@link Transcript}, secrets included. */
public final class EventLine {
  private static final int SHOWN = 64;

  private EventLine() {}

  public static String of(Event event) {
    String line =
        switch (event) {
          case DecoyStarted e -> "started " + e.listeners();
          case DecoyStopped e -> "stopped " + e.reason();
          case ConnectionOpened _ -> "opened";
          case ConnectionClosed e -> "closed " + e.reason().id();
          case ConnectionShed e -> "shed " + e.reason().id() + " " + e.count();
          case ClientIdentified e -> client(e);
          case LoginAttempted e -> login(e);
          case PlantedCredentialUsed e ->
              "planted %s %s from %s by %s"
                  .formatted(e.service(), e.user(), e.place(), e.method().id());
          case RequestReceived e -> request(e);
          case CommandReceived e ->
              "command " + e.language() + " " + e.command().value() + findings(e.findings());
          case PayloadReceived e -> "payload" + payload(e.payload());
          case FileTransferred e ->
              "file " + e.direction().id() + " " + e.name().value() + payload(e.content());
          case TunnelRequested e -> "tunnel " + e.type() + " " + e.host().value() + ":" + e.port();
          case ProbeReceived e ->
              "probe " + e.technique() + " " + e.ports().value() + " packets " + e.packets();
          case ScanDetected e ->
              "scan " + e.technique() + " " + e.ports().value() + " packets " + e.packets();
          case InputMalformed e -> "malformed " + e.problem() + payload(e.input());
          case EventsLost e -> "lost " + new TreeMap<>(e.lost());
        };
    return Escapes.encode(Bytes.utf8(line));
  }

  private static String client(ClientIdentified e) {
    String fingerprints =
        new TreeMap<>(e.fingerprints())
            .entrySet().stream()
                .map(entry -> " " + entry.getKey().id() + "=" + entry.getValue())
                .collect(joining());
    return "client " + e.client().value() + fingerprints + fields(e.details());
  }

  private static String login(LoginAttempted e) {
    return "login %s user \"%s\" %s \"%s\" %s"
        .formatted(
            e.method().id(),
            e.user().value(),
            e.secret().type().id(),
            e.secret().value().value(),
            e.outcome().id());
  }

  private static String request(RequestReceived e) {
    return "request %s %s HTTP/%s -> %d, %d headers%s%s"
        .formatted(
            e.method().value(),
            e.target().value(),
            e.version(),
            e.status(),
            e.headerCount(),
            e.body().length() == 0 ? "" : ", body" + payload(e.body()),
            findings(e.findings()));
  }

  private static String fields(List<Field> fields) {
    return fields.stream()
        .map(field -> " " + field.name() + "=" + field.value())
        .collect(joining());
  }

  private static String findings(List<Finding> findings) {
    return findings.isEmpty()
        ? ""
        : findings.stream().map(Finding::rule).collect(joining(" ", " [", "]"));
  }

  private static String payload(Payload payload) {
    Bytes kept = payload.kept();
    Bytes shown = kept.slice(0, Math.min(SHOWN, kept.length()));
    return " (%d bytes) %s".formatted(payload.length(), shown.latin1());
  }
}
