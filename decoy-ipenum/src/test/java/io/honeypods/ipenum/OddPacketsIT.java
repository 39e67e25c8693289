package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd packets as they come out of a wire, where the kernel and its filter look at them first. */
class OddPacketsIT {
  private static final String SENDER =
      """
      import socket, sys
      wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
      wire.bind(('att0', 0))
      mac = bytes.fromhex(sys.argv[1].replace(':', ''))
      for line in sys.stdin:
          packet = bytes.fromhex(line)
          kind = b'\\x86\\xdd' if packet[0] >> 4 == 6 else b'\\x08\\x00'
          wire.send(mac + bytes(6) + kind + packet)
      """;

  @TempDir private Path folder;

  @Test
  void eachIsCountedOnce() throws IOException, InterruptedException {
    Tools.require("ip", "python3", "ping");
    // no frame is empty
    List<byte[]> odd = OddPackets.all().stream().filter(packet -> packet.length > 0).toList();
    try (var namespaces = new Namespaces();
        var pod = Pod.start(namespaces, folder, "{mode: raw, interfaces: [pod0]}")) {
      var python = namespaces.besideAttacker("python3", "-c", SENDER, namespaces.podMac());
      Command sent = Command.run(new ProcessBuilder(python), hex(odd));
      assertThat(sent.exit()).as(sent.err()).isZero();
      pod.stop();

      assertThat(Sums.all(pod.events())).isEqualTo(odd.size());
      assertThat(pod.diagnostics()).doesNotContain("ERROR");
    }
  }

  @Test
  void tsharkReadsThemAll() throws IOException {
    Tools.require("tshark");
    Path corpus = folder.resolve("odd.pcapng");
    try (var file = PcapngFile.create(corpus)) {
      for (byte[] packet : OddPackets.all()) {
        file.write(ByteBuffer.wrap(packet), packet.length, 1_800_000_000_000_000_000L);
      }
    }

    assertThat(Sniffer.read(corpus, "frame", "frame.len"))
        .isEqualTo(
            OddPackets.all().stream().map(packet -> Integer.toString(packet.length)).toList());
  }

  private static String hex(List<byte[]> packets) {
    return packets.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining("\n"));
  }
}
