package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Direction;
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
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Fingerprint;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.ShedReason;
import io.honeypods.decoy.event.SynFingerprint;
import io.honeypods.decoy.event.Technique;
import io.honeypods.decoy.event.Text;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One believable event of every kind, and the circumstances to see it in. */
final class Samples {
  static final Instant TIME = Instant.parse("2026-11-22T04:15:44.123456789Z");
  static final String SESSION = "c3a1f0de5b7a9e42";
  static final SynFingerprint SYN =
      new SynFingerprint(
          64,
          64240,
          1460,
          7,
          "mss,sok,ts,nop,ws",
          "4:64+0:0:1460:mss*44,7:mss,sok,ts,nop,ws:df,id+:0");
  static final Flow FLOW = flow("10.244.1.7", "10.244.2.9");
  static final Origin POD =
      new Origin(
          "0.1.0",
          "infra-console",
          "ops-tools",
          "infra-console-7d9f",
          "10.244.2.9",
          "node-3",
          Map.of("team", "blue"));

  private Samples() {}

  static List<Event> all() {
    return List.of(
        new DecoyStarted("0.1.0", "epoll", List.of("0.0.0.0:8888", "0.0.0.0:8443")),
        new DecoyStopped("told to stop"),
        new ConnectionOpened(SYN, Duration.ofNanos(213_000)),
        new ConnectionClosed(CloseReason.PEER_CLOSED, Duration.ofMillis(1250), 412, 5301),
        new ConnectionShed(ShedReason.PER_SOURCE, 17),
        new ClientIdentified(
            Text.of("TLS client for console.internal"),
            Map.of(Fingerprint.JA3, "e7d705a3286e19ea42f587b344ee6865"),
            List.of(new Field("alpn", "h2")),
            Payload.of(Bytes.of((byte) 22, (byte) 3, (byte) 1))),
        new LoginAttempted(
            LoginMethod.BASIC, Text.of("admin"), Secret.password("letmein"), Outcome.FAILURE),
        new PlantedCredentialUsed(
            "mysql", "backup", "/ops/db-backup.sh", LoginMethod.NATIVE_PASSWORD),
        request(),
        new CommandReceived(
            "sql",
            Text.of("SHOW DATABASES"),
            List.of(
                new Finding(
                    "sql-list-databases", "discovery", Technique.DATA_FROM_REPOSITORIES, null))),
        new PayloadReceived(Payload.of(Bytes.ofLatin1("\r\n\r\n"))),
        new FileTransferred(
            Direction.UPLOAD, Text.of("/tmp/x.sh"), Payload.of(Bytes.utf8("#!/bin/sh\nid\n"))),
        new TunnelRequested("direct-tcpip", Text.of("169.254.169.254"), 80),
        new ProbeReceived("syn", Text.of("22,80-90"), 12, Duration.ofSeconds(3), SYN, "nmap"),
        new ScanDetected("syn", Text.of("1-1000"), 1000, 1004, Duration.ofSeconds(9), "nmap"),
        new InputMalformed(
            "packet length 70000 (expected <= 65536)", Payload.of(Bytes.of((byte) 0xff))),
        new EventsLost(Map.of(EventKind.CONNECTION_OPENED, 81L)));
  }

  static RequestReceived request() {
    return new RequestReceived(
        Text.of("GET"),
        Text.of("/.env?x=1"),
        "1.1",
        List.of(new Field("Host", "10.244.2.9:8888"), new Field("User-Agent", "curl/8.14.1")),
        2,
        Payload.EMPTY,
        404,
        List.of(
            new Finding("dot-env", "credential-files", Technique.CREDENTIALS_IN_FILES, "nuclei")));
  }

  /** The event as the web decoy's recorder would pass it on. */
  static Observation observation(Event event) {
    return observation(event, FLOW, false);
  }

  static Observation observation(Event event, Flow flow, boolean expected) {
    boolean state =
        event instanceof DecoyStarted
            || event instanceof DecoyStopped
            || event instanceof EventsLost;
    List<AlertName> alerts =
        event instanceof PlantedCredentialUsed
            ? List.of(AlertName.PLANTED_CREDENTIAL)
            : List.of(AlertName.FAKE_SVC);
    return new Observation(
        TIME,
        4711,
        "b0a1c2d3e4f50617-4711",
        event instanceof EventsLost ? "runtime" : "web",
        state ? List.of() : alerts,
        state ? null : SESSION,
        state ? null : flow,
        expected,
        event);
  }

  static Flow flow(String from, String to) {
    return new Flow(
        new Peer(InetAddress.ofLiteral(from), 40114),
        new Peer(InetAddress.ofLiteral(to), 8888),
        Flow.Transport.TCP);
  }
}
