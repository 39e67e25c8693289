package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "x, x",
    "listen, listen",
    "perSource, per-source",
    "perSourceRate, per-source-rate",
    "seedSql, seed-sql",
    "ja3Hash, ja3-hash",
  })
  void keyIsTheKebabCaseOfTheComponent(String component, String key) {
    assertThat(Names.ofComponent(component)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "web.listen, DECOY_WEB_LISTEN",
    "limits.per-source-rate, DECOY_LIMITS_PER_SOURCE_RATE",
    "ipenum.scan.window, DECOY_IPENUM_SCAN_WINDOW",
  })
  void variableIsTheUpperSnakeCaseOfThePath(String path, String variable) {
    assertThat(Names.ofVariable(path)).isEqualTo(variable);
  }

  @ParameterizedTest
  @CsvSource({
    "token, true",
    "seed, true",
    "password, true",
    "secret, true",
    "root-password, true",
    "tokens, true",
    "seed-sql, false",
    "host-keys, false",
    "note, false",
  })
  void secretsAreKnownByTheirLastWord(String key, boolean secret) {
    assertThat(Names.isSecret(key)).isEqualTo(secret);
  }
}
