package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSectionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "infra-console", "web.example.com", "x1", "1", "WWW"})
  void hostIsAHostName(String host) {
    assertThat(Loading.problems("identity: {host: '" + host + "'}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "-a", "a-", "a_b", "a b", "a..b", "bücher", "a/b"})
  void hostIsNothingElse(String host) {
    assertThat(Loading.problems("identity: {host: '" + host + "'}"))
        .containsExactly(
            "identity: host is \""
                + host
                + "\" (expected a host name of letters, digits, hyphens and dots)");
  }

  @Test
  void hostAndItsPartsAreBounded() {
    String label = "a".repeat(63);
    String longest = label + "." + label + "." + label + "." + "a".repeat(61);
    assertThat(Loading.problems("identity: {host: " + longest + "}")).isEmpty();
    assertThat(Loading.problems("identity: {host: " + longest + "a}")).hasSize(1);
    assertThat(Loading.problems("identity: {host: " + label + "a}")).hasSize(1);
  }

  @Test
  void seedIsNotEmpty() {
    assertThat(Loading.problems("identity: {seed: ''}"))
        .containsExactly("identity: seed is empty (expected any other text, or none)");
  }

  @ParameterizedTest
  @CsvSource({"team", "app.kubernetes.io/name", "a_b-c", "1"})
  void labelNamesAreLikeThoseOfKubernetes(String name) {
    assertThat(Loading.problems("events: {labels: {'" + name + "': x}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "grün", "a=b", "a\"b"})
  void labelNamesAreNothingElse(String name) {
    assertThat(Loading.problems("events: {labels: {'" + name + "': x}}"))
        .containsExactly(
            "events: label "
                + Show.quoted(name)
                + " (expected letters, digits and any of - _ . / in a name)");
  }

  @Test
  void labelsLeaveRoomForTheEvent() {
    assertThat(Loading.problems("events: {labels: {a: " + "x".repeat(1023) + "}}")).isEmpty();
    assertThat(Loading.problems("events: {labels: {a: " + "x".repeat(1024) + "}}"))
        .containsExactly("events: labels of 1025 characters (expected at most 1024)");
    assertThat(Loading.problems("events: {labels: {a: " + "ü".repeat(171) + "}}"))
        .containsExactly("events: labels of 1027 characters (expected at most 1024)");
  }

  @Test
  void labelsKeepTheirOrder() {
    assertThat(Loading.file("events: {labels: {z: 1, b: 2, y: 3, a: 4}}").events().labels())
        .containsExactly(
            Map.entry("z", "1"), Map.entry("b", "2"), Map.entry("y", "3"), Map.entry("a", "4"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "' ', 1",
    "'a b', 3",
    "'tökén', 5",
    "'a\u007f', 2",
  })
  void tokenCanBeSentInAHeader(String token, int length) {
    assertThat(Loading.problems(Map.of("DECOY_ADMIN_TOKEN", token)))
        .containsExactly(
            "admin: token of "
                + length
                + " characters (expected 1 to 1024 of printable ASCII, no spaces)");
  }

  @Test
  void tokenIsBounded() {
    assertThat(Loading.problems(Map.of("DECOY_ADMIN_TOKEN", "x".repeat(1024)))).isEmpty();
    assertThat(Loading.problems(Map.of("DECOY_ADMIN_TOKEN", "x".repeat(1025)))).hasSize(1);
  }

  @Test
  void adminCanBeSwitchedOff() {
    assertThat(Loading.file("admin: {listen: null}").admin().listen()).isNull();
  }

  @Test
  void secretsAreNotPartOfTheText() {
    assertThat(new IdentityConfig("hunter2", "www")).hasToString("IdentityConfig[host=www]");
    assertThat(new AdminConfig(null, "hunter2", List.of()))
        .hasToString("AdminConfig[listen=null, allow=[]]");
  }

  @ParameterizedTest
  @CsvSource({
    "connections, 1, 1000000, 0, 1000001",
    "per-source, 1, 1000000, 0, 1000001",
    "per-source-rate, 1, 1000000, 0, 1000001",
    "session-bytes, 1KiB, 1TiB, 1023, 1025GiB",
    "unfinished-bytes, 1MiB, 1TiB, 1048575, 1025GiB",
    "session, 1ms, 7d, 0s, 7d1ms",
    "idle, 1ms, 7d, 0s, 7d1ms",
    "sources, 0, 100000, -1, 100001",
    "loops, 0, 1024, -1, 1025",
  })
  void limitsHaveLimits(String key, String least, String most, String less, String more) {
    assertThat(Loading.problems("limits: {" + key + ": " + least + "}")).isEmpty();
    assertThat(Loading.problems("limits: {" + key + ": " + most + "}")).isEmpty();
    for (String outside : List.of(less, more)) {
      assertThat(Loading.problems("limits: {" + key + ": " + outside + "}"))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("limits." + key + ": got \"" + outside + "\", expected ")
          .contains(" from " + least + " to " + most);
    }
  }
}
