package io.honeypods.e2e.k8s;

import static io.honeypods.e2e.k8s.Rule.kind;
import static io.honeypods.e2e.k8s.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the restricted Pod Security Standard admits into a namespace that enforces it. */
final class SecurityRules {
  private static final String ENFORCE = "/metadata/labels/pod-security.kubernetes.io~1enforce";
  private static final Set<String> SYSCTLS =
      Set.of("net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range");

  static final List<Rule> ALL =
      List.of(
          kind("Namespace", "pod-security-level", (ns, _) -> levels(ns)),
          kind("Namespace", "mesh-opt-out", (ns, _) -> optOut(ns)),
          kind("NetworkPolicy", "in-from-anywhere-out-to-nowhere", (p, _) -> oneWay(p)),
          new Rule("pod-security-restricted", SecurityRules::restricted));

  private SecurityRules() {}

  private static List<String> levels(Manifest namespace) {
    return Stream.of("enforce", "audit", "warn")
        .filter(mode -> !level(namespace, mode).equals(level(namespace, "enforce")))
        .map(mode -> mode + " is '" + level(namespace, mode) + "'")
        .toList();
  }

  private static String level(Manifest namespace, String mode) {
    String label = "/metadata/labels/pod-security.kubernetes.io~1" + mode;
    String version = namespace.text(label + "-version");
    return namespace.text(label) + (version.matches("v1\\.\\d+") ? "" : " without a version");
  }

  private static List<String> optOut(Manifest namespace) {
    boolean out =
        namespace.text("/metadata/labels/istio-injection").equals("disabled")
            && namespace.text("/metadata/labels/istio.io~1dataplane-mode").equals("none")
            && namespace.text("/metadata/annotations/linkerd.io~1inject").equals("disabled");
    return unless(out, "a mesh may put a sidecar before its pods");
  }

  private static List<String> oneWay(Manifest policy) {
    JsonNode spec = policy.root().path("spec");
    boolean both =
        spec.path("policyTypes")
            .valueStream()
            .map(JsonNode::asString)
            .toList()
            .equals(List.of("Ingress", "Egress"));
    boolean in = spec.path("ingress").size() == 1 && spec.at("/ingress/0").isEmpty();
    boolean out = spec.path("egress").isArray() && spec.path("egress").isEmpty();
    return unless(both && in && out, spec.toString());
  }

  private static List<String> restricted(Manifest manifest, List<Manifest> all) {
    boolean enforced =
        all.stream()
            .filter(m -> m.is("Namespace") && m.name().equals(manifest.namespace()))
            .anyMatch(m -> m.text(ENFORCE).equals("restricted"));
    return enforced && manifest.runsPods() ? violations(manifest) : List.of();
  }

  private static List<String> violations(Manifest manifest) {
    JsonNode context = manifest.pod().path("securityContext");
    Stream<String> pod =
        Stream.of(
                unless(context.path("runAsNonRoot").asBoolean(false), "may run as root"),
                unless(context.path("runAsUser").asInt(0) != 0, "runs as root"),
                unless(
                    context.at("/seccompProfile/type").asString("").equals("RuntimeDefault"),
                    "seccomp"))
            .flatMap(List::stream);
    Stream<String> sysctls =
        context
            .path("sysctls")
            .valueStream()
            .map(sysctl -> sysctl.path("name").asString())
            .filter(name -> !SYSCTLS.contains(name));
    Stream<String> capabilities =
        manifest.containers().stream()
            .flatMap(c -> c.at("/securityContext/capabilities/add").valueStream())
            .map(JsonNode::asString);
    return Stream.of(pod, sysctls, capabilities).flatMap(s -> s).toList();
  }
}
