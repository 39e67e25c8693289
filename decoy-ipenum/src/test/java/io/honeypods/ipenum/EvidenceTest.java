package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
            .order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < file.limit(); at += file.getInt(at + 4)) {
      int length = file.getInt(at + 4);
      assertThat(length % 4).isZero();
      assertThat(file.getInt(at + length - 4)).isEqualTo(length);
    }
    assertThat(file.getInt(28 + 32 + 24)).isEqualTo(1500);
  }

  @Test
  void keepsNothingWhereNothingIsWanted() {
    Evidence none = Evidence.none();
    none.keep(ByteBuffer.allocate(20), 20, 1);
    none.flush();
    none.close();
  }
}
