package io.honeypods.decoy.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.SynFingerprint;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynPacketTest {
  private static final String LINUX_OPTIONS =
      "020405b4" + "0402" + "080a0011223300000000" + "01" + "030307";
  private static final String LINUX = ipv4(0x40, 64, 0x1c46, 0x02, 64240, LINUX_OPTIONS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          40 | 64  | 1c46 | 02 | 64240 | 020405b40402080a001122330000000001030307 | 4:64+0:0:1460:mss*44,7:mss,sok,ts,nop,ws:df,id+:0
          40 | 61  | 0    | 02 | 64240 | 020405b40402080a001122330000000001030307 | 4:64+3:0:1460:mss*44,7:mss,sok,ts,nop,ws:df:0
          40 | 128 | 1a2b | 02 | 64240 | 020405b40103030801010402                 | 4:128+0:0:1460:mss*44,8:mss,nop,ws,nop,nop,sok:df,id+:0
          00 | 47  | 5d31 | 02 | 1024  | 020405b4                                 | 4:64+17:0:1460:1024,0:mss::0
          00 | 255 | d431 | 02 | 1024  | ''                                       | 4:255+0:0:0:1024,0:::0
          00 | 250 | d431 | 02 | 65535 | ''                                       | 4:255+5:0:0:65535,0:::0
          40 | 64  | 1    | c2 | 64240 | 020405b4                                 | 4:64+0:0:1460:mss*44,0:mss:df,id+,ecn:0
          00 | 64  | 0    | 02 | 512   | 030f0f00                                 | 4:64+0:0:0:512,0::id-,bad:0
          """)
  void systemsAndScannersAreTold(
      String flags, int ttl, String id, String tcpFlags, int window, String options, String want) {
    SynFingerprint syn =
        parse(
            ipv4(
                Integer.parseInt(flags, 16),
                ttl,
                Integer.parseInt(id, 16),
                Integer.parseInt(tcpFlags, 16),
                window,
                options));
    assertThat(syn).isNotNull();
    assertThat(syn).extracting(SynFingerprint::signature).isEqualTo(want);
  }

  @Test
  void linuxIsReadInFull() {
    assertThat(parse(LINUX))
        .isEqualTo(
            new SynFingerprint(
                64,
                64240,
                1460,
                7,
                "mss,sok,ts,nop,ws",
                "4:64+0:0:1460:mss*44,7:mss,sok,ts,nop,ws:df,id+:0"));
  }

  @Test
  void ipv6IsReadToo() {
    String ip = "6" + "0000000" + "0018" + "06" + "40" + "fd".repeat(32);
    assertThat(parse(ip + tcp(0x02, 65535, "020405a0")))
        .isEqualTo(new SynFingerprint(64, 65535, 1440, -1, "mss", "6:64+0:0:1440:65535,0:mss::0"));
  }

  @Test
  void paddingAfterTheEndOfTheListIsCounted() {
    SynFingerprint syn = parse(ipv4(0x40, 64, 1, 0x02, 100, "020405b4" + "00000000"));
    assertThat(syn).isNotNull().extracting(SynFingerprint::options).isEqualTo("mss,eol+3");
    SynFingerprint padded = parse(ipv4(0x40, 64, 1, 0x02, 100, "020405b4" + "00ff0000"));
    assertThat(padded)
        .isNotNull()
        .extracting(SynFingerprint::signature)
        .asString()
        .endsWith(":df,id+,opt+:0");
  }

  @Test
  void everyTruncationIsNullOrAFingerprintButNoFault() {
    byte[] whole = HexFormat.of().parseHex(LINUX);
    for (int length = 0; length < whole.length; length++) {
      assertThat(SynPacket.parse(ByteBuffer.wrap(whole, 0, length))).as("%d", length).isNull();
    }
  }

  @Test
  void randomBytesAreNoFault() {
    var random = new Random(42);
    for (int i = 0; i < 200_000; i++) {
      var bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && (i & 1) == 0) {
        bytes[0] = (byte) (i % 4 == 0 ? 0x45 : 0x60);
      }
      SynFingerprint syn = SynPacket.parse(ByteBuffer.wrap(bytes));
      if (syn != null) {
        assertThat(syn.ttl()).isBetween(0, 255);
        assertThat(syn.window()).isBetween(0, 65_535);
      }
    }
  }

  @Test
  void thePositionOfTheBufferIsLeftAlone() {
    ByteBuffer packet = ByteBuffer.wrap(HexFormat.of().parseHex("ff" + LINUX)).position(1);
    assertThat(SynPacket.parse(packet)).isEqualTo(parse(LINUX));
    assertThat(packet.position()).isEqualTo(1);
  }

  private static @Nullable SynFingerprint parse(String hex) {
    return SynPacket.parse(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
  }

  private static String ipv4(int flags, int ttl, int id, int tcpFlags, int window, String options) {
    int total = 40 + options.length() / 2;
    return "4500%04x%04x%02x00%02x060000".formatted(total, id, flags, ttl)
        + "0a0000010a000002"
        + tcp(tcpFlags, window, options);
  }

  private static String tcp(int flags, int window, String options) {
    int words = 5 + options.length() / 8;
    return "9c40"
        + "0016"
        + "11223344"
        + "00000000"
        + "%x0%02x%04x".formatted(words, flags, window)
        + "00000000"
        + options;
  }
}
