package io.honeypods.decoy.sink;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.honeypods.decoy.config.CredentialsMode;
import io.honeypods.decoy.event.Event;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The generated part of {@code docs/events.md}: every kind with a line of it. */
final class EventDocs {
  private static final JsonMapper READER = new JsonMapper();
  private static final ObjectWriter WRITER = READER.writerWithDefaultPrettyPrinter();

  private EventDocs() {}

  static String render() {
    return Samples.all().stream().map(EventDocs::section).collect(Collectors.joining("\n"));
  }

  private static String section(Event event) {
    return """
    ### `%s`

    %s. Severity %d, weight %s.

    ```json
    %s
    ```
    """
        .formatted(
            event.kind().id(),
            meaning(event),
            event.kind().severity(),
            event.kind().weight().name().toLowerCase(Locale.ROOT),
            example(event));
  }

  private static String example(Event event) {
    var encoder =
        new EcsLine(Samples.POD, Map.of("web", "nginx"), CredentialsMode.PLAIN, new byte[32]);
    String line = new String(encoder.encode(Samples.observation(event)), US_ASCII);
    return WRITER.writeValueAsString(READER.readTree(line)).replace("\r\n", "\n");
  }

  private static String meaning(Event event) {
    return switch (event) {
      case Event.DecoyStarted _ -> "A decoy listens";
      case Event.DecoyStopped _ -> "A decoy ends on our side";
      case Event.ConnectionOpened _ ->
          "A connection was accepted; `syn` and `round_trip_us` where the kernel tells";
      case Event.ConnectionClosed _ -> "The last event of a session: why, by whom, how much";
      case Event.ConnectionShed _ ->
          "Connections of one source were closed unheard for a limit; `count` since the last"
              + " such event";
      case Event.ClientIdentified _ -> "What the peer's software shows of itself";
      case Event.LoginAttempted _ -> "Somebody presented a credential";
      case Event.PlantedCredentialUsed _ ->
          "Somebody presented a credential that only lies where we planted it";
      case Event.RequestReceived _ -> "A request with headers, as HTTP has it";
      case Event.CommandReceived _ -> "A command in a language such as `sql` or `shell`";
      case Event.PayloadReceived _ -> "Bytes that belong to no request or command";
      case Event.FileTransferred _ -> "A file went to or from the peer";
      case Event.TunnelRequested _ -> "Somebody wanted us to connect for them; we never do";
      case Event.ProbeReceived _ -> "Packets that wanted to know what is there";
      case Event.ScanDetected _ -> "One source tried many ports or addresses";
      case Event.InputMalformed _ -> "Input that its protocol does not allow, with the bytes";
      case Event.EventsLost _ -> "Events that could not be written, by kind";
    };
  }
}
