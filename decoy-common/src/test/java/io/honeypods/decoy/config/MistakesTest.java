package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTest {
  @Test
  void tenDifferentMistakesInOneFileAreAllNamed() {
    assertThat(
            Loading.problems(
                """
                identity: {host: not_a_host}
                events: {credentials: plian, queue: lots}
                admin: {listen: 8888, allow: 10.0.0.0/8}
                limits: {per_source: 5, connections: 0, idle: 5 minutes}
                limits: {idle: 5m}
                expected: [{cidr: 10.1.2.3/8}, {port: 9100}]
                shop: {lsiten: 0.0.0.0:80, name: [a], scan: {ports: 13}}
                sohp: {}
                """))
        .containsExactlyInAnyOrder(
            "limits: given twice (line 4 and line 5)",
            "sohp: unknown key (did you mean shop?)",
            "identity: host is \"not_a_host\" (expected a host name of letters, digits, hyphens"
                + " and dots)",
            "events.credentials: got \"plian\", expected one of plain, hmac, omit (did you mean"
                + " plain?)",
            "events.queue: got \"lots\", expected a whole number from 16 to 1048576",
            "admin.listen: got \"8888\", expected host:port such as 0.0.0.0:8888",
            "admin.allow: got text, expected a list, each item a network such as 10.0.0.0/8 or"
                + " fd00::/8",
            "limits.per_source: unknown key (did you mean limits.per-source?)",
            "limits.connections: got \"0\", expected a whole number from 1 to 1000000",
            "limits.idle: got \"5 minutes\", expected a duration such as 500ms, 30s or 1h30m",
            "expected[0].cidr: got \"10.1.2.3/8\", expected no bits set after the prefix (did you"
                + " mean 10.0.0.0/8?)",
            "expected[1].cidr: got nothing, expected a network such as 10.0.0.0/8 or fd00::/8",
            "shop.lsiten: unknown key (did you mean shop.listen?)",
            "shop.name: got a list, expected text",
            "shop.scan: 13 ports (expected a luckier number)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "listen: 8888 | listen: got \"8888\", expected host:port such as 0.0.0.0:8888",
        "listen: {} | listen: got a mapping, expected host:port such as 0.0.0.0:8888",
        "item-count: 0 | item-count: got \"0\", expected a whole number from 1 to 10",
        "item-count: 11 | item-count: got \"11\", expected a whole number from 1 to 10",
        "item-count: 1.0 | item-count: got \"1.0\", expected a whole number from 1 to 10",
        "item-count: 05 | item-count: got \"05\", expected a whole number from 1 to 10",
        "item-count: +5 | item-count: got \"+5\", expected a whole number from 1 to 10",
        "item-count: 4294967297 | item-count: got \"4294967297\", expected a whole number from 1"
            + " to 10",
        "item-count: | item-count: got null, expected a whole number from 1 to 10",
        "item-count: \"\" | item-count: got \"\", expected a whole number from 1 to 10",
        "item-count: [5] | item-count: got a list, expected a whole number from 1 to 10",
        "far-too-many: 9223372036854775808 | far-too-many: got \"9223372036854775808\", expected"
            + " a whole number",
        "open: yes | open: got \"yes\", expected true or false",
        "open: True | open: got \"True\", expected true or false",
        "open: 1 | open: got \"1\", expected true or false",
        "name: ~ | name: got null, expected text",
        "name: {a: b} | name: got a mapping, expected text",
        "flavour: DARK_ROAST | flavour: got \"DARK_ROAST\", expected one of dark-roast, mild (did"
            + " you mean dark-roast?)",
        "flavour: vanilla | flavour: got \"vanilla\", expected one of dark-roast, mild",
        "patience: 999ms | patience: got \"999ms\", expected a duration of at least 1s",
        "patience: 60 | patience: got \"60\", expected a duration such as 500ms, 30s or 1h30m",
        "patience: [] | patience: got a list, expected a duration of at least 1s such as 500ms,"
            + " 30s or 1h30m",
        "room: 2GiB | room: got \"2GiB\", expected a size of at most 1GiB",
        "room: 4MB | room: got \"4MB\", expected a size such as 64KiB, 4MiB or 4096",
        "from: localhost | from: got \"localhost\", expected a network such as 10.0.0.0/8 or"
            + " fd00::/8",
        "root: \"\" | root: got \"\", expected a path",
        "root: \"a\\0b\" | root: got \"a\\u0000b\", expected a path",
        "labels: [a] | labels: got a list, expected a mapping of names to texts",
        "labels: {a: [b]} | labels.a: got a list, expected text",
        "labels: {a: ~} | labels.a: got null, expected text",
        "allow: [10.0.0.0/8, ten] | allow[1]: got \"ten\", expected a network such as 10.0.0.0/8"
            + " or fd00::/8",
        "allow: [~] | allow[0]: got null, expected a network such as 10.0.0.0/8 or fd00::/8",
        "allow: {} | allow: got a mapping, expected a list, each item a network such as 10.0.0.0/8"
            + " or fd00::/8",
        "accounts: [root] | accounts[0]: got text, expected a mapping",
        "accounts: [~] | accounts[0]: got null, expected a mapping",
        "accounts: [{}] | accounts[0].name: got nothing, expected text",
        "accounts: [{name: a}, {nam: b, name: c}] | accounts[1].nam: unknown key (did you mean"
            + " shop.accounts[1].name?)",
        "accounts: [{name: nobody}] | accounts[0]: name is nobody (expected somebody)",
        "scan: 5 | scan: got text, expected a mapping",
        "scan: {prots: 5} | scan.prots: unknown key (did you mean shop.scan.ports?)",
        "scan: {window: 5} | scan.window: got \"5\", expected a duration such as 500ms, 30s or"
            + " 1h30m",
        "spare: {ports: 13} | spare: 13 ports (expected a luckier number)",
        "zzzzzz: 1 | zzzzzz: unknown key",
        "\"a.b\\n\": 1 | \"a.b\\u000a\": unknown key",
        "\"\": 1 | \"\": unknown key",
        "name: &n [x, *n] | name: got a list, expected text",
        "name: *n | name: got an alias, expected text",
        "allow: *n | allow: got an alias, expected a list, each item a network such as 10.0.0.0/8"
            + " or fd00::/8",
        "<<: *n | \"<<\": unknown key",
        "name: !!str x | name: got a value with a tag, expected text",
        "item-count: !!int 5 | item-count: got a value with a tag, expected a whole number from 1"
            + " to 10",
        "scan: !scan {ports: 1} | scan: got a value with a tag, expected a mapping",
        "name: !!binary aGk= | name: got a value with a tag, expected text",
      })
  void oneMistakeIsNamedWithItsKeyItsValueAndWhatWasExpected(String yaml, String problem) {
    assertThat(Loading.problems("shop: {" + yaml + "\n}")).containsExactly("shop." + problem);
  }

  @Test
  void keysGivenTwiceAreNamedAtEveryDepth() {
    assertThat(
            Loading.problems(
                """
                shop:
                  name: a
                  scan: {ports: 1, ports: 2}
                  name: b
                  name: c
                  accounts:
                    - name: a
                      name: b
                  unheard-of: {x: 1, x: 2}
                """))
        .containsExactlyInAnyOrder(
            "shop.scan.ports: given twice (line 3 and line 3)",
            "shop.name: given twice (line 2 and line 4)",
            "shop.name: given twice (line 2 and line 5)",
            "shop.accounts[0].name: given twice (line 7 and line 8)",
            "shop.unheard-of.x: given twice (line 9 and line 9)",
            "shop.unheard-of: unknown key");
  }

  @Test
  void unknownKeyDoesNotHideWhatTheConstructorSays() {
    assertThat(Loading.problems("shop: {scan: {ports: 13, x: 1}}"))
        .containsExactly(
            "shop.scan.x: unknown key", "shop.scan: 13 ports (expected a luckier number)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity: {seed: [hunter2]}",
        "identity: {seed: {hunter2: hunter2}}",
        "identity: hunter2",
        "identity: [hunter2]",
        "admin: {token: 'hunter2 hunter2'}",
        "admin: {tokne: hunter2}",
        "admin: {token: hunter2, token: hunter2}",
        "admin: {token: *hunter2 }",
        "admin: {token: !hunter2 a}",
        "admin:\n  token: !hunter2!a\n",
        "admin:\n  token: hunter2: x\n",
        "admin:\n  token: 'hunter2\n",
        "admin:\n  token: |hunter2\n",
        "admin:\n  token: %hunter2\n",
        "admin:\n  token: \"hunter2\\q\"\n",
        "admin:\n  token: [hunter2\n",
        "admin:\n  token: - hunter2\n",
        "admin:\n  token: \"hunter2\" hunter2\n",
        "admin:\n  token: hunter2\n hunter2\n",
        "admin:\n  token: \"\\Uhunter2x\"\n",
        "shop: {tokens: [hunter2]}",
        "shop: {tokens: hunter2}",
        "shop: {accounts: [{password: hunter2}]}",
        "shop: {accounts: [{name: a, password: [hunter2]}]}",
        "hunter2",
        "[hunter2]",
      })
  void secretsAreNeverShown(String yaml) {
    assertThat(Loading.problems(yaml))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).doesNotContain("hunter2"));
  }

  @Test
  void secretOfTheWrongKindIsReportedWithoutItsValue() {
    assertThat(Loading.problems("shop: {tokens: [hunter2]}"))
        .containsExactly("shop.tokens[0]: got (not shown), expected one of dark-roast, mild");
  }

  @Test
  void exceptionAndProblemSpeakInTheSameLines() {
    var thrown =
        Objects.requireNonNull(
            catchThrowableOfType(
                ConfigException.class,
                () ->
                    Loading.LOADER.load(
                        null, Map.of("DECOY_ADMIN_LISTEN", "8888", "DECOY_LIMITS_IDLE", "never"))));
    assertThat(thrown)
        .hasMessage(
            """
            DECOY_ADMIN_LISTEN: got "8888", expected host:port such as 0.0.0.0:8888
            DECOY_LIMITS_IDLE: got "never", expected a duration such as 500ms, 30s or 1h30m\
            """);
    assertThat(thrown.problems().getFirst())
        .isEqualTo(
            new Problem("DECOY_ADMIN_LISTEN", "\"8888\"", "host:port such as 0.0.0.0:8888", null))
        .hasToString("DECOY_ADMIN_LISTEN: got \"8888\", expected host:port such as 0.0.0.0:8888");
  }

  @Test
  void thousandsOfMistakesAreNamedInTime(@TempDir Path folder) throws Exception {
    var yaml = new StringBuilder("shop:\n");
    for (int i = 0; i < 6000; i++) {
      yaml.append("  k").append(i).append(": 1\n");
    }
    Path file = Files.writeString(folder.resolve("decoy.yaml"), yaml);
    assertThat(Loading.problems(file, Map.of())).hasSize(6000);
  }
}
