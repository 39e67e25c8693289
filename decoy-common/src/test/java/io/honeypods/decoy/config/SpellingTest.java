package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> NAMES =
      List.of("listen", "per-source", "per-source-rate", "idle", "x", "queue");

  @ParameterizedTest
  @CsvSource(
      nullValues = "nothing",
      value = {
        "lsiten, listen",
        "Listen, listen",
        "liste, listen",
        "listens, listen",
        "per_source, per-source",
        "perSource, per-source",
        "persource, per-source",
        "per-source-rat, per-source-rate",
        "idel, idle",
        "X, x",
        "y, nothing",
        "qeue, queue",
        "password, nothing",
        "timeout, nothing",
        "'', nothing",
      })
  void guessesTheNameThatWasMeant(String written, String meant) {
    assertThat(Spelling.nearest(written, NAMES)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "'', ab, 2",
    "ab, ba, 1",
    "abc, cab, 2",
    "kitten, sitting, 3",
    "same, same, 0",
  })
  void countsTheSmallestNumberOfEdits(String a, String b, int edits) {
    assertThat(Spelling.distance(a, b)).isEqualTo(edits);
  }

  @Test
  void doesNotLookAtEndlessNames() {
    assertThat(Spelling.nearest("x".repeat(65), List.of("x".repeat(65)))).isNull();
  }
}
