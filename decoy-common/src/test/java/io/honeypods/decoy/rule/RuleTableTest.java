package io.honeypods.decoy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Technique;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTableTest {
  private static final Set<String> FIELDS = Set.of("path", "header");
  private static final RuleTable TABLE =
      table(
          """
          # what people ask for

          admin   path         T1083  reconnaissance  -     ^/admin  (or|and)  more
          secret  path,header  T1190  injection       evil  \\.env
              \\$\\{jndi:
          either  path         T1082  reconnaissance  -     ^/(a|b)$
          """);

  @Test
  void readsEveryColumn() {
    assertThat(TABLE.rules()).extracting(Rule::name).containsExactly("admin", "secret", "either");
    assertThat(TABLE.rules().get(1).fields()).containsExactlyInAnyOrder("path", "header");
    assertThat(TABLE.rules().get(1).finding())
        .isEqualTo(new Finding("secret", "injection", Technique.EXPLOIT_PUBLIC_FACING, "evil"));
    assertThat(TABLE.rules().get(0).finding().tool()).isNull();
  }

  @Test
  void findsInTheFieldsOfTheRuleOnly() {
    assertThat(found("path", "/x/.env")).containsExactly("secret");
    assertThat(found("header", "Cookie: .env")).containsExactly("secret");
    assertThat(found("header", "X: /admin  or  more")).isEmpty();
  }

  @Test
  void isBlindToCase() {
    assertThat(found("path", "/ADMIN  Or  mORE")).containsExactly("admin");
  }

  @Test
  void takesAnIndentedLineAsOneMorePattern() {
    assertThat(found("header", "User-Agent: ${JNDI:ldap://a}")).containsExactly("secret");
  }

  @Test
  void looksForPatternsWithoutLiteralsToo() {
    assertThat(TABLE.rules().get(2).literals()).isEmpty();
    assertThat(found("path", "/b")).containsExactly("either");
  }

  @Test
  void namesEachRuleOnceInTableOrder() {
    var subjects =
        List.of(
            new Subject("header", "A: .env"),
            new Subject("path", "/admin  and  more/.env"),
            new Subject("path", "/a"));

    assertThat(TABLE.findings(subjects))
        .extracting(Finding::rule)
        .containsExactly("admin", "secret", "either");
  }

  @Test
  void refusesASubjectOfAnotherField() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> found("body", "x"))
        .withMessageStartingWith("field body (expected ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a  path  T1190  x  pattern         ~ 5 columns (expected name  fields  technique
          A  path  T1190  x  -  abc          ~ name A (expected lower-case words
          a  host  T1190  x  -  abc          ~ field host (expected header,path
          a  path,path  T1190  x  -  abc     ~ field path (expected header,path, each at most once
          a  path  T9999  x  -  abc          ~ technique T9999 (expected the ATT&CK id
          a  path  T1190  Bad  -  abc        ~ intent Bad (expected lower-case words
          a  path  T1190  x  A_B  abc        ~ tool A_B (expected lower-case words
          a  path  T1190  x  -  (abc         ~ pattern (abc (expected RE2 syntax
          a  path  T1190  x  -  (?=abc)      ~ pattern (?=abc) (expected RE2 syntax
          a  path  T1190  x  -  \\pLabc      ~ pattern \\pLabc (expected no escape \\p)
          a  path  T1190  x  -  [[:alpha:]]  ~ pattern [[:alpha:]] (expected no [[:class:]])
          """)
  void namesTheLineOfAMistake(String row, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table("# first\n\n" + row + "\n"))
        .withMessageStartingWith("table.txt line 3: " + message);
  }

  @Test
  void refusesASecondRuleOfTheSameName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table("a  path  T1190  x  -  abc\na  path  T1190  x  -  def\n"))
        .withMessage("table.txt line 2: a second rule a (expected each name once)");
  }

  @Test
  void refusesAnIndentedLineWithoutARow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table("  abc\n"))
        .withMessage("table.txt line 1: an indented line (expected a row above it)");
  }

  @Test
  void saysWhichResourceIsMissing() {
    Assertions.assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> RuleTable.load(RuleTableTest.class, "/none.txt", FIELDS))
        .withMessageContaining("/none.txt");
  }

  private static RuleTable table(String text) {
    return RuleTable.parse("table.txt", text, FIELDS);
  }

  private static List<String> found(String field, String text) {
    return TABLE.findings(List.of(new Subject(field, text))).stream().map(Finding::rule).toList();
  }
}
