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
import java.util.List;

/** Where an event stands in ECS: the legal pairs of category and type, and the outcome. */
record EcsTaxonomy(List<String> category, List<String> type, String outcome) {
  private static final List<String> NETWORK = List.of("network", "intrusion_detection");
  private static final List<String> INTRUSION = List.of("intrusion_detection");
  private static final List<String> INFO = List.of("info");

  private static final EcsTaxonomy STARTED = of(List.of("process"), List.of("start"));
  private static final EcsTaxonomy STOPPED = of(List.of("process"), List.of("end"));
  private static final EcsTaxonomy LOST = of(List.of("process"), INFO);
  private static final EcsTaxonomy OPENED = of(NETWORK, List.of("connection", "start"));
  private static final EcsTaxonomy CLOSED = of(NETWORK, List.of("connection", "end"));
  private static final EcsTaxonomy SHED =
      new EcsTaxonomy(NETWORK, List.of("connection", "denied"), "failure");
  private static final EcsTaxonomy TOUCH = of(NETWORK, INFO);
  private static final EcsTaxonomy WEB =
      of(List.of("web", "intrusion_detection"), List.of("access", "info"));
  private static final EcsTaxonomy DENIED =
      new EcsTaxonomy(NETWORK, List.of("connection", "denied"), "failure");
  private static final EcsTaxonomy MALFORMED = new EcsTaxonomy(NETWORK, INFO, "failure");
  private static final EcsTaxonomy FINDING = of(INTRUSION, INFO);

  static EcsTaxonomy of(Event event) {
    return switch (event) {
      case DecoyStarted _ -> STARTED;
      case DecoyStopped _ -> STOPPED;
      case EventsLost _ -> LOST;
      case ConnectionOpened _ -> OPENED;
      case ConnectionClosed _ -> CLOSED;
      case ConnectionShed _ -> SHED;
      case TunnelRequested _ -> DENIED;
      case InputMalformed _ -> MALFORMED;
      case ClientIdentified _, PayloadReceived _, ProbeReceived _, ScanDetected _ -> TOUCH;
      case FileTransferred _, CommandReceived _, PlantedCredentialUsed _ -> FINDING;
      case RequestReceived e -> e.status() < 400 ? WEB : WEB.withOutcome("failure");
      case LoginAttempted e ->
          new EcsTaxonomy(List.of("authentication", "intrusion_detection"), INFO, e.outcome().id());
    };
  }

  private static EcsTaxonomy of(List<String> category, List<String> type) {
    return new EcsTaxonomy(category, type, "success");
  }

  private EcsTaxonomy withOutcome(String other) {
    return new EcsTaxonomy(category, type, other);
  }
}
