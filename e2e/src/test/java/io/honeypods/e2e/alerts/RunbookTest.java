package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What runbooks tell people to type. */
class RunbookTest {
  private static final Pattern JQ = Pattern.compile("jq -[crR]+ '([^']*)'");
  private static final Pattern PATH = Pattern.compile("\\.(\"@timestamp\"|[a-z_]+(\\.[a-z_]+)*)");
  private static final Pattern APPLIED = Pattern.compile("<<'END'\n(.*?)END\n", Pattern.DOTALL);
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private static final List<String> PAGES =
      Tree.files(Reactor.ROOT.resolve("docs/runbooks"), ".md").stream().map(Reactor::text).toList();
  private static final List<JsonNode> EVENTS =
      EXAMPLE
          .matcher(Reactor.text(Reactor.ROOT.resolve("docs/events.md")))
          .results()
          .map(example -> Tree.json(example.group(1)))
          .toList();

  @Test
  void everyFieldThatIsAskedForIsOneOfAnEvent() {
    List<String> paths =
        PAGES.stream()
            .flatMap(page -> JQ.matcher(page).results())
            .flatMap(jq -> PATH.matcher(jq.group(1)).results())
            .map(path -> path.group(1).replace("\"", "").replace('.', '/'))
            .distinct()
            .toList();

    assertThat(paths).hasSizeGreaterThan(15).contains("@timestamp", "source/ip");
    assertThat(paths)
        .allMatch(path -> EVENTS.stream().anyMatch(e -> !e.at("/" + path).isMissingNode()));
  }

  @Test
  void quarantineAllowsNothing() {
    List<String> policies =
        PAGES.stream()
            .flatMap(page -> APPLIED.matcher(page).results())
            .map((MatchResult policy) -> policy.group(1))
            .toList();

    assertThat(policies).hasSize(8);
    assertThat(policies)
        .map(policy -> new YAMLMapper().readTree(policy))
        .allSatisfy(
            policy -> {
              assertThat(policy.get("kind").asString()).isEqualTo("NetworkPolicy");
              assertThat(policy.at("/spec/podSelector/matchLabels/quarantine").asString())
                  .isEqualTo("yes");
              assertThat(policy.at("/spec/policyTypes")).hasToString("[\"Ingress\",\"Egress\"]");
              assertThat(policy.at("/spec").has("ingress")).isFalse();
              assertThat(policy.at("/spec").has("egress")).isFalse();
            });
  }
}
