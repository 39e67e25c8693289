package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.sql.Client;
import io.honeypods.mysql.sql.SqlServer;
import io.honeypods.mysql.sql.SqlSession;
import org.jspecify.annotations.Nullable;

/** Any text as SQL: an answer, never an exception; what it says is also a statement's event. */
class SqlFuzzTest {
  private static final Account ROOT =
      new Account("root", "%", AuthPlugin.MYSQL_NATIVE_PASSWORD, "", false, false);

  private static @Nullable SqlServer server;

  /** One for all texts, since making one takes longer than most statements. */
  private static SqlServer server() throws ConfigException {
    SqlServer made = server;
    if (made == null) {
      made = TestMysql.server(TestMysql.config(MysqlProfile.NATIVE, null)).sql();
      server = made;
    }
    return made;
  }

  @FuzzTest(maxDuration = "10m")
  void anyText(byte[] data) throws ConfigException {
    String sql = new String(data, UTF_8);
    SqlServer server = server();
    var client = new Client(8, "root", "10.0.0.5", 40_000, ROOT, Client.Tls.NONE);
    try (SqlSession session = server.open(client)) {
      session.execute("DROP DATABASE IF EXISTS d", false);
      session.execute("CREATE DATABASE d", false);
      session.execute("USE d", false);
      session.execute("CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(20))", false);
      assertThat(session.execute(sql, true).results()).isNotEmpty();
      session.prepare(sql);
      assertThat(StatementReport.load().of(sql).language()).isEqualTo("sql");
    }
  }
}
