package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.AlertName;
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
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.event.Technique;
import java.util.List;

/** The ATT&amp;CK techniques that an observation is evidence of. */
final class Techniques {
  private Techniques() {}

  static List<Technique> of(Observation seen) {
    return switch (seen.event()) {
      case DecoyStarted _, DecoyStopped _, EventsLost _ -> List.of();
      case RequestReceived e -> found(e.findings(), touch(seen));
      case CommandReceived e -> found(e.findings(), Technique.COMMAND_INTERPRETER);
      case LoginAttempted _ -> List.of(Technique.PASSWORD_GUESSING);
      case PlantedCredentialUsed _ ->
          List.of(Technique.VALID_ACCOUNTS, Technique.CREDENTIALS_IN_FILES);
      case FileTransferred e ->
          switch (e.direction()) {
            case UPLOAD -> List.of(Technique.INGRESS_TOOL_TRANSFER);
            case DOWNLOAD -> List.of(Technique.DATA_FROM_LOCAL_SYSTEM);
          };
      case TunnelRequested _ -> List.of(Technique.PROTOCOL_TUNNELING);
      case ProbeReceived _ ->
          List.of(Technique.REMOTE_SYSTEM_DISCOVERY, Technique.NETWORK_SERVICE_DISCOVERY);
      case ScanDetected _, ConnectionShed _ -> List.of(Technique.NETWORK_SERVICE_DISCOVERY);
      case ConnectionOpened _, ConnectionClosed _, ClientIdentified _ -> List.of(touch(seen));
      case PayloadReceived _, InputMalformed _ -> List.of(touch(seen));
    };
  }

  private static Technique touch(Observation seen) {
    return seen.alerts().contains(AlertName.NETWORK_SSH)
        ? Technique.REMOTE_SERVICE_SSH
        : Technique.NETWORK_SERVICE_DISCOVERY;
  }

  private static List<Technique> found(List<Finding> findings, Technique otherwise) {
    return findings.isEmpty()
        ? List.of(otherwise)
        : findings.stream().map(Finding::technique).distinct().toList();
  }
}
