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

/** An event in one short English sentence without a subject; holds no secret. */
final class Summary {
  private static final int CLIP = 160;

  private Summary() {}

  static String of(Event event) {
    return switch (event) {
      case DecoyStarted e ->
          "listens on " + (e.listeners().isEmpty() ? "no port" : String.join(", ", e.listeners()));
      case DecoyStopped e -> "stops: " + e.reason();
      case ConnectionOpened _ -> "connected";
      case ConnectionClosed e ->
          "is gone ("
              + e.reason().id()
              + ") after "
              + e.duration().toMillis()
              + " ms, "
              + e.received()
              + " bytes in, "
              + e.sent()
              + " out";
      case ConnectionShed e ->
          "was turned away %d times (%s)".formatted(e.count(), e.reason().id());
      case ClientIdentified e -> "identified as " + clip(e.client().value());
      case LoginAttempted e ->
          "tried to log in as \"%s\" (%s): %s"
              .formatted(clip(e.user().value()), e.method().id(), e.outcome().id());
      case PlantedCredentialUsed e ->
          "used the planted credential of %s for %s from %s"
              .formatted(e.user(), e.service(), e.place());
      case RequestReceived e ->
          "requested "
              + clip(e.method().value())
              + " "
              + path(e.target().value())
              + ": "
              + e.status();
      case CommandReceived e -> "ran (" + e.language() + ") " + clip(e.command().value());
      case PayloadReceived e -> "sent " + e.payload().length() + " bytes";
      case FileTransferred e ->
          "%sed %s (%d bytes)"
              .formatted(e.direction().id(), clip(e.name().value()), e.content().length());
      case TunnelRequested e ->
          "asked for a %s tunnel to %s:%d".formatted(e.type(), clip(e.host().value()), e.port());
      case ProbeReceived e ->
          "probed (%s) %s, %d packets"
              .formatted(e.technique(), clip(e.ports().value()), e.packets());
      case ScanDetected e -> "scanned %d ports (%s)".formatted(e.distinctPorts(), e.technique());
      case InputMalformed e -> "sent malformed input: " + e.problem();
      case EventsLost e ->
          e.lost().values().stream().mapToLong(Long::longValue).sum() + " events were lost";
    };
  }

  /** Without the query, which may hold a secret. */
  private static String path(String target) {
    int query = target.indexOf('?');
    return clip(query < 0 ? target : target.substring(0, query) + "?…");
  }

  private static String clip(String text) {
    return text.length() <= CLIP ? text : text.substring(0, CLIP) + "…";
  }
}
