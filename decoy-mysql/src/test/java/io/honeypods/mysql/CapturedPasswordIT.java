package io.honeypods.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Secret;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong password is in the event: in clear where the protocol allows it, else to be cracked. */
class CapturedPasswordIT {
  private static final String PASSWORD = "winter2026";

  @Test
  void inClearFromConnectorJOverTls() throws ConfigException {
    try (var mysql = new TestMysql(TestMysql.config(MysqlProfile.SHA2, null), List.of())) {
      String url = "jdbc:mysql://127.0.0.1:" + mysql.port() + "/?sslMode=REQUIRED";
      assertThatThrownBy(() -> DriverManager.getConnection(url, "root", PASSWORD).close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied for user 'root'@'127.0.0.1' (using password: YES)");
      assertThat(secret(mysql)).isEqualTo(Secret.password(PASSWORD));
    }
  }

  @Test
  void inClearFromTheCommandLineClientWithoutTls() throws ConfigException {
    Tools.require("mariadb");
    try (var mysql = new TestMysql(TestMysql.config(MysqlProfile.SHA2, null), List.of())) {
      String port = Integer.toString(mysql.port());
      Command out =
          Command.run(
              "mariadb", "--skip-ssl", "-h127.0.0.1", "-P" + port, "-uroot", "-p" + PASSWORD);
      assertThat(out.err()).contains("ERROR 1045 (28000)");
      assertThat(secret(mysql)).isEqualTo(Secret.password(PASSWORD));
    }
  }

  /** PyMySQL's own arithmetic finds it in a list of words, as hashcat -m 11200 does. */
  @Test
  void asAHashThatIsCrackedFromPyMysql() throws ConfigException {
    Tools.require("/usr/bin/python3");
    try (var mysql = new TestMysql(TestMysql.config(MysqlProfile.NATIVE, null), List.of())) {
      python(
          "import pymysql; pymysql.connect(host='127.0.0.1', port=%d, user='root', password='%s')"
              .formatted(mysql.port(), PASSWORD));
      assertThat(secret(mysql).type()).isEqualTo(Secret.Type.HASH);
      Command cracked =
          python(
              """
              from pymysql._auth import scramble_native_password as answer
              salt, seen = (bytes.fromhex(part) for part in '%s'[len('$mysqlna$'):].split('*'))
              print([word for word in ('summer2026', '%s') if answer(word.encode(), salt) == seen])
              """
                  .formatted(secret(mysql).value().value(), PASSWORD));
      assertThat(cracked.out().strip()).isEqualTo("['" + PASSWORD + "']");
    }
  }

  private static Command python(String program) {
    return Command.run("/usr/bin/python3", "-c", program);
  }

  private static Secret secret(TestMysql mysql) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (mysql.seen(LoginAttempted.class).isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return mysql.seen(LoginAttempted.class).getFirst().secret();
  }
}
