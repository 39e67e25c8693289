package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PortSetTest {

  @Test
  void writesRanges() {
    var ports = new PortSet();
    for (int port : new int[] {90, 22, 80, 81, 82, 65_535, 0, 22}) {
      ports.add(port);
    }

    assertThat(ports.text()).isEqualTo("0,22,80-82,90,65535");
    assertThat(ports.size()).isEqualTo(7);
    assertThat(ports.first()).isZero();
  }

  @Test
  void holdsAll() {
    var ports = new PortSet();
    for (int port = 65_535; port >= 0; port--) {
      assertThat(ports.add(port)).isTrue();
    }

    assertThat(ports.text()).isEqualTo("0-65535");
    assertThat(ports.add(5)).isFalse();
  }

  @Test
  void agreesWithABitSetHoweverMany() {
    var random = new SplittableRandom(7);
    var ports = new PortSet();
    var model = new BitSet();
    for (int i = 0; i < 2000; i++) {
      int port = random.nextInt(3000);
      assertThat(ports.add(port)).isEqualTo(!model.get(port));
      model.set(port);
      assertThat(ports.size()).isEqualTo(model.cardinality());
      assertThat(ports.contains(port)).isTrue();
    }
    for (int port = 0; port < 3000; port++) {
      assertThat(ports.contains(port)).isEqualTo(model.get(port));
    }
  }
}
