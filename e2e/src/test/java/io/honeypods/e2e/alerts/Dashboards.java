package io.honeypods.e2e.alerts;

import io.honeypods.e2e.Reactor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Grafana's dashboards. */
final class Dashboards {
  static final Path FOLDER = Tree.COMPONENTS.resolve("dashboards");

  private Dashboards() {}

  static List<JsonNode> all() {
    return Tree.files(FOLDER, ".json").stream().map(file -> Tree.json(Reactor.text(file))).toList();
  }

  static List<JsonNode> panels() {
    return all().stream().flatMap(dashboard -> dashboard.get("panels").valueStream()).toList();
  }

  /** Every query, as Prometheus gets it when somebody looks at the last five minutes. */
  static Stream<String> queries() {
    return panels().stream()
        .flatMap(panel -> panel.get("targets").valueStream())
        .map(target -> target.get("expr").asString())
        .map(
            query ->
                query
                    .replace("$__rate_interval", "1m")
                    .replace("$__range", "5m")
                    .replace("$namespace", ".*"));
  }
}
