package io.honeypods.e2e.k8s;

import io.honeypods.e2e.k8s.Rule.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All rules, and the findings that are excused. */
final class Lint {
  static final List<Rule> RULES =
      Stream.of(ContainerRules.ALL, PodRules.ALL, ObjectRules.ALL, SecurityRules.ALL)
          .flatMap(List::stream)
          .toList();

  static final List<Excuse> EXCUSES = excuses();

  private Lint() {}

  /**
   * Why a rule does not hold for an object.
   *
   * @param where the overlay in which it is excused, or empty for all
   */
  record Excuse(String rule, String object, String where, String reason) {
    boolean covers(String overlay, Finding finding) {
      return rule.equals(finding.rule())
          && object.equals(finding.object())
          && (where.isEmpty() || where.equals(overlay));
    }
  }

  static List<Finding> findings(List<Manifest> all) {
    return RULES.stream().flatMap(rule -> rule.findings(all)).toList();
  }

  /** The findings that nobody excused. */
  static List<Finding> unexcused(String overlay, List<Manifest> all) {
    return findings(all).stream()
        .filter(finding -> EXCUSES.stream().noneMatch(e -> e.covers(overlay, finding)))
        .toList();
  }

  private static List<Excuse> excuses() {
    var list = new ArrayList<Excuse>();
    try (var in = Lint.class.getResourceAsStream("/k8s/lint-exceptions.yaml")) {
      for (JsonNode item : new YAMLMapper().readTree(in)) {
        for (JsonNode object : item.path("objects")) {
          list.add(
              new Excuse(
                  item.path("rule").asString(),
                  object.asString(),
                  item.path("overlay").asString(""),
                  item.path("reason").asString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(list);
  }
}
