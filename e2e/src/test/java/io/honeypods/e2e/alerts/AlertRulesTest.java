package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.Command;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What every alert has, and that the operator's form says the same. */
class AlertRulesTest {
  private static final Path CUSTOM = Tree.COMPONENTS.resolve("alerts/prometheusrule.yaml");
  private static final Path RUNBOOKS = Reactor.ROOT.resolve("docs/runbooks");
  private static final String RUNBOOK_URL = "https://honeypods.io/runbooks/";

  @Test
  void operatorGetsTheSameRules() {
    assertThat(Tree.yaml(CUSTOM).get("spec")).isEqualTo(Tree.yaml(Tree.RULES));
  }

  @Test
  void operatorsFormIsWhatTheScriptWrites() {
    Command render = Command.run(Tree.ALERTS.resolve("render").toString(), "--check");

    assertThat(render.out() + render.err()).isEmpty();
    assertThat(render.exit()).isZero();
  }

  @Test
  void namesAreUniqueAndBeginAlike() {
    assertThat(AlertRules.names())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(10)
        .allMatch(name -> name.matches("Honeypod([A-Z][a-z]+)+"));
  }

  @Test
  void fiveOfTheOriginalAreAmongThem() {
    assertThat(AlertRules.all().stream().map(rule -> rule.at("/labels/honeypod").asString("")))
        .contains(
            "honeypod.fake.svc",
            "honeypod.ip.enum",
            "honeypod.network.ssh",
            "honeypod.port.scan",
            "honeypod.vuln.svc");
  }

  @Test
  void everyAlertSaysWhatItIs() {
    assertThat(AlertRules.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/labels/severity").asString()).isIn("critical", "warning");
              assertThat(rule.at("/labels/category").asString()).isEqualTo("deception");
              assertThat(annotation(rule, "summary")).matches("[A-Z][^{]*\\.");
              assertThat(annotation(rule, "description")).matches(".*\\.(\\{\\{ end }})?");
              assertThat(annotation(rule, "runbook_url"))
                  .isEqualTo(RUNBOOK_URL + rule.get("alert").asString());
            });
  }

  @Test
  void touchesWaitForNothing() {
    assertThat(AlertRules.all())
        .filteredOn(rule -> rule.at("/labels").has("honeypod"))
        .hasSize(9)
        .noneMatch(rule -> rule.has("for"));
  }

  @Test
  void everyAlertHasAPageAndEveryPageAnAlert() {
    List<String> pages =
        Tree.files(RUNBOOKS, ".md").stream()
            .map(page -> page.getFileName().toString().replace(".md", ""))
            .toList();

    assertThat(pages).containsExactlyInAnyOrderElementsOf(AlertRules.names());
  }

  @Test
  void everyPageHasItsFourParts() {
    assertThat(Tree.files(RUNBOOKS, ".md"))
        .allSatisfy(
            page ->
                assertThat(Reactor.text(page).lines().filter(line -> line.matches("##? .*")))
                    .containsExactly(
                        "# " + page.getFileName().toString().replace(".md", ""),
                        "## Meaning",
                        "## Impact",
                        "## Diagnosis",
                        "## Mitigation"));
  }

  private static String annotation(JsonNode rule, String name) {
    return rule.at("/annotations/" + name).asString("");
  }
}
