package io.honeypods.e2e.k8s;

import io.honeypods.e2e.Reactor;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One object as it would be sent to Kubernetes. */
public record Manifest(JsonNode root) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> WITH_PODS =
      Set.of("Deployment", "DaemonSet", "StatefulSet", "Job", "CronJob");

  static List<Manifest> parse(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll().stream().filter(JsonNode::isObject).map(Manifest::new).toList();
    }
  }

  static List<Manifest> read(Path file) {
    return parse(Reactor.text(file));
  }

  /** All objects of the files that {@code kubectl apply -f} takes. */
  static List<Manifest> installed() {
    return Reactor.children(Tree.INSTALL).stream().flatMap(file -> read(file).stream()).toList();
  }

  /** The installed one of a name that runs pods. */
  public static Manifest workload(String name) {
    return installed().stream()
        .filter(manifest -> manifest.runsPods() && manifest.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  String apiVersion() {
    return text("/apiVersion");
  }

  String kind() {
    return text("/kind");
  }

  String name() {
    return text("/metadata/name");
  }

  /** Empty for what belongs to the whole cluster. */
  String namespace() {
    return text("/metadata/namespace");
  }

  /** How people call it: {@code Deployment platform-internal/internal-db}. */
  String id() {
    return kind() + " " + (namespace().isEmpty() ? "" : namespace() + "/") + name();
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  /** What is at a JSON pointer, or the empty text. */
  String text(String pointer) {
    return root.at(pointer).asString("");
  }

  boolean runsPods() {
    return WITH_PODS.contains(kind());
  }

  /** Whether its pods come to an end by themselves. */
  boolean runsJobs() {
    return is("Job") || is("CronJob");
  }

  /** What stands in the specification of the object that starts the pods. */
  JsonNode starter() {
    return root.at(is("CronJob") ? "/spec/jobTemplate/spec" : "/spec");
  }

  JsonNode pod() {
    return starter().at("/template/spec");
  }

  JsonNode podLabels() {
    return starter().at("/template/metadata/labels");
  }

  List<JsonNode> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> pod().path(list).valueStream())
        .toList();
  }

  boolean isBeside(Manifest other) {
    return namespace().equals(other.namespace());
  }

  /** Whether a selector, a mapping of labels, takes these labels. */
  static boolean selects(JsonNode selector, JsonNode labels) {
    return selector.propertyStream().allMatch(e -> e.getValue().equals(labels.path(e.getKey())));
  }
}
