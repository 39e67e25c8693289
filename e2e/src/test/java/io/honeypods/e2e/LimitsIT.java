package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens where there is no room for more. */
class LimitsIT {

  @Test
  void capLowersItselfToTheLimitOfOpenFiles() throws IOException {
    try (DecoyProcess decoys = Launch.plain().openFiles(200).up("web")) {
      assertThat(decoys.stderr())
          .contains("limits.connections: 20000 lowered to 100, since this process may open 200");

      List<Socket> held = connect(decoys, 120);
      SeenEvent shed = decoys.awaitEvent("web", "connection-shed");
      assertThat(shed.text("honeypod.shed.reason")).isEqualTo("connections");
      assertThat(decoys.admin().get("/livez").status()).as("at the cap").isEqualTo(200);
      close(held);

      assertServes(decoys);
    }
  }

  @Test
  void runningOutOfFilesPausesAndRecovers() throws IOException {
    Tools.require("prlimit");
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      assertServes(decoys);
      int open = OpenFiles.of(decoys.pid());
      OpenFiles.limit(decoys.pid(), open + 10);

      List<Socket> held = connect(decoys, 40);
      Eventually.assertThatSoon(
          () -> assertThat(decoys.stderr()).contains("web.listen: accept failed"));
      assertThat(decoys.isAlive()).isTrue();
      close(held);

      assertServes(decoys);
      Eventually.assertThatSoon(
          () -> assertThat(decoys.events("web", "connection-opened")).hasSizeGreaterThan(40));
    }
  }

  @Test
  void sourceWithTooManyConnectionsIsTurnedAway() throws IOException {
    try (DecoyProcess decoys = Launch.configured("limits: {per-source: 5}").up("web")) {
      List<Socket> held = connect(decoys, 12);
      Eventually.assertThatSoon(() -> assertThat(shed(decoys)).isEqualTo(7));

      assertThat(
              decoys
                  .metrics()
                  .value("decoy_shed_connections_total{decoy=\"web\",reason=\"per-source\"}"))
          .isEqualTo(7);
      assertThat(decoys.events("web", "connection-opened")).hasSize(5);
      assertThat(decoys.events("web", "connection-shed"))
          .allSatisfy(
              event -> assertThat(event.text("honeypod.shed.reason")).isEqualTo("per-source"));
      close(held);
      assertServes(decoys);
      EventSchema.assertValid(decoys.events());
    }
  }

  private static long shed(DecoyProcess decoys) {
    return decoys.events("web", "connection-shed").stream()
        .mapToLong(event -> event.number("honeypod.shed.count"))
        .sum();
  }

  private static void assertServes(DecoyProcess decoys) {
    Eventually.await(
        "answer",
        Eventually.PATIENCE,
        () -> {
          try {
            return decoys.web().get("/").status() == 200 ? true : null;
          } catch (java.io.UncheckedIOException | IllegalStateException _) {
            return null;
          }
        });
  }

  private static List<Socket> connect(DecoyProcess decoys, int count) throws IOException {
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < count; i++) {
      sockets.add(decoys.web().connect());
    }
    return sockets;
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
