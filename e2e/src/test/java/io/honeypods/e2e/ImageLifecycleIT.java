package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a container ends. */
class ImageLifecycleIT {
  private static final int VISITS = 200;

  @Test
  void sigtermEndsItSoonWithEveryEventWritten() {
    try (Container web = Container.run(Image.of("web"))) {
      visit(web);
      Duration took = web.end("TERM");
      assertThat(took).isLessThan(Duration.ofSeconds(2));
      assertThat(web.exitCode()).isZero();
      List<SeenEvent> events = web.events();
      assertThat(requests(events)).isEqualTo(VISITS);
      assertThat(events.getLast().action()).isEqualTo("decoy-stopped");
    }
  }

  @Test
  void sigkillLosesAtMostWhatWasQueued() {
    try (Container web = Container.run(Image.of("web"))) {
      visit(web);
      Eventually.assertThatSoon(() -> assertThat(requests(web.events())).isEqualTo(VISITS));
      web.end("KILL");
      assertThat(web.exitCode()).isEqualTo(137);
      assertThat(requests(web.events())).isEqualTo(VISITS);
    }
  }

  @Test
  void heapIsAShareOfTheContainersMemory() {
    Tools.require("curl");
    try (Container web = Container.run(Image.of("web"))) {
      String page = Command.run("curl", "-s", "http://" + web.address() + ":9100/metrics").out();
      double most = Metrics.parse(page).sumOf("jvm_memory_max_bytes{area=\"heap\",");
      assertThat(most)
          .as("half of it where it is little, less a survivor space")
          .isBetween(0.45 * Container.MEMORY, 0.5 * Container.MEMORY);
    }
  }

  @Test
  void publishedPortIsReached() {
    Tools.require("curl");
    int port = Launch.free();
    try (Container web = Container.run(Image.of("web"), "-p", "127.0.0.1:" + port + ":8888")) {
      Command client = Command.run("curl", "-s", "http://127.0.0.1:" + port + "/");
      assertThat(client.out()).contains("<html");
      assertThat(web.awaitEvent("web", "request-received").number("destination.port"))
          .isEqualTo(8888);
    }
  }

  private static void visit(Container web) {
    Tools.require("curl");
    String target = "http://" + web.address() + ":8888/[1-" + VISITS + "]";
    Command client = Command.run("curl", "-s", "-o", "/dev/null", target);
    assertThat(client.exit()).as(client.err()).isZero();
  }

  private static long requests(List<SeenEvent> events) {
    return events.stream().filter(event -> event.is("web", "request-received")).count();
  }
}
