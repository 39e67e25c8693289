package io.honeypods.e2e.k8s;

import static io.honeypods.e2e.k8s.Rule.unless;
import static io.honeypods.e2e.k8s.Rule.workload;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What kube-linter, kube-score and Polaris ask of a pod. */
final class PodRules {
  private static final int LOWEST_USER = 10_000;
  private static final Set<String> VOLUMES =
      Set.of("configMap", "downwardAPI", "emptyDir", "projected", "secret");

  static final List<Rule> ALL =
      List.of(
          workload("host-namespaces", PodRules::hostNamespaces),
          workload("host-mounts", PodRules::volumes),
          workload("run-as-non-root", m -> unless(flag(m, "runAsNonRoot"), "may run as root")),
          workload("kube-score/user-group-id", PodRules::ids),
          workload("seccomp", PodRules::seccomp),
          workload("kube-linter/unsafe-sysctls", PodRules::sysctls),
          workload("service-account-token", PodRules::token),
          workload("service-links", PodRules::links),
          workload("polaris/priority-class", PodRules::priority),
          workload("polaris/instance-label", PodRules::instance),
          workload("replicas", PodRules::replicas),
          workload("anti-affinity", PodRules::spread),
          workload("kube-score/strategy", PodRules::strategy),
          workload("mismatching-selector", PodRules::selector),
          workload("kube-linter/job-ttl", PodRules::ttl));

  private PodRules() {}

  private static List<String> hostNamespaces(Manifest manifest) {
    return Stream.of("hostNetwork", "hostPID", "hostIPC")
        .filter(name -> manifest.pod().path(name).asBoolean(false))
        .toList();
  }

  /** Nothing of the node: no path, no socket. */
  private static List<String> volumes(Manifest manifest) {
    return manifest
        .pod()
        .path("volumes")
        .valueStream()
        .filter(v -> v.propertyStream().noneMatch(e -> VOLUMES.contains(e.getKey())))
        .map(v -> "volume " + v.path("name").asString())
        .toList();
  }

  private static boolean flag(Manifest manifest, String name) {
    return manifest.pod().at("/securityContext/" + name).asBoolean(false);
  }

  private static List<String> ids(Manifest manifest) {
    return Stream.of("runAsUser", "runAsGroup")
        .filter(id -> manifest.pod().at("/securityContext/" + id).asInt(0) <= LOWEST_USER)
        .map(id -> id + " (expected more than " + LOWEST_USER + ")")
        .toList();
  }

  private static List<String> seccomp(Manifest manifest) {
    String type = manifest.pod().at("/securityContext/seccompProfile/type").asString("");
    return unless(type.equals("RuntimeDefault"), "seccomp '" + type + "'");
  }

  private static List<String> sysctls(Manifest manifest) {
    return manifest
        .pod()
        .at("/securityContext/sysctls")
        .valueStream()
        .map(sysctl -> sysctl.path("name").asString())
        .filter(name -> name.startsWith("net.") || name.startsWith("kernel."))
        .toList();
  }

  private static List<String> token(Manifest manifest) {
    JsonNode mount = manifest.pod().path("automountServiceAccountToken");
    return unless(mount.isBoolean() && !mount.asBoolean(), "a token is mounted");
  }

  private static List<String> links(Manifest manifest) {
    JsonNode links = manifest.pod().path("enableServiceLinks");
    return unless(links.isBoolean() && !links.asBoolean(), "variables name every Service");
  }

  private static List<String> priority(Manifest manifest) {
    return unless(manifest.pod().has("priorityClassName"), "no priority class");
  }

  private static List<String> instance(Manifest manifest) {
    String label = manifest.text("/metadata/labels/app.kubernetes.io~1instance");
    return unless(label.equals(manifest.name()), "instance '" + label + "' (expected its name)");
  }

  private static List<String> replicas(Manifest manifest) {
    int replicas = manifest.root().at("/spec/replicas").asInt(0);
    return unless(!manifest.is("Deployment") || replicas > 1, replicas + " (expected 2 or more)");
  }

  private static List<String> spread(Manifest manifest) {
    JsonNode pod = manifest.pod();
    boolean spread = pod.at("/affinity/podAntiAffinity").isObject();
    boolean constrained = !pod.path("topologySpreadConstraints").isEmpty();
    return unless(!manifest.is("Deployment") || (spread && constrained), "pods may share a node");
  }

  private static List<String> strategy(Manifest manifest) {
    String type = manifest.text("/spec/strategy/type");
    return unless(
        !manifest.is("Deployment") || type.isEmpty() || type.equals("RollingUpdate"), type);
  }

  private static List<String> selector(Manifest manifest) {
    JsonNode selector = manifest.root().at("/spec/selector/matchLabels");
    boolean selects = !selector.isEmpty() && Manifest.selects(selector, manifest.podLabels());
    return unless(manifest.runsJobs() || selects, "its selector does not take its own pods");
  }

  private static List<String> ttl(Manifest manifest) {
    boolean ends = manifest.starter().path("ttlSecondsAfterFinished").isNumber();
    return unless(!manifest.runsJobs() || ends, "stays when it has finished");
  }
}
