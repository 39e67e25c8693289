package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Event.ProbeReceived;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddPacketsTest {

  @Test
  void eachIsCountedOnce() {
    List<byte[]> odd = OddPackets.all();
    var watch = new Watch();

    odd.forEach(watch::see);
    watch.finish();

    assertThat(odd).hasSize(140);
    assertThat(watch.probes().stream().mapToLong(ProbeReceived::packets).sum()).isEqualTo(140);
    assertThat(watch.probes())
        .extracting(ProbeReceived::technique)
        .contains("malformed", "fragment", "tcp-odd", "sctp-other", "ip-protocol", "icmp-other");
  }
}
