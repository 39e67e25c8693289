package io.honeypods.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Accounts;
import io.honeypods.mysql.account.AuthPlugin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshSettingsTest {
  private static final Account ROOT =
      new Account("root", "%", AuthPlugin.MYSQL_NATIVE_PASSWORD, "", true, false);
  private static final int LATIN1 = 8;
  private static final int UTF8MB4 = 255;

  private Instant now = SystemBench.STARTED;
  private long lastId = 8;
  private final SqlServer server =
      new SqlServer(
          new ServerProfile("8.0.44", "mysql-0", "6836d538", 3306, now, now),
          new Accounts(List.of(ROOT)),
          Limits.DEFAULT,
          () -> now);

  @Test
  void sessionsOfOneCollationShareThem() {
    assertThat(open(UTF8MB4).settings()).isSameAs(open(UTF8MB4).settings());
    assertThat(open(LATIN1).settings().connection().name()).isEqualTo("latin1_swedish_ci");
    assertThat(open(UTF8MB4).settings().connection().name()).isEqualTo("utf8mb4_0900_ai_ci");
  }

  @Test
  void aGlobalChangeIsForThoseThatComeLater() {
    Session before = open(UTF8MB4);
    run(open(UTF8MB4), "SET GLOBAL sql_mode = 'ANSI_QUOTES'");
    assertThat(open(UTF8MB4).settings().mode("ANSI_QUOTES")).isTrue();
    assertThat(before.settings().mode("ANSI_QUOTES")).isFalse();
  }

  @Test
  void aSessionThatSetsSomethingHasItsOwn() {
    Session own = open(UTF8MB4);
    run(own, "SET autocommit = 0");
    assertThat(own.settings().autocommit()).isFalse();
    assertThat(open(UTF8MB4).settings().autocommit()).isTrue();
  }

  private static void run(Session session, String sql) {
    session.runner().run(sql, List.of(), false);
  }

  private Session open(int collation) {
    now = now.plusMillis(1);
    return server.enter(
        new Client(++lastId, "root", "10.0.0.5", 40_000, ROOT, Client.Tls.NONE, collation, false));
  }
}
