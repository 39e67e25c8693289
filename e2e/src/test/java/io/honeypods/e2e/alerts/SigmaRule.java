package io.honeypods.e2e.alerts;

import io.honeypods.e2e.Reactor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A <a href="https://sigmahq.io/sigma-specification/">Sigma</a> rule, and as much of how one is
 * evaluated as ours need: fields that equal a value or one of several, {@code A} and {@code A and
 * not B}.
 */
record SigmaRule(String name, JsonNode yaml) {
  static final Path FOLDER = Reactor.ROOT.resolve("k8s/siem/sigma");

  static List<SigmaRule> all() {
    return Tree.files(FOLDER, ".yml").stream()
        .map(
            file ->
                new SigmaRule(file.getFileName().toString().replace(".yml", ""), Tree.yaml(file)))
        .toList();
  }

  boolean isCorrelation() {
    return yaml.has("correlation");
  }

  boolean matches(JsonNode event) {
    String condition = text("/detection/condition");
    String[] words = condition.split(" ", -1);
    boolean selected = selects(words[0], event);
    return switch (words.length) {
      case 1 -> selected;
      case 4 -> selected && !selects(words[3], event);
      default -> throw new IllegalArgumentException(condition + " (expected A or A and not B)");
    };
  }

  String text(String path) {
    return yaml.at(path).asString("");
  }

  /** The fields that its selections look at. */
  List<String> fields() {
    return yaml.at("/detection")
        .valueStream()
        .flatMap(s -> s.propertyStream())
        .map(f -> f.getKey())
        .toList();
  }

  private boolean selects(String selection, JsonNode event) {
    JsonNode fields = yaml.at("/detection/" + selection);
    if (fields.isMissingNode()) {
      throw new IllegalArgumentException(selection + " (expected a selection of " + name + ")");
    }
    return fields
        .propertyStream()
        .allMatch(
            field -> {
              JsonNode value = event.at("/" + field.getKey().replace('.', '/'));
              return values(field.getValue()).anyMatch(wanted -> equal(value, wanted));
            });
  }

  private static boolean equal(JsonNode value, JsonNode wanted) {
    return values(value).anyMatch(v -> v.asString("").equalsIgnoreCase(wanted.asString("")));
  }

  private static Stream<JsonNode> values(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }
}
