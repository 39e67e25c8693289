package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real servers' fingerprints and sizes. */
class SshProfileTest {

  @ParameterizedTest
  @CsvSource({
    "DEBIAN12, 425d29fe50d8e4f5e37efb6e24bcf660, 1132, 11",
    "DEBIAN13, 671c5858369db8e0a60108d866bbf8ec, 1036, 9"
  })
  void isThatOfTheRealOne(SshProfile profile, String hassh, int length, int padding) {
    KexInit lists = profile.proposal(TestSsh.KEYS.algorithms());
    String input =
        String.join(
            ";",
            String.join(",", lists.kex()),
            String.join(",", lists.ciphersOut()),
            String.join(",", lists.macsOut()),
            String.join(",", lists.compressionOut()));
    byte[] packet = new Outbound().packet(lists.payload(new byte[KexInit.COOKIE]));

    assertThat(HexFormat.of().formatHex(Randomness.digest("MD5").digest(input.getBytes(US_ASCII))))
        .isEqualTo(hassh);
    assertThat(packet).hasSize(length + 4).endsWith(new byte[padding]);
    assertThat(packet[4]).isEqualTo((byte) padding);
  }
}
