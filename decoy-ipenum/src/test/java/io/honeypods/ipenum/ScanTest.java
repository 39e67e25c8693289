package io.honeypods.ipenum;

import static io.honeypods.ipenum.Packets.ipv4;
import static io.honeypods.ipenum.Packets.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Event.ScanDetected;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is a scan, and how few events it takes, also inside a flood. */
class ScanTest {
  private Watch watch = new Watch();

  @Test
  void aScanOfAllPortsIsAHandfulOfEventsThatLoseNothing() {
    for (int port = 0; port < 65_536; port++) {
      watch.at(port / 20);
      if (port % 20_000 == 0) {
        watch.tick();
      }
      watch.see(Packets.syn(port));
    }
    watch.pass(Duration.ofMinutes(1));

    assertThat(watch.reports()).hasSizeLessThan(10);
    assertThat(watch.packets("tcp-syn")).isEqualTo(65_536);
    ScanDetected first = watch.scans().getFirst();
    assertThat(first.distinctPorts()).isEqualTo(10);
    ScanDetected last = watch.scans().getLast();
    assertThat(last.distinctPorts()).isEqualTo(65_536);
    assertThat(last.ports().value()).isEqualTo("0-65535");
    assertThat(last.packets()).isEqualTo(65_536);
    assertThat(last.over()).isEqualTo(Duration.ofMillis(3276));
  }

  @Test
  void countsPortsNotPackets() {
    for (int i = 0; i < 100; i++) {
      watch.see(Packets.syn(80 + i % 9));
    }

    assertThat(watch.scans()).isEmpty();
    watch.see(Packets.syn(1000));
    assertThat(watch.scans()).hasSize(1);
  }

  @Test
  void seesASlowScan() {
    for (int port = 1; port <= 10; port++) {
      watch.see(Packets.syn(port));
      watch.pass(Duration.ofMinutes(20));
    }

    assertThat(watch.scans()).hasSize(1);
    assertThat(watch.scans().getFirst().technique()).isEqualTo("slow tcp-syn");
    assertThat(watch.scans().getFirst().over()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void aMillionInventedSourcesAreBoundedAndAScanAmongThemIsSeen() {
    watch = new Watch(null, 65_536);
    for (int i = 0; i < 1_000_000; i++) {
      watch.at(i / 100);
      watch.see(ipv4(0x0b00_0000 + i, 6, 64, i, 0, tcp(80, Packet.SYN)));
      if (i % 2000 == 0) {
        watch.see(Packets.syn(i / 2000));
      }
      if (i % 100_000 == 0) {
        watch.tick();
      }
    }
    watch.finish();

    assertThat(watch.detector().sources()).isEqualTo(65_536);
    assertThat(watch.detector().evictions()).isGreaterThan(900_000);
    assertThat(watch.packets("tcp-syn")).isEqualTo(1_000_500);
    assertThat(watch.reports()).hasSizeLessThan(2000);
    assertThat(watch.unnamed()).isGreaterThan(900_000);
    assertThat(watch.scans().getFirst().distinctPorts()).isEqualTo(10);
  }

  @Test
  void manySourcesOfManyPortsAreBoundedToo() {
    watch = new Watch(null, 65_536);
    for (int source = 0; source < 5000; source++) {
      for (int port = 0; port < 70; port++) {
        watch.see(ipv4(0x0b00_0000 + source, 6, 64, 1, 0, tcp(port, Packet.SYN)));
      }
    }
    watch.finish();

    assertThat(watch.detector().evictions()).isPositive();
    assertThat(watch.packets("tcp-syn")).isEqualTo(350_000);
  }
}
