package io.honeypods.mysql.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
  private final Accounts accounts =
      new Accounts(
          List.of(of("root", "%"), of("root", "10.0.0.5"), of("root", "10.0.%"), of("", "%")));

  @ParameterizedTest
  @CsvSource({
    "root, 10.0.0.5, 10.0.0.5",
    "root, 10.0.9.9, 10.0.%",
    "root, 10.9.0.5, %",
  })
  void narrowestHostComesFirst(String user, String from, String host) {
    Account found = accounts.find(user, InetAddress.ofLiteral(from));
    assertThat(found).isNotNull().extracting(Account::host).isEqualTo(host);
  }

  @Test
  void accountWithoutNameIsForAnybodyElse() {
    Account found = accounts.find("bob", InetAddress.ofLiteral("10.0.0.5"));
    assertThat(found).isEqualTo(of("", "%"));
  }

  @Test
  void putTakesThePlaceOfTheSameAccount() {
    var changed = new Account("root", "%", AuthPlugin.SHA256_PASSWORD, "x", false, false);
    accounts.put(changed);
    assertThat(accounts.all()).hasSize(4).contains(changed);
    assertThat(accounts.get("root", "%")).isEqualTo(changed);
  }

  @Test
  void removedAccountIsGone() {
    assertThat(accounts.remove("root", "10.0.0.5")).isTrue();
    assertThat(accounts.remove("root", "10.0.0.5")).isFalse();
    assertThat(accounts.find("root", InetAddress.ofLiteral("10.0.0.5")))
        .isEqualTo(of("root", "10.0.%"));
  }

  @ParameterizedTest
  @CsvSource({
    "%, 10.0.0.1, true",
    "10.0.0._, 10.0.0.1, true",
    "10.0.0._, 10.0.0.10, false",
    "10.%.1, 10.0.0.1, true",
    "10.%.2, 10.0.0.1, false",
    "localhost, 127.0.0.1, false",
  })
  void hostsArePatterns(String pattern, String ip, boolean matches) {
    assertThat(HostPattern.matches(pattern, ip)).isEqualTo(matches);
  }

  private static Account of(String name, String host) {
    return new Account(name, host, AuthPlugin.MYSQL_NATIVE_PASSWORD, "", false, false);
  }
}
