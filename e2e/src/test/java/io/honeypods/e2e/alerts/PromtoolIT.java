package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** The rules as Prometheus' own tool checks and tries them. */
class PromtoolIT {
  private static final List<Path> TESTS = Tree.files(Tree.ALERTS.resolve("tests"), ".yaml");

  @BeforeEach
  void tool() {
    Tools.require("promtool");
  }

  @Test
  void rulesAreValid() {
    Command check = Command.run("promtool", "check", "rules", Tree.RULES.toString());

    assertThat(check.exit()).as(check.out() + check.err()).isZero();
  }

  @ParameterizedTest
  @FieldSource("TESTS")
  void testPasses(Path file) {
    Command test = Command.run("promtool", "test", "rules", file.toString());

    assertThat(test.exit()).as(test.out() + test.err()).isZero();
    assertThat(test.out()).contains("SUCCESS");
  }

  @Test
  void everyAlertIsSeenToFireAndToBeSilent() {
    var fires = new TreeMap<String, Integer>();
    var silent = new TreeMap<String, Integer>();
    cases().forEach(c -> count(c.get("exp_alerts").isEmpty() ? silent : fires, c));

    assertThat(fires.keySet()).containsExactlyInAnyOrderElementsOf(AlertRules.names());
    assertThat(silent.keySet()).containsExactlyInAnyOrderElementsOf(AlertRules.names());
  }

  @Test
  void quietHourLooksAtEveryAlert() {
    JsonNode hour = Tree.yaml(Tree.ALERTS.resolve("tests/quiet-hour.yaml"));
    List<JsonNode> last =
        cases(hour).stream().filter(c -> c.get("eval_time").asString().equals("60m")).toList();

    assertThat(last).extracting(PromtoolIT::alert).hasSameElementsAs(AlertRules.names());
    assertThat(last).allMatch(c -> c.get("exp_alerts").isEmpty());
  }

  private static void count(Map<String, Integer> counts, JsonNode alertCase) {
    counts.merge(alert(alertCase), 1, Integer::sum);
  }

  private static String alert(JsonNode alertCase) {
    return alertCase.get("alertname").asString();
  }

  private static List<JsonNode> cases() {
    return TESTS.stream().flatMap(test -> cases(Tree.yaml(test)).stream()).toList();
  }

  private static List<JsonNode> cases(JsonNode file) {
    return file.get("tests")
        .valueStream()
        .flatMap(test -> test.get("alert_rule_test").valueStream())
        .toList();
  }
}
