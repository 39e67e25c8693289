package io.honeypods.decoy.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.event.ShedReason;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShedLogTest {
  private final List<String> reported = new ArrayList<>();
  private final ShedLog log =
      new ShedLog(
          (flow, shed) ->
              reported.add(flow.source().port() + " " + shed.reason().id() + " " + shed.count()));

  @Test
  void theFirstIsReportedAtOnceAndTheRestTogether() {
    shed(1, 100, 5);
    assertThat(reported).containsExactly("100 per-source 1");
    log.tick();
    assertThat(reported).containsExactly("100 per-source 1", "104 per-source 4");
  }

  @Test
  void aQuietSourceIsForgotten() {
    shed(1, 100, 1);
    log.tick();
    log.tick();
    shed(1, 200, 1);
    assertThat(reported).containsExactly("100 per-source 1", "200 per-source 1");
  }

  @Test
  void noConnectionIsLeftOut() {
    shed(1, 100, 3);
    log.tick();
    shed(1, 200, 2);
    log.tick();
    log.tick();
    assertThat(reported)
        .containsExactly("100 per-source 1", "102 per-source 2", "201 per-source 2");
  }

  @Test
  void sourcesAndReasonsAreToldApart() {
    shed(1, 100, 1);
    shed(2, 200, 1);
    log.shed(flow(1, 300), ShedReason.CONNECTIONS);
    assertThat(reported)
        .containsExactly("100 per-source 1", "200 per-source 1", "300 connections 1");
  }

  @Test
  void sourcesBeyondTheCapAreReportedOneByOne() {
    for (int source = 0; source < 5000; source++) {
      shed(source, 100, 2);
    }
    assertThat(reported).hasSize(4096 + 2 * (5000 - 4096));
  }

  private void shed(int source, int firstPort, int times) {
    for (int i = 0; i < times; i++) {
      log.shed(flow(source, firstPort + i), ShedReason.PER_SOURCE);
    }
  }

  private static Flow flow(int source, int port) {
    var address = InetAddress.ofLiteral("10.0." + source / 256 + "." + source % 256);
    var self = new Peer(InetAddress.ofLiteral("10.1.0.1"), 80);
    return new Flow(new Peer(address, port), self, Flow.Transport.TCP);
  }
}
