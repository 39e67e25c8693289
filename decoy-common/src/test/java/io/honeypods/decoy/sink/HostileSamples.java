package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Direction;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.FileTransferred;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Event.ScanDetected;
import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Fingerprint;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Technique;
import io.honeypods.decoy.event.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events whose texts a peer chose to break a line, a schema or a limit. */
final class HostileSamples {
  /** Each is repeated to fill every text that a peer can choose. */
  static final List<String> TEXTS =
      List.of(
          "\u0001",
          "\n",
          "\r\n",
          "\"",
          "\\",
          "\u2028",
          "\u2029",
          "\u007f",
          "\u0085",
          "\u00e9",
          "\uffff",
          "\ud83d\ude00",
          "x\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\",\"event.kind\":\"none",
          "<script>",
          "{{",
          "a");

  private HostileSamples() {}

  static Stream<Event> all() {
    return TEXTS.stream().flatMap(text -> of(text.repeat(4096 / text.length() + 1)));
  }

  private static Stream<Event> of(String text) {
    Text cut = Text.of(text);
    Text longer = Text.of(text + text);
    Payload bytes = Payload.of(Bytes.of(filled(2048)));
    Payload more = Payload.of(Bytes.of(filled(100_000)));
    return Stream.of(
        new ClientIdentified(cut, fingerprints(), headers(text), bytes),
        new LoginAttempted(
            LoginMethod.FORM, longer, new Secret(Secret.Type.PASSWORD, longer), Outcome.FAILURE),
        request(text, cut, bytes),
        request(text, longer, more),
        new CommandReceived("shell", longer, findings()),
        new PayloadReceived(more),
        new FileTransferred(Direction.DOWNLOAD, longer, more),
        new TunnelRequested("direct-tcpip", longer, 65535),
        new ProbeReceived("syn", longer, 1L << 40, Duration.ofDays(9), Samples.SYN, "masscan"),
        new ScanDetected("syn", longer, 65535, 1L << 40, Duration.ofDays(9), "masscan"),
        new InputMalformed("length " + text + " (expected 1)", bytes));
  }

  private static RequestReceived request(String text, Text target, Payload body) {
    return new RequestReceived(target, target, text, headers(text), 100, body, 599, findings());
  }

  /** 100 of them of 200 characters each, bounded as every decoy bounds them. */
  private static List<Field> headers(String text) {
    String name = text.substring(0, 20);
    String value = text.substring(0, 180);
    return Field.bounded(Collections.nCopies(100, new Field(name, value)));
  }

  /** 60 findings of all techniques. */
  private static List<Finding> findings() {
    Technique[] all = Technique.values();
    return IntStream.range(0, 60)
        .mapToObj(
            i -> new Finding("rule-number-" + i, "intent-" + i, all[i % all.length], "tool-" + i))
        .toList();
  }

  private static Map<Fingerprint, String> fingerprints() {
    return Map.of(
        Fingerprint.JA3, "e7d705a3286e19ea42f587b344ee6865",
        Fingerprint.JA4, "t13d1516h2_8daaf6152771_02713d6af862",
        Fingerprint.HASSH, "ec7378c1a92f5a8dde7e8b7a1ddf33d1");
  }

  private static byte[] filled(int length) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }
}
