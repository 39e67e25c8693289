package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Technique;
import io.honeypods.decoy.rule.Rule;
import io.honeypods.decoy.rule.RuleTable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementReportTest {
  private static final StatementReport REPORT = StatementReport.load();
  private static final RuleTable TABLE =
      RuleTable.load(StatementReport.class, "statement-rules.txt", Set.of("statement", "sent"))
          .compiled();
  private static final Set<String> CLIENTS = Set.of("scripted-client", "interactive-client");
  private static final Set<String> INTENTS =
      Set.of(
          "scanner",
          "scripted-client",
          "interactive-client",
          "reconnaissance",
          "credential-access",
          "credential-files",
          "data-dump",
          "file-read",
          "file-write",
          "destruction",
          "ransom",
          "code-upload",
          "code-execution",
          "evasion",
          "web-shell",
          "persistence",
          "rogue-source",
          "injection",
          "denial-of-service");

  record Example(String rule, String statement) {}

  @ParameterizedTest
  @MethodSource("examples")
  void findsItsExamples(Example example) {
    assertThat(rules(example.statement())).contains(example.rule());
  }

  @Test
  void hasAnExampleOfEveryRule() throws IOException {
    Set<String> named = Set.copyOf(examples().map(Example::rule).distinct().toList());
    assertThat(TABLE.rules()).extracting(Rule::name).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void looksForNoPatternBeforeItsLiteralTurnsUp() {
    assertThat(TABLE.rules()).allMatch(rule -> !rule.literals().isEmpty());
    assertThat(TABLE.rules()).flatMap(Rule::literals).allMatch(literal -> literal.length() >= 3);
  }

  @Test
  void knowsTheseIntentsOnly() {
    assertThat(TABLE.rules()).extracting(rule -> rule.finding().intent()).isSubsetOf(INTENTS);
  }

  @ParameterizedTest
  @MethodSource("innocents")
  void findsNothingButAToolInWhatDriversSend(String statement) {
    assertThat(REPORT.of(statement).findings())
        .allMatch(finding -> CLIENTS.contains(finding.intent()));
  }

  @Test
  void tellsTheStatementItself() {
    CommandReceived event = REPORT.of("SELECT 1");
    assertThat(event.language()).isEqualTo("sql");
    assertThat(event.command().value()).isEqualTo("SELECT 1");
    assertThat(event.findings()).isEmpty();
  }

  @Test
  void cutsALongStatementButReadsItsEnds() {
    String upload =
        "SELECT 0x7f454c46"
            + "00".repeat(500_000)
            + " INTO DUMPFILE '/usr/lib64/mysql/plugin/a.so'";
    CommandReceived event = REPORT.of(upload);
    assertThat(event.command().value()).hasSize(4096);
    assertThat(event.command().length()).isEqualTo(upload.length());
    assertThat(event.command().sha256()).isNotNull();
    assertThat(rules(upload)).contains("library-upload", "dump-to-plugins", "into-file");
  }

  @Test
  void takesNoCutForTheBeginningOfAStatement() {
    String value = "INSERT INTO notes VALUES ('" + "x".repeat(13_000);
    String tail = "shutdown" + " ".repeat(4096 - 8);
    assertThat(rules(value + tail)).doesNotContain("shutdown");
  }

  @Test
  void recognisesARansomNoteWhole() {
    String note =
        "INSERT INTO `RECOVER_YOUR_DATA` VALUES ('All your data is backed up. You must pay 0.0124"
            + " BTC to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq In 48 hours')";
    assertThat(rules(note)).contains("ransom-table", "ransom-note", "bitcoin-address");
    assertThat(REPORT.of(note).findings())
        .extracting(Finding::technique)
        .containsOnly(Technique.FINANCIAL_THEFT);
  }

  @Test
  void isNotFooledByCommentsAndGaps() {
    assertThat(rules("dRoP\t/* x */\n DATABASE shop")).contains("drop-database");
    assertThat(rules("/*!50000 DROP*/ /**/ /*!DATABASE*/ shop")).contains("drop-database");
    assertThat(rules("-- hello\nSHOW   DATABASES")).contains("list-schemas");
  }

  private static List<String> rules(String statement) {
    return REPORT.of(statement).findings().stream().map(Finding::rule).toList();
  }

  static Stream<Example> examples() throws IOException {
    return lines("statement-rule-examples.txt")
        .map(line -> line.split(" {2,}", 2))
        .map(columns -> new Example(columns[0], columns[1]));
  }

  static Stream<String> innocents() throws IOException {
    return lines("innocent-statements.txt");
  }

  private static Stream<String> lines(String resource) throws IOException {
    try (var in = Objects.requireNonNull(StatementReportTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }
}
