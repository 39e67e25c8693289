package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Image;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images, each run as its installed manifest says, with the settings of {@code k8s/secret}. */
class PodsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
  private static final String NONE = "0000000000000000";
  private static final String NET_RAW = "0000000000002000";

  @TempDir private Path folder;

  @BeforeAll
  static void tools() {
    Tools.require("podman", "bash", "od");
  }

  @ParameterizedTest
  @CsvSource({
    "web, internal-dashboard, " + NONE,
    "mysql, internal-db, " + NONE,
    "ssh, internal-bastion, " + NONE,
    "ipenum, internal-app, " + NET_RAW
  })
  void aPodHasNoMoreThanItsManifestSaysAndKnowsWhoMayCome(
      String image, String name, String capabilities) throws IOException {
    Image built = Image.of(image);
    List<Manifest> secrets = Manifest.parse(Command.run(Tree.K8S.resolve("secret") + "").out());
    Manifest settings = named(secrets, name);
    String token = secrets.getLast().text("/stringData/token");
    Path config =
        Files.writeString(folder.resolve("config.yaml"), settings.text("/stringData/config.yaml"));

    Manifest workload = Manifest.workload(name);
    try (PodmanPod pod = PodmanPod.start(workload, built.name(), config)) {
      await("start", () -> pod.actions().contains("decoy-started"));
      assertThat(pod.process("CapEff")).isEqualTo(capabilities);
      assertThat(pod.process("NoNewPrivs")).isEqualTo("1");

      for (int i = 0; i < 10; i++) {
        assertThat(List.of(pod.status("/livez"), pod.status("/readyz"))).containsOnly(200);
      }
      assertThat(pod.status("/metrics", "Authorization", "Bearer " + token)).isEqualTo(200);
      assertThat(pod.actions()).containsExactly("decoy-started");

      assertThat(pod.status("/metrics")).isEqualTo(404);
      await("event of a stranger", () -> pod.actions().contains("request-received"));
    }
  }

  private static Manifest named(List<Manifest> all, String name) {
    return all.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static void await(String what, BooleanSupplier there) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as("no %s within %s", what, PATIENCE).isLessThan(deadline);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
