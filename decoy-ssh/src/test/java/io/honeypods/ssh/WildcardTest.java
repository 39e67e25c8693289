package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.ssh.host.Wildcard;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns match as {@code fnmatch} has it, and in time that does not grow with their stars. */
class WildcardTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "*, '', true",
    "a*b, ab, true",
    "a*b, axxbxb, true",
    "a*b, axxbx, false",
    "**a**, a, true",
    "?, ab, false",
    "[[:digit:]]*, 7z, true",
    "[![:digit:]]*, 7z, false",
    "[^a-c], d, true",
    "[a-c-e], -, true",
    "[a-c-e], d, false",
    "[]x], ], true",
    "[!]x], ], false",
    "[a\\]b], ], true",
    "[[.-.]], -, true",
    "[[:nope:]], a, false",
    "[abc, [abc, true",
    "a\\*b, a*b, true",
    "a\\*b, axb, false",
    "a\\, a\\, true"
  })
  void matchesAsFnmatch(String pattern, String text, boolean expected) {
    assertThat(Wildcard.of(pattern).matches(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"*b, abab, 2, 4", "a*, abab, 1, 4", "c*, abab, -1, -1", "'', abab, 0, 0"})
  void findsHowATextBegins(String pattern, String text, int shortest, int longest) {
    assertThat(Wildcard.of(pattern).prefix(text, 0, false)).isEqualTo(shortest);
    assertThat(Wildcard.of(pattern).prefix(text, 0, true)).isEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource({"a*, abab, 2, 0", "*b, abab, 3, 0", "*c, abab, -1, -1", "[ab]b, abab, 2, 2"})
  void findsHowATextEnds(String pattern, String text, int shortest, int longest) {
    assertThat(Wildcard.of(pattern).suffix(text, false)).isEqualTo(shortest);
    assertThat(Wildcard.of(pattern).suffix(text, true)).isEqualTo(longest);
  }

  @Test
  void takesPatternsOfMoreThanAWord() {
    String many = "a?*".repeat(50) + "z";

    assertThat(Wildcard.of(many).matches("ab".repeat(50) + "z")).isTrue();
    assertThat(Wildcard.of(many).matches("ab".repeat(49) + "z")).isFalse();
    assertThat(Wildcard.of("x".repeat(200)).matches("x".repeat(200))).isTrue();
    assertThat(Wildcard.of("x".repeat(200)).matches("x".repeat(199))).isFalse();
  }

  @Test
  void takesNoLongerForMoreStars() {
    String text = "a".repeat(200_000);
    long began = System.nanoTime();

    assertThat(Wildcard.of("*a".repeat(30) + "*b").matches(text)).isFalse();
    assertThat(Wildcard.of("[".repeat(100_000)).matches(text)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void knowsWhatIsAPattern() {
    assertThat(Wildcard.isPattern("a*")).isTrue();
    assertThat(Wildcard.isPattern("a[b]")).isTrue();
    assertThat(Wildcard.isPattern("a[b")).isFalse();
    assertThat(Wildcard.isPattern("a\\*")).isFalse();
    assertThat(Wildcard.blind("A[B-C]*").matches("acX")).isTrue();
  }
}
