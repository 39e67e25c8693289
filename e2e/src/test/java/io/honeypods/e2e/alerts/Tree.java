package io.honeypods.e2e.alerts;

import io.honeypods.e2e.Reactor;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is written for Prometheus, Alertmanager and Grafana. */
final class Tree {
  static final Path ALERTS = Reactor.ROOT.resolve("k8s/alerts");
  static final Path RULES = ALERTS.resolve("rules.yaml");
  static final Path COMPONENTS = Reactor.ROOT.resolve("k8s/components");

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonMapper JSON = new JsonMapper();

  private Tree() {}

  static JsonNode yaml(Path file) {
    return YAML.readTree(Reactor.text(file));
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** The files of a folder whose names end so, in order. */
  static List<Path> files(Path folder, String ending) {
    return Reactor.children(folder).stream()
        .filter(file -> file.toString().endsWith(ending))
        .toList();
  }
}
