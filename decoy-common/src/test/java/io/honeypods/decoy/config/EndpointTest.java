package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0:8888, 0.0.0.0, 8888",
    "127.0.0.1:0, 127.0.0.1, 0",
    "255.255.255.255:65535, 255.255.255.255, 65535",
    "[::1]:9100, ::1, 9100",
    "[::]:22, ::, 22",
    "[fd00:0:0:0:0:0:0:1]:1, fd00:0:0:0:0:0:0:1, 1",
    "[::ffff:10.0.0.1]:80, ::ffff:10.0.0.1, 80",
  })
  void readsAnAddressAndPortAndWritesThemBack(String text, String host, int port) {
    var endpoint = Endpoint.parse(text);
    assertThat(endpoint).isEqualTo(new Endpoint(host, port));
    assertThat(endpoint).hasToString(text);
    assertThat(endpoint.address().getPort()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "8888",
        ":8888",
        "0.0.0.0",
        "0.0.0.0:",
        "::1:8888",
        "[::1]",
        "[::1]:",
        "[]:80",
        "[10.0.0.1]:80",
        "[::1:80",
        "::1]:80",
      })
  void namesTheFormWhereItIsAnotherOne(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(text))
        .withMessage("\"" + text + "\" (expected host:port such as 0.0.0.0:8888)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:80",
        "example.com:80",
        "10.1:80",
        "1:80",
        "10.0.0.256:80",
        "010.0.0.1:80",
        "10.0.0.1.:80",
        "10.0.0.-1:80",
        "0x7f.0.0.1:80",
        " 10.0.0.1:80",
        "[fe80::1%lo]:80",
        "[::g]:80",
        "[1:2]:80",
        "[:::]:80",
        "[[::1]]:80",
        "10.0.0.١:80",
      })
  void neverLooksANameUp(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(text))
        .withMessageEndingWith(
            "(expected host:port such as 0.0.0.0:8888 (an IP address, not a name))");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0:65536",
        "0.0.0.0:-1",
        "0.0.0.0:080",
        "0.0.0.0:http",
        "0.0.0.0:99999999999999999999"
      })
  void saysWhichPortsThereAre(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(text))
        .withMessageContaining("(a port from 0 to 65535)");
  }

  @Test
  void addressIsResolvedWithoutAName() {
    var address = Endpoint.parse("[::1]:9100").address();
    assertThat(address.isUnresolved()).isFalse();
    assertThat(address.getAddress()).isInstanceOf(Inet6Address.class);
  }

  @Test
  void cannotBeMadeOfANameOrOfNoPort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint("localhost", 80))
        .withMessage("\"localhost\" (expected an IP address (names are not looked up))");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint("::1", 65_536))
        .withMessage("port 65536 (expected from 0 to 65535)");
  }
}
