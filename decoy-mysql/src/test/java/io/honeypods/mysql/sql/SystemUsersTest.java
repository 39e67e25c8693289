package io.honeypods.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Passwords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors are those of a genuine mysqld. */
class SystemUsersTest {
  private final SystemBench bench = new SystemBench();

  @Test
  void aNewPasswordHolds() {
    bench.ok("ALTER USER 'root'@'%' IDENTIFIED BY 'owned'");
    Account root = Objects.requireNonNull(bench.accounts.get("root", "%"));
    assertThat(Passwords.matches(root, "owned".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(root.planted()).isFalse();
    assertThat(bench.accounts.generation()).isPositive();
    bench.ok("SET PASSWORD FOR root = ''");
    assertThat(Objects.requireNonNull(bench.accounts.get("root", "%")).authenticationString())
        .isEmpty();
  }

  @Test
  void accountsAreMadeRenamedAndDropped() {
    bench.ok("CREATE USER bob@'10.%' IDENTIFIED WITH mysql_native_password BY 'x', eve");
    assertThat(Objects.requireNonNull(bench.accounts.get("bob", "10.%")).authenticationString())
        .isEqualTo("*B69027D44F6E5EDC07F1AEAD1477967B16F28227");
    bench.ok("RENAME USER bob@'10.%' TO bob@'192.168.%'");
    assertThat(bench.accounts.get("bob", "10.%")).isNull();
    assertThat(bench.refused("DROP USER eve, nobody"))
        .isEqualTo("1396 (HY000) Operation DROP USER failed for 'nobody'@'%'");
    assertThat(bench.accounts.get("eve", "%")).isNotNull();
    bench.ok("DROP USER IF EXISTS eve, nobody");
    assertThat(bench.session.warnings())
        .containsExactly(
            new Warning(Warning.Level.NOTE, 3162, "Authorization ID 'nobody'@'%' does not exist."));
  }

  @Test
  void grantsReadAsTheyWereGiven() {
    bench.ok("CREATE USER bob");
    bench.ok("GRANT ALL ON shop.* TO bob");
    bench.ok("GRANT SELECT, INSERT ON mysql.user TO bob");
    assertThat(bench.rows("SHOW GRANTS FOR bob"))
        .containsExactly(
            List.of("GRANT USAGE ON *.* TO `bob`@`%`"),
            List.of("GRANT ALL PRIVILEGES ON `shop`.* TO `bob`@`%`"),
            List.of("GRANT SELECT, INSERT ON `mysql`.`user` TO `bob`@`%`"));
    bench.ok("REVOKE ALL ON shop.* FROM bob");
    bench.ok("REVOKE INSERT ON mysql.user FROM bob");
    assertThat(bench.rows("SHOW GRANTS FOR bob"))
        .containsExactly(
            List.of("GRANT USAGE ON *.* TO `bob`@`%`"),
            List.of("GRANT SELECT ON `mysql`.`user` TO `bob`@`%`"));
    assertThat(bench.rows("SHOW GRANTS").getFirst().getFirst())
        .startsWith("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD")
        .endsWith("ON *.* TO `root`@`%` WITH GRANT OPTION");
  }

  @Test
  void whatAnAccountMayNotDoIsRefused() {
    bench.ok("CREATE USER low");
    Session low = bench.open(11, Objects.requireNonNull(bench.accounts.get("low", "%")));
    assertThat(bench.refused(low, "CREATE USER x"))
        .isEqualTo(
            "1227 (42000) Access denied; you need (at least one of) the CREATE USER privilege(s)"
                + " for this operation");
    assertThat(bench.refused(low, "SHOW TABLES FROM mysql"))
        .isEqualTo("1044 (42000) Access denied for user 'low'@'%' to database 'mysql'");
    assertThat(bench.refused(low, "SHOW GRANTS FOR root"))
        .isEqualTo("1142 (42000) SELECT command denied to user 'low'@'10.0.0.5' for table 'user'");
    assertThat(bench.rows(low, "SHOW DATABASES"))
        .containsExactly(List.of("information_schema"), List.of("performance_schema"));
  }

  @Test
  void theTableOfUsersFollowsAndIsFollowed() {
    bench.ok("CREATE USER bob IDENTIFIED BY 'x'");
    Schema mysql = Objects.requireNonNull(bench.server.catalogue().schema("mysql"));
    Table users = Objects.requireNonNull(mysql.tables().get("user"));
    int name = users.position("User");
    assertThat(users.rows())
        .extracting(row -> ColumnText.plain(row[name]))
        .contains("bob", "root", "mysql.sys", "mysql.session", "mysql.infoschema");
    for (Value[] row : users.rows()) {
      if ("bob".equals(ColumnText.plain(row[name]))) {
        row[users.position("authentication_string")] = new Value.Text("");
      }
    }
    bench.ok("FLUSH PRIVILEGES");
    assertThat(Objects.requireNonNull(bench.accounts.get("bob", "%")).authenticationString())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE USER root|1396 (HY000) Operation CREATE USER failed for 'root'@'%'",
        "CREATE USER a IDENTIFIED WITH foo BY 'x'|1524 (HY000) Plugin 'foo' is not loaded",
        "ALTER USER nobody IDENTIFIED BY 'x'|1396 (HY000) Operation ALTER USER failed for"
            + " 'nobody'@'%'",
        "SET PASSWORD FOR nobody = 'x'|1133 (42000) Can't find any matching row in the user table",
        "GRANT SELECT ON *.* TO nobody|1410 (42000) You are not allowed to create a user with"
            + " GRANT",
        "GRANT PROCESS ON shop.* TO root|1221 (HY000) Incorrect usage of DB GRANT and GLOBAL"
            + " PRIVILEGES",
        "REVOKE INSERT ON mysql.* FROM root|1141 (42000) There is no such grant defined for user"
            + " 'root' on host '%'",
        "KILL 99999|1094 (HY000) Unknown thread id: 99999",
        "INSTALL PLUGIN foo SONAME '../foo.so'|1124 (HY000) No paths allowed for shared library",
        "UNINSTALL PLUGIN foo|1305 (42000) PLUGIN foo does not exist",
        "PURGE BINARY LOGS TO 'binlog.000009'|1373 (HY000) Target log not found in binlog index",
        "BINLOG 'xxx'|1575 (HY000) Decoding of base64 string failed",
        "CLONE LOCAL DATA DIRECTORY='/x'|1524 (HY000) Plugin 'clone' is not loaded",
        "RESTART|3707 (HY000) Restart server failed (mysqld is not managed by supervisor process).",
      })
  void refusesWhatTheServerRefuses(String sql, String error) {
    assertThat(bench.refused(sql)).isEqualTo(error);
  }
}
