package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a process starts, ends, and says what is wrong. */
class LifecycleIT {

  @Test
  void sigtermEndsItSoonWithAllEventsWritten() throws IOException {
    try (DecoyProcess decoys = Launch.plain().up();
        Socket open = decoys.web().connect()) {
      for (int i = 0; i < 300; i++) {
        decoys.web().get("/");
      }
      decoys.awaitEvent("held session", event -> isOpened(event, open.getLocalPort()));

      assertThat(decoys.stop()).isLessThan(Duration.ofSeconds(2));

      assertThat(decoys.exitCode()).isZero();
      List<SeenEvent> events = decoys.events();
      assertThat(events.getLast().action()).isEqualTo("decoy-stopped");
      assertThat(events.getLast().number("event.sequence")).isEqualTo(events.size());
      assertThat(decoys.events("web", "connection-opened")).hasSize(301);
      assertThat(decoys.events("web", "request-received")).hasSize(300);
      assertThat(decoys.events("web", "connection-closed"))
          .hasSize(301)
          .filteredOn(event -> event.text("honeypod.close.reason").equals("shutdown"))
          .singleElement()
          .satisfies(event -> assertThat(isOf(event, open.getLocalPort())).isTrue());
    }
  }

  @Test
  void stdoutThatNobodyReadsStopsNothing() {
    Launch launch = Launch.configured("events: {queue: 128}");
    try (DecoyProcess decoys = DecoyProcess.startUnread(launch, List.of())) {
      for (int i = 0; i < 1000; i++) {
        assertThat(decoys.web().get("/" + i).status()).isEqualTo(404);
      }
      double counted = decoys.metrics().sum("decoy_events_lost_total");
      assertThat(counted).isPositive();

      decoys.readEvents();
      decoys.awaitEvent("runtime", "events-lost");
      decoys.web().get("/last");
      decoys.awaitEvent("last request", event -> event.text("url.original").equals("/last"));
      decoys.stop();

      assertLossAddsUp(decoys, counted);
    }
  }

  private static void assertLossAddsUp(DecoyProcess decoys, double counted) {
    List<SeenEvent> events = decoys.events();
    long lost = 0;
    for (SeenEvent event : decoys.events("runtime", "events-lost")) {
      lost +=
          event.at("honeypod.lost").properties().stream()
              .mapToLong(kind -> kind.getValue().asLong())
              .sum();
    }
    assertThat(events.getLast().action()).isEqualTo("decoy-stopped");
    assertThat(lost).isGreaterThanOrEqualTo((long) counted);
    assertThat(events.size() + lost).isEqualTo(events.getLast().number("event.sequence"));
  }

  @Test
  void portInUseNamesThePortAndTheKey() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Command up = Launch.plain().withPort("web.lure", taken.getLocalPort()).run("up");

      assertThat(up.exit()).isEqualTo(1);
      assertThat(up.err()).contains("web.lure", "127.0.0.1:" + taken.getLocalPort());
      assertThat(up.err()).doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void unknownNamesAreBadUsage() {
    Command decoy = Launch.plain().run("up", "wbe");
    assertThat(decoy.exit()).isEqualTo(2);
    assertThat(decoy.err()).contains("unknown decoy \"wbe\" (expected ipenum, mysql, ssh, web)");

    Command option = Launch.plain().run("up", "--prety");
    assertThat(option.exit()).isEqualTo(2);
    assertThat(option.err()).contains("--prety");

    assertThat(Launch.plain().run().exit()).isEqualTo(2);
  }

  @Test
  void versionIsTold() {
    Command version = Launch.plain().run("--version");
    assertThat(version.exit()).isZero();
    assertThat(version.out()).matches("decoy \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
  }

  @Test
  void goodFileHasNoProblems() {
    Path file = Launch.plain().file();
    Command check = Launch.plain().run("check", file.toString());
    assertThat(check.exit()).isZero();
    assertThat(check.err()).contains(file + ": no problems");
    assertThat(check.out()).isEmpty();
  }

  @Test
  void tenMistakesAreAllNamedAtOnce(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.yaml"), WRONG);
    for (List<String> words :
        List.of(List.of("check", file.toString()), List.of("up", "--config", file.toString()))) {
      Command command = Launch.unaddressed().run(words.toArray(String[]::new));

      assertThat(command.exit()).isEqualTo(2);
      assertThat(command.out()).isEmpty();
      assertThat(command.err().lines().filter(line -> !line.contains(" WARN "))).hasSize(10);
      assertThat(command.err()).contains(MISTAKEN);
    }
  }

  private static final String WRONG =
      """
      identity: {host: -x-}
      events: {credentials: show, queue: 15}
      admin: {listen: 127.0.0.1, alow: []}
      limits: {connections: many, session-bytes: 4 MB, idle: 0s}
      expected: [{cidr: 10.0.0.0/33}]
      web: {lsiten: 127.0.0.1:1}
      """;

  private static final List<String> MISTAKEN =
      List.of(
          "identity: ",
          "events.credentials: ",
          "events.queue: ",
          "admin.listen: ",
          "admin.alow: unknown key (did you mean admin.allow?)",
          "limits.connections: ",
          "limits.session-bytes: ",
          "limits.idle: ",
          "expected[0].cidr: ",
          "web.lsiten: unknown key (did you mean web.listen?)");

  private static boolean isOpened(SeenEvent event, int port) {
    return event.action().equals("connection-opened") && isOf(event, port);
  }

  private static boolean isOf(SeenEvent event, int port) {
    return event.number("source.port") == port;
  }
}
