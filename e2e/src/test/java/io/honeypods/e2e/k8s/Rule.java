package io.honeypods.e2e.k8s;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Something that a linter of manifests asks by default.
 *
 * @param id its name, with the linter's before it where only one asks so
 * @param problems what is wrong with an object among all that are applied with it
 */
record Rule(String id, BiFunction<Manifest, List<Manifest>, List<String>> problems) {

  /** What a rule has against an object. */
  record Finding(String rule, String object, String problem) {
    @Override
    public String toString() {
      return rule + ": " + object + ": " + problem;
    }
  }

  /** A rule for one object alone. */
  static Rule object(String id, Function<Manifest, List<String>> problems) {
    return new Rule(id, (manifest, _) -> problems.apply(manifest));
  }

  /** A rule for whatever starts pods. */
  static Rule workload(String id, Function<Manifest, List<String>> problems) {
    return object(id, manifest -> manifest.runsPods() ? problems.apply(manifest) : List.of());
  }

  /** A rule for each container. */
  static Rule container(String id, Function<JsonNode, List<String>> problems) {
    return workload(
        id,
        manifest ->
            manifest.containers().stream().flatMap(c -> problems.apply(c).stream()).toList());
  }

  /** A rule for objects of a kind, by what stands beside them. */
  static Rule kind(
      String kind, String id, BiFunction<Manifest, List<Manifest>, List<String>> problems) {
    return new Rule(
        id, (manifest, all) -> manifest.is(kind) ? problems.apply(manifest, all) : List.of());
  }

  /** Nothing where it is as it should be, else the problem. */
  static List<String> unless(boolean good, String problem) {
    return good ? List.of() : List.of(problem);
  }

  Stream<Finding> findings(List<Manifest> all) {
    return all.stream()
        .flatMap(
            manifest ->
                problems.apply(manifest, all).stream()
                    .map(problem -> new Finding(id, manifest.id(), problem)));
  }
}
