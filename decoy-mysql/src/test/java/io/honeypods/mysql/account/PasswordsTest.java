package io.honeypods.mysql.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The authentication strings are what mysqld 8.0.12 kept of the password {@code hunter2}. */
class PasswordsTest {

  @ParameterizedTest
  @CsvSource({
    "CACHING_SHA2_PASSWORD, 244124303035241F25556E161C69517A773625792237371C06201B366B2E5471614E41"
        + "3859484C754C434D2F516D48624D703276692F3761455A634273525930376262346A30",
    "SHA256_PASSWORD, 2435246479730D0A5F71407F153237201D1B595A223E5224796B513265564A5075592F776C57"
        + "346B76644D376A627963324361686E7645395362774466336F66316430",
    "MYSQL_NATIVE_PASSWORD,"
        + " 2A35383831353937304245373742333732303237364636334442313938423146413432453543433032",
  })
  void knowsWhatTheRealServerKept(AuthPlugin plugin, String hex) {
    var kept = new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    var account = new Account("a", "%", plugin, kept, false, false);
    assertThat(Passwords.matches(account, "hunter2".getBytes(UTF_8))).isTrue();
    assertThat(Passwords.matches(account, "hunter3".getBytes(UTF_8))).isFalse();
    assertThat(Passwords.matches(account, new byte[0])).isFalse();
  }

  @ParameterizedTest
  @EnumSource(AuthPlugin.class)
  void whatItKeepsProvesThePassword(AuthPlugin plugin) {
    String kept = Passwords.hash(plugin, "s3cret ü", new Random(1));
    var account = new Account("a", "%", plugin, kept, false, false);
    assertThat(Passwords.matches(account, "s3cret ü".getBytes(UTF_8))).isTrue();
    assertThat(Passwords.matches(account, "s3cret".getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(AuthPlugin.class)
  void anEmptyPasswordIsKeptAsNothing(AuthPlugin plugin) {
    var account = new Account("a", "%", plugin, Passwords.hash(plugin, ""), false, false);
    assertThat(account.authenticationString()).isEmpty();
    assertThat(Passwords.matches(account, new byte[0])).isTrue();
    assertThat(Passwords.matches(account, new byte[] {'x'})).isFalse();
  }

  @Test
  void saltsHaveSevenBitsAndNeitherNulNorDollar() {
    var random = new Random(3);
    IntStream.range(0, 1000)
        .forEach(
            _ -> {
              for (byte b : Passwords.salt(random)) {
                assertThat(b).isPositive().isNotEqualTo((byte) '$');
              }
            });
  }
}
