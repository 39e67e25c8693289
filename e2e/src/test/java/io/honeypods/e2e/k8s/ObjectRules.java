package io.honeypods.e2e.k8s;

import static io.honeypods.e2e.k8s.Rule.kind;
import static io.honeypods.e2e.k8s.Rule.object;
import static io.honeypods.e2e.k8s.Rule.unless;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What kube-linter, kube-score and Polaris ask of objects and of what stands beside them. */
final class ObjectRules {
  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern SECRET =
      Pattern.compile("(?i)(password|secret|token|private key)\\W*[:=]\\s*\\S");
  private static final Set<String> READING = Set.of("get", "list", "watch");

  static final List<Rule> ALL =
      List.of(
          object("label-values", ObjectRules::labels),
          object("stable-version", m -> unless(!m.apiVersion().contains("beta"), m.apiVersion())),
          object("polaris/sensitive-config-map", ObjectRules::sensitive),
          object("rbac", ObjectRules::rbac),
          kind("Service", "service-targets-pod", ObjectRules::target),
          kind("Service", "kube-linter/invalid-target-ports", ObjectRules::targetPorts),
          kind("Service", "kube-score/service-type", (s, _) -> serviceType(s)),
          kind("Deployment", "pod-disruption-budget", ObjectRules::budget),
          kind("PodDisruptionBudget", "pdb-never-blocks", (b, _) -> neverBlocks(b)),
          new Rule("service-account-exists", ObjectRules::account),
          new Rule("network-policy", ObjectRules::policy));

  private ObjectRules() {}

  private static List<String> labels(Manifest manifest) {
    return Stream.of("/metadata/labels", "/spec/template/metadata/labels")
        .flatMap(place -> manifest.root().at(place).valueStream())
        .filter(value -> !value.isString() || !LABEL.matcher(value.asString()).matches())
        .map(value -> "label value " + value)
        .toList();
  }

  private static List<String> sensitive(Manifest manifest) {
    return manifest.is("ConfigMap")
        ? manifest
            .root()
            .path("data")
            .propertyStream()
            .filter(e -> SECRET.matcher(e.getValue().asString("")).find())
            .map(e -> "a secret in " + e.getKey())
            .toList()
        : List.of();
  }

  /** Roles read, and name what they read. */
  private static List<String> rbac(Manifest manifest) {
    if (manifest.is("ClusterRole") || manifest.is("ClusterRoleBinding")) {
      return List.of("it reaches beyond its namespace");
    }
    return Stream.of("verbs", "resources", "apiGroups")
        .flatMap(list -> manifest.root().path("rules").valueStream().flatMap(r -> bad(r, list)))
        .toList();
  }

  private static Stream<String> bad(JsonNode rule, String list) {
    return rule.path(list)
        .valueStream()
        .map(JsonNode::asString)
        .filter(
            v -> list.equals("verbs") ? !READING.contains(v) : v.matches("\\*|.*/exec|secrets"));
  }

  private static Stream<Manifest> behind(Manifest service, List<Manifest> all) {
    JsonNode selector = service.root().at("/spec/selector");
    return all.stream()
        .filter(m -> m.runsPods() && m.isBeside(service))
        .filter(m -> Manifest.selects(selector, m.podLabels()));
  }

  private static List<String> target(Manifest service, List<Manifest> all) {
    return unless(behind(service, all).count() == 1, "it selects pods of not one workload");
  }

  private static List<String> targetPorts(Manifest service, List<Manifest> all) {
    Set<String> ports =
        behind(service, all)
            .flatMap(m -> m.containers().stream())
            .flatMap(c -> c.path("ports").valueStream())
            .flatMap(p -> Stream.of(p.path("name").asString(), p.path("containerPort").asString()))
            .collect(toSet());
    return service
        .root()
        .at("/spec/ports")
        .valueStream()
        .map(port -> port.path("targetPort").asString(""))
        .filter(port -> !ports.contains(port))
        .map(port -> "target port " + port + " (expected one of " + ports + ")")
        .toList();
  }

  private static List<String> serviceType(Manifest service) {
    String type = service.text("/spec/type");
    return unless(type.equals("ClusterIP"), "type '" + type + "'");
  }

  private static List<String> budget(Manifest deployment, List<Manifest> all) {
    boolean has =
        all.stream()
            .filter(m -> m.is("PodDisruptionBudget") && m.isBeside(deployment))
            .map(m -> m.root().at("/spec/selector/matchLabels"))
            .anyMatch(selector -> Manifest.selects(selector, deployment.podLabels()));
    return unless(has, "no budget selects its pods");
  }

  private static List<String> neverBlocks(Manifest budget) {
    boolean some = budget.root().at("/spec/maxUnavailable").asInt(0) > 0;
    boolean ill = budget.text("/spec/unhealthyPodEvictionPolicy").equals("AlwaysAllow");
    return unless(some && ill && !budget.root().at("/spec").has("minAvailable"), "it may block");
  }

  private static List<String> account(Manifest manifest, List<Manifest> all) {
    String name = manifest.pod().path("serviceAccountName").asString("");
    boolean exists =
        all.stream()
            .anyMatch(m -> m.is("ServiceAccount") && m.isBeside(manifest) && m.name().equals(name));
    return unless(!manifest.runsPods() || exists, "service account '" + name + "' is not there");
  }

  private static List<String> policy(Manifest manifest, List<Manifest> all) {
    boolean isolated =
        all.stream()
            .filter(m -> m.is("NetworkPolicy") && m.isBeside(manifest))
            .map(m -> m.root().at("/spec/podSelector/matchLabels"))
            .anyMatch(selector -> Manifest.selects(selector, manifest.podLabels()));
    return unless(!manifest.runsPods() || isolated, "no network policy selects its pods");
  }
}
