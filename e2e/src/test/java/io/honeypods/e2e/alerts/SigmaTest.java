package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Our Sigma rules against every event of the catalogue. */
class SigmaTest {
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("\\| `(application_honeypods_\\w+)` \\| (.+?) \\| (\\w+) \\|");

  private static final List<SigmaRule> RULES = SigmaRule.all();
  private static final List<JsonNode> EVENTS =
      EXAMPLE
          .matcher(Reactor.text(Reactor.ROOT.resolve("docs/events.md")))
          .results()
          .map(example -> Tree.json(example.group(1)))
          .toList();

  @Test
  void everyRuleMatchesTheEventsThatThePageSays() {
    Map<String, String> page = page(2);
    assertThat(EVENTS).hasSizeGreaterThan(15);
    for (SigmaRule rule : RULES) {
      if (!rule.isCorrelation()) {
        List<String> matched =
            EVENTS.stream().filter(rule::matches).map(e -> "`" + action(e) + "`").toList();
        assertThat(matched).as(rule.name()).containsExactly(page.get(rule.name()));
      }
    }
  }

  @Test
  void pageHasEveryRuleAndItsLevel() {
    assertThat(page(3))
        .isEqualTo(
            RULES.stream().collect(Collectors.toMap(SigmaRule::name, rule -> rule.text("/level"))));
  }

  @Test
  void expectedSourcesMatchNothing() {
    for (JsonNode event : EVENTS) {
      JsonNode expected = event.deepCopy();
      ((ObjectNode) expected.get("honeypod")).put("expected", true);
      assertThat(RULES)
          .filteredOn(rule -> !rule.isCorrelation())
          .as(action(event))
          .noneMatch(rule -> rule.matches(expected));
    }
  }

  @Test
  void everyRuleHasWhatTheSpecificationAsks() {
    assertThat(RULES)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            rule -> {
              assertThat(rule.name()).matches("application_honeypods_[a-z_]+");
              assertThat(rule.text("/title")).matches("[A-Z].{1,109}");
              assertThat(rule.text("/id"))
                  .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
              assertThat(rule.text("/description")).startsWith("Detects ");
              assertThat(rule.text("/date")).matches("\\d{4}-\\d\\d-\\d\\d");
              assertThat(rule.text("/level")).isIn("low", "medium", "high", "critical");
              assertThat(rule.yaml().get("tags").valueStream().map(JsonNode::asString))
                  .isNotEmpty()
                  .allMatch(tag -> tag.matches("attack\\.(t\\d{4}(\\.\\d{3})?|[a-z]+(-[a-z]+)*)"));
              assertThat(rule.yaml().get("falsepositives")).isNotEmpty();
            });
    assertThat(RULES).extracting(rule -> rule.text("/id")).doesNotHaveDuplicates();
  }

  @Test
  void everyFieldIsOneOfAnEvent() {
    for (SigmaRule rule : RULES) {
      assertThat(rule.fields())
          .as(rule.name())
          .allMatch(
              field ->
                  EVENTS.stream()
                      .noneMatch(e -> e.at("/" + field.replace('.', '/')).isMissingNode()));
    }
  }

  @Test
  void correlationIsOverRulesThatExistAndAFieldOfEveryEvent() {
    SigmaRule several = RULES.stream().filter(SigmaRule::isCorrelation).findFirst().orElseThrow();
    List<String> ids = RULES.stream().map(rule -> rule.text("/id")).toList();

    assertThat(several.yaml().at("/correlation/rules").valueStream().map(JsonNode::asString))
        .hasSize(2)
        .allMatch(ids::contains);
    String field = several.text("/correlation/condition/field").replace('.', '/');
    assertThat(EVENTS).noneMatch(event -> event.at("/" + field).isMissingNode());
    assertThat(several.text("/correlation/group-by/0")).isEqualTo("source.ip");
  }

  private static Map<String, String> page(int column) {
    return ROW.matcher(Reactor.text(Reactor.ROOT.resolve("docs/siem.md")))
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(column)));
  }

  private static String action(JsonNode event) {
    return event.at("/event/action").asString();
  }
}
