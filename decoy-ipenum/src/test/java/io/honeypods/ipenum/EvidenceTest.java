package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
  @TempDir private Path folder;

  @Test
  void neverTakesMoreThanItMay() throws IOException {
    try (Evidence evidence = Evidence.in(folder.resolve("new"), 65_536)) {
      for (int i = 0; i < 5000; i++) {
        byte[] syn = Packets.syn(i);
        evidence.keep(ByteBuffer.wrap(syn), syn.length, i * 1_000_000_000L);
      }
      evidence.flush();
    }

    long total = 0;
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      for (Path file : files.toList()) {
        total += Files.size(file);
      }
    }
    assertThat(total).isBetween(49_152L, 67_000L);
  }

  @Test
  void isLaidOutInBlocks() throws IOException {
    try (Evidence evidence = Evidence.in(folder, 65_536)) {
      byte[] syn = Packets.syn(22);
      evidence.keep(ByteBuffer.wrap(syn), 1500, 1);
    }

    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("capture-0.pcapng")))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < file.limit(); at += file.getInt(at + 4)) {
      int length = file.getInt(at + 4);
      assertThat(length % 4).isZero();
      assertThat(file.getInt(at + length - 4)).isEqualTo(length);
    }
    assertThat(file.getInt(28 + 32 + 24)).isEqualTo(1500);
  }

  @Test
  void theLatestAreInMemoryToo() {
    Evidence evidence = Evidence.inMemory();
    var page = new CapturePage(evidence.recent());
    int empty = Objects.requireNonNull(page.of("")).length;
    byte[] syn = Packets.syn(22);
    evidence.keep(ByteBuffer.wrap(syn), syn.length, 1);
    evidence.flush();
    evidence.close();

    int block = 32 + syn.length;
    assertThat(page.of("")).hasSize(empty + block);
    assertThat(page.of("source=10.77.0.1")).hasSize(empty + block);
    assertThat(page.of("source=10.77.0.9")).hasSize(empty);
    assertThat(page.of("source=fd77::1")).hasSize(empty);
  }

  @Test
  void refusesWhatIsNoAddress() {
    var page = new CapturePage(new RecentPackets(1 << 16));

    for (String query :
        List.of("source=", "source=example.org", "source=1.2.3.4.5", "x", "source=::g")) {
      assertThat(page.of(query)).as(query).isNull();
    }
  }

  @Test
  void memoryIsBoundedAndHoldsTheLatest() {
    var recent = new RecentPackets(10_000);
    for (int i = 0; i < 1000; i++) {
      byte[] udp = Packets.ipv4(17, Packets.udp(i, new byte[i % 700]));
      recent.keep(ByteBuffer.wrap(udp), udp.length, i);
    }

    ByteBuffer file = ByteBuffer.wrap(recent.pcapng(null)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(file.remaining()).isBetween(4000, 12_000);
    long last = -1;
    for (int at = 28 + 32; at < file.limit(); at += file.getInt(at + 4)) {
      long nanos = file.getInt(at + 16);
      assertThat(last).isIn(-1L, nanos - 1);
      last = nanos;
    }
    assertThat(last).isEqualTo(999);
  }
}
