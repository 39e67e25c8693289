package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code kubectl kustomize} makes of a folder. */
final class Kustomize {
  /**
   * The components, each where it finds what it changes: new objects come first, new names last.
   */
  static final List<String> COMPONENTS =
      Tree.kustomizations("components").stream()
          .map(path -> path.getFileName().toString())
          .sorted(Comparator.comparingInt(Kustomize::rank).thenComparing(Comparator.naturalOrder()))
          .toList();

  /** Kustomize takes no absolute path. */
  private static final Path WORK = Reactor.ROOT.resolve("e2e/target/kustomize");

  private static final List<String> SCENARIOS =
      List.of("common", "ip-enum", "expose-svc", "vuln-svc", "ssh");

  private Kustomize() {}

  static String render(Path folder) {
    Command kubectl = Command.run("kubectl", "kustomize", folder.toString());
    assertThat(kubectl.exit()).as("%s: %s", folder, kubectl.err()).isZero();
    assertThat(kubectl.err()).as(folder.toString()).isEmpty();
    return kubectl.out();
  }

  /** All scenarios with some components, in the order of {@link #COMPONENTS}. */
  static List<Manifest> scenariosWith(List<String> components) {
    String resources = paths("base", SCENARIOS);
    String list = paths("components", COMPONENTS.stream().filter(components::contains).toList());
    return renderText("resources: [" + resources + "]\ncomponents: [" + list + "]\n");
  }

  private static String paths(String folder, List<String> names) {
    return names.stream()
        .map(name -> WORK.relativize(Tree.K8S.resolve(folder).resolve(name)).toString())
        .collect(Collectors.joining(", "));
  }

  private static List<Manifest> renderText(String kustomization) {
    try {
      Files.createDirectories(WORK);
      Files.writeString(WORK.resolve("kustomization.yaml"), kustomization);
      return Manifest.parse(render(WORK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rank(String component) {
    return switch (component) {
      case "podmonitor", "alerts", "openshift", "kube-prometheus", "drill" -> 0;
      case "original-names" -> 2;
      default -> 1;
    };
  }
}
