package io.honeypods.decoy.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.Cidr;
import io.honeypods.decoy.config.ExpectedSource;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedSourcesTest {
  private static final ExpectedSources SOURCES =
      new ExpectedSources(
          List.of(
              new ExpectedSource(Cidr.parse("10.1.0.0/16"), 9100, "Prometheus"),
              new ExpectedSource(Cidr.parse("10.2.0.0/16"), 0, "scanner"),
              new ExpectedSource(Cidr.parse("fd00::/8"), 22, "")));

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 9100, true",
    "10.1.2.3, 9101, false",
    "10.2.255.255, 1, true",
    "10.3.0.0, 9100, false",
    "fd12::1, 22, true",
    "fe80::1, 22, false"
  })
  void networkAndPortBothCount(String from, int port, boolean expected) {
    var source = new Peer(InetAddress.ofLiteral(from), 40000);
    var destination = new Peer(InetAddress.ofLiteral("10.9.9.9"), port);
    assertThat(SOURCES.match(new Flow(source, destination, Flow.Transport.TCP)))
        .isEqualTo(expected);
  }

  @Test
  void withoutAnyNobodyIsExpected() {
    var peer = new Peer(InetAddress.ofLiteral("10.1.0.1"), 9100);
    assertThat(new ExpectedSources(List.of()).match(new Flow(peer, peer, Flow.Transport.TCP)))
        .isFalse();
  }
}
