package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
  private static final HelloBytes FULL =
      new HelloBytes(0x0303, 0x0a0a, 0x1301)
          .serverName("board.example")
          .groups(29, 23)
          .pointFormats((byte) 0, (byte) 255)
          .signatureAlgorithms(0x0403)
          .alpn("h2", "http/1.1")
          .supportedVersions(0x0304, 0x0303);

  @Test
  void readsEverythingInTheOrderItWasSent() {
    ClientHello hello = FULL.parsed();
    assertThat(hello.version()).isEqualTo(0x0303);
    assertThat(hello.cipherSuites()).containsExactly(0x0a0a, 0x1301);
    assertThat(hello.extensions()).containsExactly(0, 10, 11, 13, 16, 43);
    assertThat(hello.serverName()).isEqualTo("board.example");
    assertThat(hello.groups()).containsExactly(29, 23);
    assertThat(hello.pointFormats()).containsExactly(0, 255);
    assertThat(hello.signatureAlgorithms()).containsExactly(0x0403);
    assertThat(hello.alpn()).containsExactly("h2", "http/1.1");
    assertThat(hello.supportedVersions()).containsExactly(0x0304, 0x0303);
  }

  @Test
  void takesAHelloWithoutExtensions() {
    ClientHello hello = new HelloBytes(0x0300, 47).parsed();
    assertThat(hello.extensions()).isEmpty();
    assertThat(hello.serverName()).isNull();
  }

  @Test
  void takesAnEmptyServerNameExtension() {
    assertThat(new HelloBytes(0x0303, 47).extension(0).parsed().serverName()).isNull();
  }

  @Test
  void refusesWhatIsCutShortAnywhereButBeforeItsExtensions() {
    Bytes body = FULL.body();
    int withoutExtensions = 2 + 32 + 1 + 2 + 4 + 2;
    for (int length = 0; length < body.length(); length++) {
      ClientHello hello = ClientHello.parse(body.slice(0, length));
      if (length == withoutExtensions) {
        assertThat(hello).isNotNull();
      } else {
        assertThat(hello).as("%d bytes", length).isNull();
      }
    }
  }

  @Test
  void refusesALengthBeyondItsExtension() {
    var broken = new HelloBytes(0x0303, 47).extension(10, (byte) 0, (byte) 9, (byte) 1).body();
    assertThat(ClientHello.parse(broken)).isNull();
  }

  @Test
  void survivesAnyByteBeingAnother() {
    byte[] body = FULL.body().toByteArray();
    for (int i = 0; i < body.length; i++) {
      for (int value : new int[] {0, 1, 0x7f, 0xff}) {
        byte[] changed = body.clone();
        changed[i] = (byte) value;
        ClientHello hello = ClientHello.parse(Bytes.of(changed));
        if (hello != null) {
          assertThat(TlsFingerprints.ja4(hello)).hasSize(36);
        }
      }
    }
  }

  @Test
  void knowsGrease() {
    assertThat(ClientHello.isGrease(0x0a0a)).isTrue();
    assertThat(ClientHello.isGrease(0xfafa)).isTrue();
    assertThat(ClientHello.isGrease(0x0a1a)).isFalse();
    assertThat(ClientHello.isGrease(0x0a0b)).isFalse();
  }
}
