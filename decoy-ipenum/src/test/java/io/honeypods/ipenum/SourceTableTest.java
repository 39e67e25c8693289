package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.ipenum.Passers.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTableTest {
  private final List<Source> evicted = new ArrayList<>();
  private final SourceTable table = new SourceTable(16, 1 << 20, 42, evicted::add);

  @Test
  void holdsItsBound() {
    for (int i = 0; i < 17; i++) {
      touch(i);
    }

    assertThat(table.size()).isEqualTo(16);
    assertThat(table.evictions()).isEqualTo(1);
    assertThat(table.find(key(0))).isNull();
    assertThat(table.find(key(1))).isNotNull();
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
    assertThat(evicted).extracting(row -> row.key().address()).startsWith(address(0), address(1));
    assertThat(table.size()).isEqualTo(12);
    touch(1000);
    touch(1001);

    assertThat(table.find(key(1000))).isNotNull();
    assertThat(table.find(key(1001))).isNotNull();
    assertThat(table.size()).isLessThanOrEqualTo(16);
  }

  @Test
  void forgetsWhatTheVisitorRefuses() {
    for (int i = 0; i < 2; i++) {
      touch(1);
      touch(2);
    }

    table.sweep(row -> row.key().address().equals(address(2)));

    assertThat(table.size()).isEqualTo(1);
    assertThat(evicted).isEmpty();
  }

  private void touch(int number) {
    Source row = table.find(key(number));
    if (row == null) {
      table.pass(key(number), new Visit(80, true, true, 1000));
    } else {
      row.saw(1000);
    }
  }

  private static Source.Key key(int number) {
    return new Source.Key(address(number), false);
  }

  private static Address address(int number) {
    return Address.ofIpv4(0x0a00_0000 + number);
  }
}
