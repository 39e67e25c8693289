package io.honeypods.decoy.sink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.CredentialsMode;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Direction;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.FileTransferred;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CredentialsTest {
  private static final String SECRET = "hunter2-Tr0ub4dor";
  private static final String BASIC = base64("admin:" + SECRET);

  static Stream<Event> betraying() {
    return Stream.of(
        login(LoginMethod.BASIC, SECRET),
        new LoginAttempted(LoginMethod.BEARER, Text.EMPTY, Secret.token(SECRET), Outcome.SUCCESS),
        request("/", new Field("Authorization", "Basic " + BASIC)),
        request("/", new Field("AUTHORIZATION", "Bearer " + SECRET)),
        request("/", new Field("Proxy-Authorization", "Basic " + BASIC)),
        request("/", new Field("Cookie", "session=" + SECRET)),
        request("/", new Field("X-Api-Key", SECRET)),
        request("/", new Field("Referer", "http://10.0.0.1/login?password=" + SECRET)),
        request("/", new Field("X-Original-URL", "/login?pwd=" + SECRET + "&x=1")),
        request("/login?user=admin&password=" + SECRET),
        request("/login?PassWord=" + SECRET + "&user=admin"),
        request("/v1?api_key=" + SECRET),
        request("/v1?access_token=" + SECRET + "#top"),
        new PayloadReceived(payload(SECRET)),
        new InputMalformed("no request", payload("PASS " + SECRET + "\r\n")),
        new FileTransferred(Direction.UPLOAD, Text.of("x"), payload(SECRET)),
        new ClientIdentified(Text.of("client"), Map.of(), List.of(), payload(SECRET)));
  }

  @ParameterizedTest
  @MethodSource("betraying")
  void theSecretIsNowhereButInPlainMode(Event event) {
    assertThat(holdsSecret(line(event, CredentialsMode.HMAC))).isFalse();
    assertThat(holdsSecret(line(event, CredentialsMode.OMIT))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("betraying")
  void theSecretIsThereInPlainMode(Event event) {
    assertThat(holdsSecret(line(event, CredentialsMode.PLAIN))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("betraying")
  void everyModeKeepsToTheSchema(Event event) {
    for (CredentialsMode mode : CredentialsMode.values()) {
      assertThat(EventSchema.problems(line(event, mode))).as(mode.name()).isEmpty();
    }
  }

  @Test
  void equalSecretsAreKnownAsEqual() {
    String basic = digest(LoginMethod.BASIC, SECRET, 1);
    assertThat(basic).matches("hmac-sha256:[0-9a-f]{64}");
    assertThat(digest(LoginMethod.FORM, SECRET, 1)).isEqualTo(basic);
    assertThat(digest(LoginMethod.BASIC, SECRET + "x", 1)).isNotEqualTo(basic);
  }

  @Test
  void anotherInstallHasOtherDigests() {
    assertThat(digest(LoginMethod.BASIC, SECRET, 2))
        .isNotEqualTo(digest(LoginMethod.BASIC, SECRET, 1));
  }

  @Test
  void omittedSecretsHaveNoValue() {
    JsonNode secret = secret(login(LoginMethod.BASIC, SECRET), CredentialsMode.OMIT, 1);
    assertThat(secret.propertyNames()).containsExactly("type");
  }

  @Test
  void whatIsNoSecretStays() {
    var event = request("/search?q=passport&page=2", new Field("Accept", "text/html;q=0.9"));
    assertThat(line(event, CredentialsMode.OMIT)).isEqualTo(line(event, CredentialsMode.PLAIN));
  }

  /** The secret itself, and what base64 makes of it at each of the three alignments. */
  private static boolean holdsSecret(String line) {
    Stream<String> encoded =
        IntStream.range(0, 3)
            .mapToObj(shift -> base64("-".repeat(shift) + SECRET).substring(4))
            .map(text -> text.substring(0, 16));
    return line.contains(SECRET) || encoded.anyMatch(line::contains);
  }

  private static String digest(LoginMethod method, String secret, int key) {
    return secret(login(method, secret), CredentialsMode.HMAC, key).path("value").asString();
  }

  private static JsonNode secret(Event event, CredentialsMode mode, int key) {
    return new JsonMapper().readTree(line(event, mode, key)).at("/honeypod/login/secret");
  }

  private static String line(Event event, CredentialsMode mode) {
    return line(event, mode, 1);
  }

  private static String line(Event event, CredentialsMode mode, int key) {
    var encoder = new EcsLine(Samples.POD, Map.of(), mode, new byte[] {(byte) key});
    return new String(encoder.encode(Samples.observation(event)), US_ASCII);
  }

  private static LoginAttempted login(LoginMethod method, String secret) {
    return new LoginAttempted(method, Text.of("admin"), Secret.password(secret), Outcome.FAILURE);
  }

  private static RequestReceived request(String target, Field... headers) {
    return new RequestReceived(
        Text.of("POST"),
        Text.of(target),
        "1.1",
        List.of(headers),
        headers.length,
        target.equals("/") ? payload("user=admin&password=" + SECRET) : Payload.EMPTY,
        200,
        List.of());
  }

  private static Payload payload(String text) {
    return Payload.of(Bytes.utf8(text));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
