package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "10.0.0.1, 10.0.0.1/32",
    "0.0.0.0/0, 0.0.0.0/0",
    "192.168.1.128/25, 192.168.1.128/25",
    "fd00::/8, fd00:0:0:0:0:0:0:0/8",
    "::1, 0:0:0:0:0:0:0:1/128",
    "::/0, 0:0:0:0:0:0:0:0/0",
    "::ffff:10.0.0.0/104, 10.0.0.0/8",
    "::ffff:10.0.0.1, 10.0.0.1/32",
    "::ffff:0:0/96, 0.0.0.0/0",
  })
  void readsANetwork(String text, String shown) {
    assertThat(Cidr.parse(text)).hasToString(shown);
    assertThat(Cidr.parse(shown)).isEqualTo(Cidr.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0, true",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, 9.255.255.255, false",
    "192.168.4.0/22, 192.168.7.255, true",
    "192.168.4.0/22, 192.168.8.0, false",
    "192.168.1.128/25, 192.168.1.127, false",
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 10.0.0.1, false",
    "::/0, fd00::1, true",
    "fd00:1234::/33, fd00:1234:7fff::1, true",
    "fd00:1234::/33, fd00:1234:8000::1, false",
    "2001:db8::/127, 2001:db8::1, true",
    "2001:db8::/127, 2001:db8::2, false",
    "::ffff:10.0.0.0/104, 10.9.9.9, true",
    "10.0.0.0/8, ::ffff:10.9.9.9, true",
  })
  void containsWhatSharesItsPrefix(String network, String address, boolean inside) {
    assertThat(Cidr.parse(network).contains(InetAddress.ofLiteral(address))).isEqualTo(inside);
  }

  @Test
  void takesAMappedAddressThatIsStillIpv6() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 1, 2, 3};
    var address = Inet6Address.getByAddress(null, mapped, 0);
    assertThat(address).isInstanceOf(Inet6Address.class);
    assertThat(Cidr.parse("10.1.0.0/16").contains(address)).isTrue();
    assertThat(Cidr.parse("10.2.0.0/16").contains(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0/8",
        "10/8",
        "net/8",
        "any",
        "10.0.0.0.0",
        "fe80::1%1",
        "[::1]"
      })
  void saysWhatANetworkIs(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse(text))
        .withMessage("\"" + text + "\" (expected a network such as 10.0.0.0/8 or fd00::/8)");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/33, 0 to 32",
    "10.0.0.0/, 0 to 32",
    "10.0.0.0/-1, 0 to 32",
    "10.0.0.0/08, 0 to 32",
    "10.0.0.0/8/8, 0 to 32",
    "10.0.0.0/255.0.0.0, 0 to 32",
    "fd00::/129, 0 to 128",
    "fd00::/99999999999999999999, 0 to 128",
    "::ffff:10.0.0.0/8, 96 to 128",
  })
  void saysWhichPrefixesThereAre(String text, String prefixes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse(text))
        .withMessageEndingWith("(a prefix length from " + prefixes + "))");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3/8, 10.0.0.0/8",
    "192.168.1.1/24, 192.168.1.0/24",
    "0.0.0.1/0, 0.0.0.0/0",
    "fd00::1/64, fd00:0:0:0:0:0:0:0/64",
  })
  void rejectsBitsAfterThePrefixAndOffersTheNetworkMeant(String text, String meant) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse(text))
        .isInstanceOfSatisfying(
            UnexpectedValueException.class, e -> assertThat(e.suggestion()).isEqualTo(meant))
        .withMessageEndingWith("(expected no bits set after the prefix)");
  }

  @Test
  void cannotBeMadeWithAPrefixItsAddressHasNotRoomFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cidr(InetAddress.ofLiteral("10.0.0.0"), 33))
        .withMessage("prefix length 33 (expected from 0 to 32)");
  }
}
