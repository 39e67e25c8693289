package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenPortsTest {

  @Test
  void findsWhatListens() {
    var lines =
        Stream.of(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt",
            "   0: 0100007F:238C 00000000:0000 0A 00000000:00000000 00:00000000 00000000",
            "   1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000",
            "   2: 0100007F:238D 0100007F:1F90 01 00000000:00000000 00:00000000 00000000",
            "   0: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A",
            "");

    assertThat(OpenPorts.parse(lines)).containsExactly(22, 9100);
  }
}
