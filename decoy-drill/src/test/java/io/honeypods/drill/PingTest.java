package io.honeypods.drill;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PingTest {

  @Test
  void carriesTheMark() {
    byte[] packet = Ping.request(new Mark("drill-3f09ab12"));

    assertThat(packet[0]).isEqualTo((byte) 8);
    assertThat(new String(packet, 8, packet.length - 8, US_ASCII)).isEqualTo("drill-3f09ab12");
  }

  @Test
  void checksumOfAPacketWithItsChecksumIsNought() {
    assertThat(Ping.checksum(Ping.request(new Mark("drill-3f09ab12")))).isZero();
    assertThat(Ping.checksum(Ping.request(new Mark("odd")))).isZero();
  }

  @Test
  void marksDiffer() {
    var random = new Random(1);

    assertThat(Mark.random(random)).isNotEqualTo(Mark.random(random));
    assertThat(Mark.random(random).text()).matches("drill-[0-9a-f]{8}");
  }
}
