package io.honeypods.decoy.sink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.honeypods.decoy.config.CredentialsMode;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcsLineTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LONG_IPV6 = "2001:db8:1111:2222:3333:4444:5555:6666";

  static Stream<Event> plain() {
    return Samples.all().stream();
  }

  static Stream<Event> hostile() {
    return HostileSamples.all();
  }

  @Test
  void everyKindHasASample() {
    assertThat(plain().map(Event::kind)).containsExactlyInAnyOrder(EventKind.values());
  }

  @ParameterizedTest
  @MethodSource({"plain", "hostile"})
  void everyLineIsValid(Event event) {
    assertThat(EventSchema.problems(encode(event, CredentialsMode.PLAIN))).isEmpty();
    assertThat(EventSchema.problems(encode(event, CredentialsMode.HMAC))).isEmpty();
    assertThat(EventSchema.problems(encode(event, CredentialsMode.OMIT))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyLineIsValidWithTheLongestEnvelope(Event event) {
    Flow flow = Samples.flow(LONG_IPV6, LONG_IPV6);
    String line = line(encoder(longestOrigin(), CredentialsMode.PLAIN), event, flow, false);
    assertThat(EventSchema.problems(line)).isEmpty();
    assertThat(line.length()).isLessThanOrEqualTo(EcsLine.LIMIT);
  }

  @ParameterizedTest
  @MethodSource({"plain", "hostile"})
  void everyLineIsOneOfAsciiWithinTheLimit(Event event) {
    byte[] line = bytes(encoder(Samples.POD, CredentialsMode.PLAIN), event, Samples.FLOW, false);
    assertThat(line.length).isLessThanOrEqualTo(7680);
    assertThat(line[line.length - 1]).isEqualTo((byte) '\n');
    for (int i = 0; i < line.length - 1; i++) {
      if (line[i] < ' ') {
        fail("byte %d at %d (expected 0x20 to 0x7f)".formatted(line[i], i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noKeyIsAPeers(Event event) {
    assertThat(keys(JSON.readTree(encode(event, CredentialsMode.PLAIN))))
        .allMatch(key -> key.equals("@timestamp") || key.matches("[a-z0-9_.]+"));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void anExpectedSourceIsNoAlert(Event event) {
    String line = line(encoder(Samples.POD, CredentialsMode.PLAIN), event, Samples.FLOW, true);
    assertThat(EventSchema.problems(line)).isEmpty();
    assertThat(JSON.readTree(line).at("/event/kind").asString()).isEqualTo("event");
    assertThat(JSON.readTree(line).at("/honeypod/expected").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("plain")
  void aLineNeedsNoPod(Event event) {
    var bare = new Origin("0.1.0", "h", null, null, null, null, Map.of());
    String line = line(encoder(bare, CredentialsMode.PLAIN), event, Samples.FLOW, false);
    assertThat(EventSchema.problems(line)).isEmpty();
    assertThat(JSON.readTree(line).has("orchestrator")).isFalse();
  }

  @Test
  void aCutTextSaysItsLengthAndDigest() {
    String whole = "\u0001".repeat(4096);
    JsonNode process = command(Text.of(whole)).path("process");
    assertThat(process.path("command_line").asString()).hasSizeLessThan(4096);
    assertThat(process.path("command_line_length").asInt()).isEqualTo(4096);
    assertThat(process.path("command_line_sha256").asString())
        .isEqualTo(Bytes.ofLatin1(whole).sha256());
  }

  @Test
  void aTextCutBeforeSaysItsLengthAndDigest() {
    String whole = "é".repeat(5000);
    JsonNode process = command(Text.of(whole)).path("process");
    assertThat(process.path("command_line_length").asInt()).isEqualTo(5000);
    assertThat(process.path("command_line_sha256").asString())
        .isEqualTo(Bytes.ofLatin1(whole).sha256());
  }

  @Test
  void aWholeTextSaysNoLength() {
    assertThat(command(Text.of("id")).path("process").propertyNames())
        .containsExactly("command_line");
  }

  @Test
  void cutBytesSayTheirLengthAndDigest() {
    Bytes whole = Bytes.of(new byte[100_000]);
    JsonNode payload = read(new PayloadReceived(Payload.of(whole))).at("/honeypod/payload");
    assertThat(payload.path("bytes").asInt()).isEqualTo(100_000);
    assertThat(payload.path("truncated").asBoolean()).isTrue();
    assertThat(payload.path("sha256").asString()).isEqualTo(whole.sha256());
    assertThat(payload.path("base64").asString()).isEqualTo(whole.slice(0, Payload.LIMIT).base64());
  }

  @Test
  void cutListsSayTheirLength() {
    JsonNode line =
        hostile()
            .filter(Event.RequestReceived.class::isInstance)
            .map(EcsLineTest::read)
            .findFirst()
            .orElseThrow();
    assertThat(line.at("/http/request/header_count").asInt()).isEqualTo(100);
    assertThat(line.at("/honeypod/findings_length").asInt()).isEqualTo(60);
    assertThat(line.at("/honeypod/findings").size()).isLessThan(60);
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void theSchemaRejectsAStrayField(EventKind kind) {
    Event event = plain().filter(e -> e.kind() == kind).findFirst().orElseThrow();
    String line = encode(event, CredentialsMode.PLAIN);
    for (String object : List.of("\"event\":{", "\"honeypod\":{", "\"observer\":{", "{")) {
      int at = line.indexOf(object) + object.length();
      String stray = line.substring(0, at) + "\"stray\":1," + line.substring(at);
      assertThat(EventSchema.problems(stray)).as(object).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void theSchemaTellsTheKindsApart(EventKind kind) {
    for (Event event : Samples.all()) {
      String line =
          encode(event, CredentialsMode.PLAIN)
              .replace(
                  "\"action\":\"" + event.kind().id() + "\"", "\"action\":\"" + kind.id() + "\"");
      boolean same = event.kind() == kind;
      assertThat(EventSchema.problems(line).isEmpty()).as(event.toString()).isEqualTo(same);
    }
  }

  private static JsonNode command(Text text) {
    return read(new CommandReceived("shell", text, List.of()));
  }

  private static JsonNode read(Event event) {
    return JSON.readTree(encode(event, CredentialsMode.PLAIN));
  }

  private static String encode(Event event, CredentialsMode mode) {
    return line(encoder(Samples.POD, mode), event, Samples.FLOW, false);
  }

  private static String line(EcsLine encoder, Event event, Flow flow, boolean expected) {
    return new String(bytes(encoder, event, flow, expected), US_ASCII);
  }

  private static byte[] bytes(EcsLine encoder, Event event, Flow flow, boolean expected) {
    return encoder.encode(Samples.observation(event, flow, expected));
  }

  private static EcsLine encoder(Origin origin, CredentialsMode mode) {
    return new EcsLine(origin, Map.of("web", "nginx"), mode, new byte[32]);
  }

  /** Names as long as Kubernetes allows, and as many labels as the configuration does. */
  private static Origin longestOrigin() {
    String pod = "p".repeat(253);
    String namespace = "n".repeat(63);
    return new Origin(
        "0.1.0-SNAPSHOT",
        pod,
        namespace,
        pod,
        LONG_IPV6,
        pod,
        Map.of("l".repeat(20), "\u00e9".repeat(167)));
  }

  private static Collection<String> keys(JsonNode node) {
    var keys = new TreeSet<String>();
    if (node.isObject() && !node.isEmpty()) {
      keys.addAll(node.propertyNames());
    }
    for (JsonNode child : node) {
      keys.addAll(keys(child));
    }
    return keys;
  }
}
