package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Secret;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong password is in the event: in clear where the protocol allows it, else to be cracked. */
class CapturedPasswordIT {
  private static final String PASSWORD = "winter2026";

  @Test
  void inClearFromConnectorJOverTls() throws ConfigException {
    try (var mysql = new TestMysql(TestMysql.config(MysqlProfile.SHA2, null))) {
      String url = "jdbc:mysql://127.0.0.1:" + mysql.port() + "/?sslMode=REQUIRED";
      assertThatThrownBy(() -> DriverManager.getConnection(url, "root", PASSWORD).close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied for user 'root'@'127.0.0.1' (using password: YES)");
      assertThat(secret(mysql)).isEqualTo(Secret.password(PASSWORD));
    }
  }

  @Test
  void inClearFromTheCommandLineClientWithoutTls() throws ConfigException, IOException {
    Tools.require("mariadb");
    try (var mysql = new TestMysql(TestMysql.config(MysqlProfile.SHA2, null))) {
      String port = Integer.toString(mysql.port());
      Command out =
          Command.run(
              "mariadb", "--skip-ssl", "-h127.0.0.1", "-P" + port, "-uroot", "-p" + PASSWORD);
      assertThat(out.err()).contains("ERROR 1045 (28000)");
      assertThat(secret(mysql)).isEqualTo(Secret.password(PASSWORD));
    }
  }

  @Test
  void asAHashThatJohnCracksFromPyMysql(@TempDir Path folder) throws ConfigException, IOException {
    Tools.require("/usr/bin/python3", "john");
    try (var mysql = new TestMysql(TestMysql.config(MysqlProfile.NATIVE, null))) {
      Command.run(
          "/usr/bin/python3",
          "-c",
          "import pymysql; pymysql.connect(host='127.0.0.1', port=%d, user='root', password='%s')"
              .formatted(mysql.port(), PASSWORD));
      assertThat(secret(mysql).type()).isEqualTo(Secret.Type.HASH);
      Path hash = Files.writeString(folder.resolve("hash"), secret(mysql).value().value() + "\n");
      Path words = Files.write(folder.resolve("words"), List.of("summer2026", PASSWORD), UTF_8);
      Command out =
          Command.run(
              "john",
              "--format=mysqlna",
              "--pot=" + folder.resolve("pot"),
              "--wordlist=" + words,
              hash.toString());
      assertThat(out.out()).contains(PASSWORD);
    }
  }

  private static Secret secret(TestMysql mysql) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (mysql.seen(LoginAttempted.class).isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return mysql.seen(LoginAttempted.class).getFirst().secret();
  }
}
