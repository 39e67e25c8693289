package io.honeypods.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.sql.Client;
import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlSession;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that are made to cost more than they are worth: each ends soon, and all goes on. */
class SqlBoundsTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private SqlSession session;

  @BeforeEach
  void open() throws ConfigException {
    var root = new Account("root", "%", AuthPlugin.MYSQL_NATIVE_PASSWORD, "", false, false);
    session =
        TestMysql.server(TestMysql.config(MysqlProfile.NATIVE, null))
            .sql()
            .open(new Client(8, "root", "10.0.0.5", 40_000, root, Client.Tls.NONE));
    session.execute("CREATE DATABASE d", false);
    session.execute("USE d", false);
  }

  @AfterEach
  void close() {
    session.close();
  }

  static Stream<Arguments> costly() {
    String columns = "information_schema.columns";
    return Stream.of(
        Arguments.of("parentheses", "SELECT " + "(".repeat(50_000) + "1" + ")".repeat(50_000)),
        Arguments.of("half of them", "SELECT " + "(".repeat(100_000)),
        Arguments.of("NOT", "SELECT " + "NOT ".repeat(50_000) + "1"),
        Arguments.of("minus", "SELECT " + "- ".repeat(50_000) + "1"),
        Arguments.of("CASE", "SELECT " + "CASE WHEN 1 THEN ".repeat(20_000) + "1"),
        Arguments.of("subqueries", "SELECT " + "(SELECT ".repeat(5000) + "1" + ")".repeat(5000)),
        Arguments.of("derived", "SELECT * FROM " + "(SELECT * FROM ".repeat(5000) + "t"),
        Arguments.of(
            "function calls", "SELECT " + "ABS(".repeat(20_000) + "1" + ")".repeat(20_000)),
        Arguments.of("long IN list", "SELECT 1 IN (" + "1,".repeat(300_000) + "2)"),
        Arguments.of("long sum", "SELECT 1" + "+1".repeat(200_000)),
        Arguments.of("long concatenation", "SELECT CONCAT(" + "'a',".repeat(200_000) + "'b')"),
        Arguments.of("many unions", "SELECT 1" + " UNION SELECT 1".repeat(20_000)),
        Arguments.of("long identifier", "SELECT `" + "a".repeat(500_000) + "`"),
        Arguments.of("long string", "SELECT '" + "a".repeat(900_000) + "'"),
        Arguments.of(
            "cross joins",
            "SELECT COUNT(*) FROM %1$s a, %1$s b, %1$s c, %1$s d".formatted(columns)),
        Arguments.of(
            "sorted cross join", "SELECT a.* FROM %1$s a, %1$s b ORDER BY 1, 2".formatted(columns)),
        Arguments.of(
            "recursive",
            "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r"),
        Arguments.of(
            "doubling",
            "WITH RECURSIVE r(n) AS (SELECT 'aaaaaaaaaa' UNION ALL SELECT CONCAT(n, n) FROM r)"
                + " SELECT MAX(LENGTH(n)) FROM r"),
        Arguments.of("REPEAT", "SELECT REPEAT(REPEAT('a', 1000000), 1000000)"),
        Arguments.of("SPACE", "SELECT SPACE(4000000000)"),
        Arguments.of("LPAD", "SELECT LPAD('a', 2000000000, 'b')"),
        Arguments.of("POW", "SELECT POW(1e300, 1e300), EXP(1e10), 9223372036854775807 + 1"),
        Arguments.of("decimal", "SELECT " + "9".repeat(100_000) + " * " + "9".repeat(100_000)),
        Arguments.of("pattern", "SELECT REPEAT('a', 5000) LIKE REPEAT('%a', 2000)"),
        Arguments.of("regular expression", "SELECT REPEAT('a', 5000) REGEXP '(a+)+$b'"),
        Arguments.of(
            "group_concat", "SELECT GROUP_CONCAT(a.column_name) FROM %1$s a".formatted(columns)),
        Arguments.of("comment", "SELECT 1 /*" + "/*".repeat(200_000)),
        Arguments.of("statements", "SELECT 1;".repeat(100_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("costly")
  void endsSoon(String name, String sql) {
    long start = System.nanoTime();
    Execution execution = session.execute(sql, true);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(SOON);
    assertThat(execution.results()).isNotEmpty();
    assertThat(session.execute("SELECT 1", false).results().getFirst())
        .isInstanceOf(SqlResult.Rows.class);
  }

  @Test
  void crossJoinsAreInterrupted() {
    String sql =
        "SELECT COUNT(*) FROM %1$s a, %1$s b, %1$s c".formatted("information_schema.columns");
    assertThat(session.execute(sql, false).results().getLast())
        .isInstanceOfSatisfying(
            SqlResult.Failed.class, failed -> assertThat(failed.error().code()).isIn(1038, 3024));
  }

  @Test
  void tablesFillUp() {
    session.execute("CREATE TABLE t (a LONGTEXT)", false);
    SqlResult last = new SqlResult.Done(0, 0, 0, 0, "", List.of());
    for (int i = 0; i < 100 && last instanceof SqlResult.Done; i++) {
      last =
          session.execute("INSERT INTO t VALUES (REPEAT('x', 500000))", false).results().getLast();
    }
    assertThat(last)
        .isInstanceOfSatisfying(
            SqlResult.Failed.class, failed -> assertThat(failed.error().code()).isEqualTo(1114));
    session.execute("DROP TABLE t", false);
    session.execute("CREATE TABLE t (a INT)", false);
    assertThat(session.execute("INSERT INTO t VALUES (1)", false).results().getLast())
        .isInstanceOf(SqlResult.Done.class);
  }

  @Test
  void sleepTakesItsTimeWithoutTakingOurs() {
    long start = System.nanoTime();
    Execution execution = session.execute("SELECT SLEEP(3600)", false);
    assertThat(execution.delay()).isEqualTo(Duration.ofHours(1));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }
}
