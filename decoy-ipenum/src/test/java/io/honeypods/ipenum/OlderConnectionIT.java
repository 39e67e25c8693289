package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is older than the sensor, such as a kubelet's, is no probe. */
class OlderConnectionIT {
  private static final String SERVER =
      """
      import socket
      with socket.create_server(('10.77.0.2', 7777)) as server:
          peer, _ = server.accept()
          print('begun', flush=True)
          while peer.recv(99):
              pass
      """;
  private static final String CLIENT =
      """
      import socket, time
      while True:
          try:
              peer = socket.create_connection(('10.77.0.2', 7777), 1)
              break
          except OSError:
              time.sleep(0.05)
      while True:
          peer.send(b'x')
          time.sleep(0.001)
      """;

  @TempDir private Path folder;

  @Test
  void isNotReported() throws IOException, InterruptedException {
    Tools.require("ip", "python3", "ping");
    try (var namespaces = new Namespaces()) {
      Process server = python(namespaces.inPod(List.of("python3", "-c", SERVER)));
      Process client = python(namespaces.besideAttacker("python3", "-c", CLIENT));
      try (var pod = begun(server, namespaces)) {
        namespaces.attack("ping -c1 -I 10.77.1.20 10.77.0.2");
        pod.await("ping", event -> event.at("/source/ip").asString("").equals("10.77.1.20"));
        pod.stop();
        assertThat(client.isAlive()).isTrue();
        assertThat(pod.probesOf("10.77.1.10")).isEmpty();
      } finally {
        client.destroyForcibly();
        server.destroyForcibly();
      }
    }
  }

  private Pod begun(Process server, Namespaces namespaces)
      throws IOException, InterruptedException {
    assertThat(server.inputReader().readLine()).isEqualTo("begun");
    return Pod.start(namespaces, folder, "{mode: raw}");
  }

  private static Process python(List<String> words) throws IOException {
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
