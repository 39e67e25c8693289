package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tags of RFC 4418's appendix, with its errata. */
class UmacTest {
  private static final byte[] KEY = "abcdefghijklmnop".getBytes(US_ASCII);
  private static final long NONCE = ByteBuffer.wrap("bcdefghi".getBytes(US_ASCII)).getLong();

  @ParameterizedTest
  @CsvSource({
    "'', 0, 6e155fad26900be1, 32fedb100c79ad58f07ff7643cc60465",
    "a, 3, 44b5cb542f220104, 185e4fe905cba7bd85e4c2dc3d117d8d",
    "a, 1024, 26bf2f5d60118bd9, 7a54abe04af82d60fb298c3cbd195bcb",
    "a, 32768, 27f8ef643b0d118d, 7b136bd911e4b734286ef2be501f2c3c",
    "abc, 1, d4d7b9f6bd4fbfcf, 883c3d4b97a61976ffcf232308cba5a5",
    "abc, 500, d4cf26ddefd5c01a, 8824a260c53c66a36c9260a62cb83aa1"
  })
  void tags(String text, int times, String tag64, String tag128) {
    byte[] message = text.repeat(times).getBytes(US_ASCII);

    assertThat(tag(message, 8)).isEqualTo(tag64);
    assertThat(tag(message, 16)).isEqualTo(tag128);
  }

  private static String tag(byte[] message, int length) {
    return HexFormat.of().formatHex(new Umac(KEY, length).tag(NONCE, message, 0, message.length));
  }
}
