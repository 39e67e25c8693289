package io.honeypods.benchmarks;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.event.Technique;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.sink.Recorder.Subject;
import java.net.InetAddress;
import java.util.List;

/** An ordinary request of a scanner, as an event. */
final class SampleRequest {
  private SampleRequest() {}

  static Subject subject() {
    var source = new Peer(InetAddress.ofLiteral("10.244.1.7"), 40114);
    var destination = new Peer(InetAddress.ofLiteral("10.244.2.9"), 8888);
    var flow = new Flow(source, destination, Flow.Transport.TCP);
    return new Subject("web", List.of(AlertName.FAKE_SVC), "b3f1c2d4e5a69788", flow, false);
  }

  static Event event() {
    return new RequestReceived(
        Text.of("GET"),
        Text.of("/.env"),
        "1.1",
        List.of(
            new Field("Host", "ops-console:8888"),
            new Field("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Nikto/2.5.0"),
            new Field("Accept", "*/*"),
            new Field("Connection", "keep-alive")),
        4,
        Payload.EMPTY,
        200,
        List.of(
            new Finding("dotenv", "credential-files", Technique.CREDENTIALS_IN_FILES, null),
            new Finding("nikto", "scanner", Technique.VULNERABILITY_SCANNING, "nikto")));
  }
}
