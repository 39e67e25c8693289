package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.rule.Rule;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReportTest {
  private final CommandReport report = CommandReport.load();

  @Test
  void everyRuleRecognisesItsExample() throws IOException {
    var shown = new HashSet<String>();
    for (String line : examples()) {
      String[] parts = line.split("  ", 2);
      shown.add(parts[0]);

      assertThat(report.of(parts[1]).findings())
          .as(line)
          .extracting(Finding::rule)
          .contains(parts[0]);
    }
    assertThat(report.rules().compiled().rules())
        .extracting(rule -> name(rule))
        .allMatch(shown::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ls", "cd /srv", "pwd", "echo hello", "vi notes.txt", "make test", "exit"})
  void whatEverybodyDoesIsNothing(String line) {
    assertThat(report.of(line).findings()).isEmpty();
  }

  private static String name(Rule rule) {
    return rule.finding().rule();
  }

  private static List<String> examples() throws IOException {
    try (var in =
        Objects.requireNonNull(
            CommandReportTest.class.getResourceAsStream("command-rule-examples.txt"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
