package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be rendered, is, and is sound. */
class RendersIT {
  @BeforeAll
  static void kubectl() {
    Tools.require("kubectl", "bash");
  }

  @Test
  void theInstallsAreWhatRenderMakes(@TempDir Path folder) {
    Command render = Command.run(Tree.K8S.resolve("render").toString(), folder + "", "r.example");
    assertThat(render.exit()).as(render.err()).isZero();

    List<Path> installs = Reactor.children(Tree.INSTALL);
    assertThat(Reactor.children(folder)).hasSameSizeAs(installs).hasSize(6);
    for (Path install : installs) {
      String rendered = Reactor.text(folder.resolve(install.getFileName()));
      assertThat(Reactor.text(install))
          .as("%s (k8s/render writes it)", install)
          .isEqualTo(rendered.replace("image: r.example/", "image: "));
    }
    assertThat(Reactor.text(folder.resolve("ssh.yaml")))
        .contains("image: r.example/internal-bastion:");
  }

  @Test
  void everyOverlayIsSound() {
    List<Path> overlays = Tree.kustomizations("overlays");
    assertThat(overlays).hasSizeGreaterThanOrEqualTo(3);
    for (Path overlay : overlays) {
      List<Manifest> all = Manifest.parse(Kustomize.render(overlay));
      assertThat(all)
          .as(overlay.toString())
          .hasSizeGreaterThan(10)
          .flatMap(Models::problems)
          .isEmpty();
    }
  }

  @Test
  void theMinimalOverlayAsksForNoPrivilegeAndNoOperator() {
    List<Manifest> all = Manifest.parse(Kustomize.render(Tree.K8S.resolve("overlays/minimal")));

    assertThat(all).noneMatch(object -> object.root().toString().contains(":\"privileged\""));
    assertThat(all).noneMatch(object -> object.root().toString().contains("NET_RAW"));
    assertThat(all).noneMatch(object -> object.apiVersion().contains("monitoring"));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyCombinationIsSound(List<String> components) {
    List<Manifest> all = Kustomize.scenariosWith(components);

    assertThat(all).hasSizeGreaterThan(20).flatMap(Models::problems).isEmpty();
    assertThat(all).extracting(Manifest::id).doesNotHaveDuplicates();
    if (components.contains("camouflage") && !components.contains("original-names")) {
      assertThat(all).flatMap(Camouflage::giveaways).isEmpty();
    }
    if (components.contains("original-names")) {
      assertThat(all).noneMatch(object -> object.root().toString().contains("platform-internal"));
    }
  }

  /**
   * Each alone, and few in which any two meet in every way: both, neither, one without the other.
   * Two different places in the list differ in a bit.
   */
  static Stream<List<String>> combinations() {
    List<String> names = Kustomize.COMPONENTS;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(names.size() - 1);
    Stream<List<String>> halves =
        IntStream.range(0, bits)
            .boxed()
            .flatMap(bit -> Stream.of(with(names, bit, 1), with(names, bit, 0)));
    return Stream.of(Stream.of(List.<String>of(), names), names.stream().map(List::of), halves)
        .flatMap(all -> all);
  }

  private static List<String> with(List<String> names, int bit, int value) {
    return IntStream.range(0, names.size())
        .filter(place -> (place >> bit & 1) == value)
        .mapToObj(names::get)
        .toList();
  }
}
