package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/operations.md against the manifests that it is about. */
class OperationsPageTest {
  private static final String PAGE = Reactor.text(Reactor.ROOT.resolve("docs/operations.md"));

  @Test
  void everyComponentAndOverlayIsOnIt() {
    List<String> names =
        Stream.of("components", "overlays")
            .flatMap(folder -> Tree.kustomizations(folder).stream())
            .map(path -> "`" + path.getFileName() + "`")
            .toList();

    assertThat(names).hasSizeGreaterThan(12);
    assertThat(names.stream().filter(name -> !PAGE.contains(name) && !PAGE.contains(inPath(name))))
        .isEmpty();
  }

  private static String inPath(String name) {
    return "`k8s/overlays/" + name.substring(1);
  }

  @Test
  void everyWorkloadServiceAndPortIsOnIt() {
    for (Manifest object : Manifest.installed()) {
      if (object.runsPods() || object.is("Namespace")) {
        assertThat(PAGE).contains("`" + object.name() + "`");
      }
      if (object.is("Service")) {
        assertThat(PAGE).contains(object.name() + ":" + object.text("/spec/ports/0/port") + "`");
      }
    }
  }

  @Test
  void theInstallTakesSixCommandsOfProgramsThatAreThere() {
    String install = PAGE.substring(PAGE.indexOf("```") + 4);
    List<String> commands = install.substring(0, install.indexOf("```")).lines().toList();

    assertThat(commands).hasSizeLessThanOrEqualTo(6);
    assertThat(commands.stream().filter(command -> command.startsWith("k8s/")))
        .hasSize(3)
        .map(command -> Path.of(command.split(" ", 2)[0]))
        .allMatch(program -> Reactor.ROOT.resolve(program).toFile().canExecute());
  }
}
