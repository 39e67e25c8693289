package io.honeypods.e2e.k8s;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The words that would tell an intruder what the pods are. */
final class Camouflage {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i).*(honey|decoy|trap|canary|deception|\\blure\\b|tigera).*", Pattern.DOTALL);

  private Camouflage() {}

  /** The keys and texts of an object that hold one of them; monitoring is for operators. */
  static List<String> giveaways(Manifest manifest) {
    return manifest.namespace().equals("monitoring")
        ? List.of()
        : texts(manifest.root())
            .filter(text -> WORDS.matcher(text).matches())
            .map(text -> manifest.id() + ": " + text)
            .toList();
  }

  private static Stream<String> texts(JsonNode node) {
    if (!node.isContainer()) {
      return Stream.of(node.asString(""));
    }
    Stream<String> keys = node.propertyStream().map(entry -> entry.getKey());
    return Stream.concat(keys, node.valueStream().flatMap(Camouflage::texts));
  }
}
