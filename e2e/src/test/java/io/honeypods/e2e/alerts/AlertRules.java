package io.honeypods.e2e.alerts;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The alerts of {@code k8s/alerts/rules.yaml}. */
final class AlertRules {
  private AlertRules() {}

  static List<JsonNode> all() {
    return Tree.yaml(Tree.RULES)
        .get("groups")
        .valueStream()
        .flatMap(group -> group.get("rules").valueStream())
        .filter(rule -> rule.has("alert"))
        .toList();
  }

  static List<String> names() {
    return all().stream().map(rule -> rule.get("alert").asString()).toList();
  }
}
