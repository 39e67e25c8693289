package io.honeypods.decoy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLiteralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          abc                ~ abc
          ABC                ~ abc
          ^/admin$           ~ /admin
          ab                 ~
          .*                 ~
          abc|def            ~ abc def
          abc|d              ~
          abc|.*             ~
          (abc|def)x         ~ abcx defx
          (?:abc)(?i)d       ~ abcd
          (?-i:AbC)          ~ abc
          (?P<name>abc)      ~ abc
          abc?d              ~ abcd abd
          abcd*              ~ abc
          abcd+              ~ abc
          (abc)+             ~ abc
          (abc)*             ~
          (abc){2,}          ~ abc
          (abc){0,2}         ~
          a{2}bcd            ~ bcd
          abc{x              ~ abc{x
          \\.\\$\\{\\x41     ~ .${a
          ab[cd]             ~ abc abd
          ab[0-2-]           ~ ab- ab0 ab1 ab2
          ab[]c]             ~ ab] abc
          ab[^c]def          ~ def
          ab[a-z]cde         ~ cde
          ab\\dcdef          ~ cdef
          abc.*defgh         ~ defgh
          \\babc\\b          ~ abc
          (foo|foobar)x?     ~ foo
          """)
  void areInEverythingThatThePatternMatches(String pattern, String literals) {
    var expected = literals == null ? Set.<String>of() : Set.of(literals.split(" "));

    assertThat(RequiredLiterals.of(pattern)).isEqualTo(expected);
  }

  @RepeatedTest(300)
  void missNoMatchOfARandomPattern(RepetitionInfo info) {
    var random = new Random(info.getCurrentRepetition());
    var regex = pattern(random, 3);
    var literals = new TreeSet<>(RequiredLiterals.of(regex));
    var pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);

    for (int i = 0; i < 300; i++) {
      var text = text(random);
      if (!literals.isEmpty() && pattern.matcher(text).find()) {
        assertThat(literals).as("%s in %s", regex, text).anyMatch(text::contains);
      }
    }
  }

  /** A pattern over the letters a and b, so that random texts match it often. */
  private static String pattern(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 8)) {
      case 0 -> "a";
      case 1 -> "ab";
      case 2 -> "[ab]";
      case 3 -> random.nextBoolean() ? "." : "bba";
      case 4 -> "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
      case 5 -> "(" + pattern(random, depth - 1) + ")" + "?*+".charAt(random.nextInt(3));
      case 6 -> "(" + pattern(random, depth - 1) + "){" + random.nextInt(3) + ",}";
      default -> pattern(random, depth - 1) + pattern(random, depth - 1);
    };
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(random.nextBoolean() ? 'a' : 'b');
    }
    return text.toString();
  }
}
