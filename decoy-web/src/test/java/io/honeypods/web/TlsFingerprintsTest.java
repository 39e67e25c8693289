package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsFingerprintsTest {

  /** From the <a href="https://github.com/salesforce/ja3#how-it-works">JA3 page</a>. */
  @Test
  void givesThePublishedJa3() {
    ClientHello hello =
        new HelloBytes(769, 47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4)
            .serverName("a")
            .groups(23, 24, 25)
            .pointFormats((byte) 0)
            .parsed();
    assertThat(TlsFingerprints.ja3Text(hello))
        .isEqualTo("769,47-53-5-10-49161-49162-49171-49172-50-56-19-4,0-10-11,23-24-25,0");
    assertThat(TlsFingerprints.ja3(hello)).isEqualTo("ada70206e40642a3e4461f35503241d5");
  }

  @Test
  void givesThePublishedJa3WithoutExtensions() {
    ClientHello hello = new HelloBytes(769, 4, 5, 10, 9, 100, 98, 3, 6, 19, 18, 99).parsed();
    assertThat(TlsFingerprints.ja3(hello)).isEqualTo("de350869b8c85de67a350c8d186f11e6");
  }

  /** The worked example of the JA4 page, a Chrome, with GREASE as Chrome sends it. */
  @Test
  void givesThePublishedJa4() {
    assertThat(TlsFingerprints.ja4(chrome().parsed()))
        .isEqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1");
  }

  /** Both as computed from the capture by another implementation. */
  @Test
  void knowsCurl() {
    Bytes message = HelloBytes.ofCurl();
    ClientHello hello =
        Objects.requireNonNull(ClientHello.parse(message.slice(9, message.length())));
    assertThat(TlsFingerprints.ja3(hello)).isEqualTo("0149f47eabf9a20d0893e2a44e5a6323");
    assertThat(TlsFingerprints.ja4(hello)).isEqualTo("t13d3112h2_e8f1e7e78f70_b26ce05bbdd6");
    assertThat(hello.serverName()).isEqualTo("localhost");
    assertThat(hello.alpn()).containsExactly("h2", "http/1.1");
  }

  @Test
  void ja4HasZeroesWhereNothingIsOffered() {
    assertThat(TlsFingerprints.ja4(new HelloBytes(0x0303).parsed()))
        .isEqualTo("t12i000000_000000000000_000000000000");
  }

  @ParameterizedTest
  @CsvSource({"h2,h2", "http/1.1,h1", "h,hh", "0xab,0b"})
  void ja4ShowsTheEndsOfTheFirstProtocol(String protocol, String ends) {
    ClientHello hello = new HelloBytes(0x0303, 47).alpn(protocol, "other").parsed();
    assertThat(TlsFingerprints.ja4(hello)).startsWith("t12i0101" + ends + "_");
  }

  @Test
  void ja4ShowsHexOfAProtocolThatIsNotAlphanumeric() {
    ClientHello hello = new HelloBytes(0x0303, 47).alpn("\u00ab\u00cd").parsed();
    assertThat(TlsFingerprints.ja4(hello)).startsWith("t12i0101ad_");
  }

  @ParameterizedTest
  @CsvSource({"0x0304,13", "0x0303,12", "0x0302,11", "0x0301,10", "0x0300,s3", "0x0002,00"})
  void ja4ShowsTheVersion(String version, String shown) {
    ClientHello hello = new HelloBytes(Integer.decode(version), 47).parsed();
    assertThat(TlsFingerprints.ja4(hello)).startsWith("t" + shown + "i01");
  }

  private static HelloBytes chrome() {
    return new HelloBytes(
            0x0303, 0x2a2a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8,
            0xc013, 0xc014, 0x009c, 0x009d, 0x002f, 0x0035)
        .extension(0x4a4a)
        .extension(0x001b, (byte) 2, (byte) 0, (byte) 2)
        .serverName("example.com")
        .extension(0x0033)
        .alpn("h2", "http/1.1")
        .extension(0x4469)
        .extension(0x0017)
        .extension(0x002d)
        .signatureAlgorithms(0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601)
        .extension(0x0005)
        .extension(0x0023)
        .extension(0x0012)
        .supportedVersions(0x6a6a, 0x0304, 0x0303)
        .extension(0xff01)
        .pointFormats((byte) 0)
        .groups(0x8a8a, 29, 23, 24)
        .extension(0x0015);
  }
}
