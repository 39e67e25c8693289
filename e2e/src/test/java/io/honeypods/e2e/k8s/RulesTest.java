package io.honeypods.e2e.k8s;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks each rule once, in an object that kept it. */
class RulesTest {
  @ParameterizedTest
  @MethodSource("breaches")
  void aBreachIsFound(Breach breach) {
    List<Manifest> all = Manifest.installed();

    assertThat(breaches(breach, all)).as("before").isEmpty();
    assertThat(breaches(breach, breach.in(all))).as("after").isNotEmpty();
  }

  @Test
  void everyRuleIsBroken() {
    assertThat(breaches().map(Breach::rule).collect(toSet()))
        .isEqualTo(Lint.RULES.stream().map(Rule::id).collect(toSet()));
  }

  private static List<Rule.Finding> breaches(Breach breach, List<Manifest> all) {
    return Lint.findings(all).stream()
        .filter(found -> found.rule().equals(breach.rule()))
        .filter(found -> found.object().equals(breach.finds()))
        .toList();
  }

  static Stream<Breach> breaches() {
    String yaml =
        Reactor.text(Reactor.ROOT.resolve("e2e/src/test/resources/k8s/lint-breaches.yaml"));
    return Manifest.parse(yaml).stream().map(Manifest::root).map(Breach::of);
  }

  /**
   * A change of one object that breaks a rule.
   *
   * @param finds the object of the finding, another one where it is missed there
   * @param value what is set at a JSON pointer; missing to remove it
   */
  record Breach(String rule, String object, String finds, JsonPointer at, JsonNode value) {
    static Breach of(JsonNode node) {
      String object = node.path("object").asString();
      return new Breach(
          node.path("rule").asString(),
          object,
          node.path("finds").asString(object),
          JsonPointer.compile(node.path("at").asString()),
          node.path("value"));
    }

    List<Manifest> in(List<Manifest> all) {
      assertThat(all).extracting(Manifest::id).contains(object);
      return all.stream().map(m -> m.id().equals(object) ? changed(m) : m).toList();
    }

    private Manifest changed(Manifest manifest) {
      JsonNode copy = manifest.root().deepCopy();
      var parent = (ObjectNode) copy.at(at.head());
      String key = at.last().getMatchingProperty();
      if (value.isMissingNode()) {
        assertThat(parent.remove(key)).as("%s in %s", at, object).isNotNull();
      } else {
        parent.set(key, value);
      }
      return new Manifest(copy);
    }
  }
}
