package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds what the overlays render to against the linters' rules, and the exceptions against both.
 */
class LintIT {
  private static final Map<String, List<Manifest>> OVERLAYS = new LinkedHashMap<>();

  @BeforeAll
  static void render() {
    Tools.require("kubectl");
    for (Path overlay : Tree.kustomizations("overlays")) {
      String name = overlay.getFileName().toString();
      OVERLAYS.put(name, Manifest.parse(Kustomize.render(overlay)));
    }
    OVERLAYS.put("drill", Kustomize.scenariosWith(List.of("camouflage", "drill")));
  }

  @Test
  void nothingIsLeftThatNobodyExcused() {
    assertThat(OVERLAYS).containsKeys("default", "minimal", "local-demo");
    OVERLAYS.forEach((name, all) -> assertThat(Lint.unexcused(name, all)).as(name).isEmpty());
  }

  @Test
  void noExceptionExcusesNothing() {
    var idle = new ArrayList<>(Lint.EXCUSES);
    OVERLAYS.forEach(
        (name, all) ->
            Lint.findings(all).forEach(found -> idle.removeIf(e -> e.covers(name, found))));
    assertThat(idle).isEmpty();
  }

  @Test
  void theRestrictedSensorNeedsNoException() {
    List<Manifest> all = Kustomize.scenariosWith(List.of("restricted-sensor"));

    assertThat(Lint.findings(all)).noneMatch(found -> found.object().startsWith("DaemonSet"));
  }
}
