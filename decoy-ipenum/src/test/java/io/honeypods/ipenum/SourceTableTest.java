package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTableTest {
  private final List<Source> evicted = new ArrayList<>();
  private final SourceTable table = new SourceTable(16, 1 << 20, evicted::add);

  @Test
  void holdsItsBound() {
    for (int i = 0; i < 17; i++) {
      touch(i);
    }

    assertThat(table.size()).isEqualTo(16);
    assertThat(table.evictions()).isEqualTo(1);
    assertThat(evicted).extracting(row -> row.key().address()).containsExactly(address(0));
  }

  @Test
  void keepsWhoCameBackBeforeWhoCameOnce() {
    for (int i = 0; i < 4; i++) {
      touch(0);
    }
    for (int i = 1; i < 1000; i++) {
      touch(i);
    }

    assertThat(table.find(key(0))).isNotNull();
    assertThat(table.find(key(998))).isNotNull();
  }

  @Test
  void newcomersHaveRoomAmongTheKnown() {
    for (int i = 0; i < 100; i++) {
      for (int packets = 0; packets < 5; packets++) {
        touch(i);
      }
    }
    touch(1000);
    touch(1001);

    assertThat(table.find(key(1000))).isNotNull();
    assertThat(table.size()).isEqualTo(16);
  }

  @Test
  void forgetsWhatTheVisitorRefuses() {
    touch(1);
    touch(2);

    table.sweep(row -> row.key().address().equals(address(2)));

    assertThat(table.size()).isEqualTo(1);
    assertThat(evicted).isEmpty();
  }

  private void touch(int number) {
    table.touch(key(number), 0).saw(0);
  }

  private static Source.Key key(int number) {
    return new Source.Key(address(number), false);
  }

  private static Address address(int number) {
    return Address.ofIpv4(0x0a00_0000 + number);
  }
}
