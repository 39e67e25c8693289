package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SIGTERM loses nothing of what came before it, however shortly. */
class TerminationIT {
  @TempDir private Path folder;

  @Test
  void whatCameJustBeforeIsReported() throws IOException, InterruptedException {
    Tools.require("ip", "ping");
    try (var namespaces = new Namespaces();
        var pod = Pod.start(namespaces, folder, "{mode: raw, interfaces: [pod0]}")) {
      namespaces.attack("ping -q -c 300 -i 0.002 -I 10.77.1.20 10.77.0.2");
      pod.stop();

      assertThat(Sums.packets(pod.events(), "10.77.1.20")).isEqualTo(300);
      assertThat(pod.events().getLast().at("/event/action").asString()).isEqualTo("decoy-stopped");
    }
  }
}
