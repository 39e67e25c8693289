package io.honeypods.e2e.k8s;

import static io.honeypods.e2e.k8s.Rule.container;
import static io.honeypods.e2e.k8s.Rule.unless;
import static io.honeypods.e2e.k8s.Rule.workload;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What kube-linter, kube-score and Polaris ask of a container. */
final class ContainerRules {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(secret|passw|token|private.?key|credential).*");

  static final List<Rule> ALL =
      List.of(
          container("tag", ContainerRules::tag),
          container("kube-score/image-pull-policy", c -> is(c, "/imagePullPolicy", "Always")),
          container("requests", c -> given(c, "/resources/requests", "cpu", "memory")),
          container("limits", c -> given(c, "/resources/limits", "cpu", "memory")),
          container("kube-score/ephemeral-storage", ContainerRules::storage),
          workload("probes", ContainerRules::probed),
          container("kube-score/probes-identical", ContainerRules::identicalProbes),
          container("kube-linter/probe-port", ContainerRules::probePorts),
          container("polaris/probe-host", ContainerRules::probeHosts),
          container("probes-are-no-visits", ContainerRules::visits),
          container(
              "read-only-root", c -> is(c, "/securityContext/readOnlyRootFilesystem", "true")),
          container(
              "privilege-escalation",
              c -> is(c, "/securityContext/allowPrivilegeEscalation", "false")),
          container("privileged", c -> isNot(c, "/securityContext/privileged", "true")),
          container("proc-mount", c -> isNot(c, "/securityContext/procMount", "Unmasked")),
          container("drop-all", ContainerRules::dropped),
          container("kube-linter/ssh-port", ContainerRules::sshPort),
          container("kube-linter/duplicate-env-var", ContainerRules::duplicates),
          container("secret-in-env", ContainerRules::secrets));

  private ContainerRules() {}

  private static List<String> tag(JsonNode container) {
    String image = container.path("image").asString("");
    String tag = image.replaceFirst("[^:]*:?", "");
    return unless(!tag.isEmpty() && !tag.equals("latest"), image + " (expected a version)");
  }

  private static List<String> probed(Manifest manifest) {
    return manifest.runsJobs()
        ? List.of()
        : manifest.containers().stream()
            .flatMap(c -> given(c, "", "livenessProbe", "readinessProbe").stream())
            .toList();
  }

  private static List<String> storage(JsonNode container) {
    return Stream.of("/resources/requests", "/resources/limits")
        .flatMap(place -> given(container, place, "ephemeral-storage").stream())
        .toList();
  }

  private static List<String> identicalProbes(JsonNode container) {
    JsonNode live = container.path("livenessProbe");
    boolean same = live.isObject() && live.equals(container.path("readinessProbe"));
    return unless(!same, "liveness and readiness are the same probe");
  }

  private static Stream<JsonNode> probes(JsonNode container) {
    return Stream.of("startupProbe", "livenessProbe", "readinessProbe")
        .map(container::path)
        .filter(JsonNode::isObject);
  }

  private static List<String> probePorts(JsonNode container) {
    return probes(container)
        .map(probe -> probe.at("/httpGet/port").asString(""))
        .filter(port -> container.path("ports").valueStream().noneMatch(p -> isPort(p, port)))
        .map(port -> "probe of port " + port + " (expected one of its ports)")
        .toList();
  }

  private static boolean isPort(JsonNode declared, String port) {
    return declared.path("name").asString("").equals(port)
        || declared.path("containerPort").asString("").equals(port);
  }

  private static List<String> probeHosts(JsonNode container) {
    return probes(container).flatMap(p -> isNot(p, "/httpGet/host", "*").stream()).toList();
  }

  /** What a kubelet asks is no event only on the port of the metrics. */
  private static List<String> visits(JsonNode container) {
    return probes(container)
        .map(probe -> probe.path("httpGet"))
        .filter(get -> !get.path("port").asString("").equals("metrics"))
        .map(get -> "a probe visits " + get)
        .toList();
  }

  private static List<String> dropped(JsonNode container) {
    JsonNode capabilities = container.at("/securityContext/capabilities");
    boolean all = capabilities.path("drop").valueStream().anyMatch(c -> c.asString().equals("ALL"));
    return Stream.concat(
            unless(all, "capabilities are left (expected drop: [ALL])").stream(),
            capabilities.path("add").valueStream().map(c -> "adds " + c.asString()))
        .toList();
  }

  private static List<String> sshPort(JsonNode container) {
    boolean ssh =
        container.path("ports").valueStream().anyMatch(p -> p.path("containerPort").asInt() == 22);
    return unless(!ssh, "port 22");
  }

  private static Stream<String> variables(JsonNode container) {
    return container.path("env").valueStream().map(v -> v.path("name").asString());
  }

  private static List<String> duplicates(JsonNode container) {
    List<String> names = variables(container).toList();
    return unless(names.stream().distinct().count() == names.size(), "a name twice in " + names);
  }

  private static List<String> secrets(JsonNode container) {
    return variables(container).filter(name -> SECRET.matcher(name).matches()).toList();
  }

  private static List<String> given(JsonNode node, String place, String... keys) {
    return Stream.of(keys)
        .filter(key -> node.at(place).path(key).isMissingNode())
        .map(key -> "no " + key + " in " + (place.isEmpty() ? "the container" : place))
        .toList();
  }

  private static List<String> is(JsonNode node, String pointer, String expected) {
    String got = node.at(pointer).asString("");
    return unless(got.equals(expected), pointer + " is '" + got + "' (expected " + expected + ")");
  }

  /** With a star: not there at all. */
  private static List<String> isNot(JsonNode node, String pointer, String bad) {
    String got = node.at(pointer).asString("");
    boolean wrong = bad.equals("*") ? !got.isEmpty() : got.equals(bad);
    return unless(!wrong, pointer + " is '" + got + "'");
  }
}
