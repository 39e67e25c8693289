package io.honeypods.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemShowTest {
  private final SystemBench bench = new SystemBench();

  @Test
  void listsWhatAnEmptyServerHas() {
    assertThat(bench.rows("SHOW DATABASES"))
        .containsExactly(
            List.of("information_schema"),
            List.of("mysql"),
            List.of("performance_schema"),
            List.of("sys"));
    assertThat(bench.rows("SHOW TABLES FROM mysql")).hasSize(38);
    assertThat(bench.rows("SHOW FULL TABLES FROM information_schema LIKE 'SCHEMATA'"))
        .containsExactly(List.of("SCHEMATA", "SYSTEM VIEW"));
    assertThat(bench.rows("SHOW ENGINES")).hasSize(11);
  }

  @Test
  void describesColumnsAsTheServerDoes() {
    bench.session.schema("mysql");
    StatementResult result =
        bench.server.system().statements().run(bench.session, "SHOW TABLES LIKE 'use%'");
    var table = (StatementResult.Table) Objects.requireNonNull(result);
    assertThat(table.columns())
        .containsExactly(
            new ColumnDefinition(
                "mysql",
                "TABLES",
                "tables",
                "Tables_in_mysql (use%)",
                "Tables_in_mysql (use%)",
                255,
                256,
                ColumnType.VAR_STRING,
                4225,
                0));
    assertThat(bench.rows("SHOW COLUMNS FROM db LIKE 'H%'"))
        .containsExactly(List.of("Host", "char(255)", "NO", "PRI", "", ""));
  }

  @Test
  void writesTheStatementThatMakesATable() {
    assertThat(bench.rows("SHOW CREATE TABLE mysql.func").getFirst().get(1))
        .isEqualTo(
            """
            CREATE TABLE `func` (
              `name` char(64) COLLATE utf8mb3_bin NOT NULL DEFAULT '',
              `ret` tinyint(1) NOT NULL DEFAULT '0',
              `dl` char(128) COLLATE utf8mb3_bin NOT NULL DEFAULT '',
              `type` enum('function','aggregate') CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci NOT NULL,
              PRIMARY KEY (`name`)
            ) /*!50100 TABLESPACE `mysql` */ ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin STATS_PERSISTENT=0 ROW_FORMAT=DYNAMIC COMMENT='User defined functions'\
            """);
  }

  @Test
  void showsWhoIsConnected() {
    assertThat(bench.rows("SHOW PROCESSLIST"))
        .containsExactly(
            List.of(
                "5",
                "event_scheduler",
                "localhost",
                "null",
                "Daemon",
                "4000",
                "Waiting on empty queue",
                "null"),
            List.of(
                "9", "root", "10.0.0.5:40000", "null", "Query", "0", "init", "SHOW PROCESSLIST"));
  }

  @Test
  void uptimeFollowsTheClock() {
    assertThat(bench.rows("SHOW GLOBAL STATUS LIKE 'Uptime'"))
        .containsExactly(List.of("Uptime", "4000"));
    assertThat(bench.rows("SHOW ENGINE INNODB STATUS").getFirst().get(2))
        .contains("2026-02-03 05:11:46 ")
        .contains("4000 srv_idle")
        .doesNotContain("${");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOW VARIABLES",
        "SHOW STATUS",
        "SHOW PLUGINS",
        "SHOW CHARACTER SET",
        "SHOW COLLATION",
        "SHOW PRIVILEGES",
        "SHOW WARNINGS",
        "SHOW ERRORS",
        "SHOW COUNT(*) WARNINGS",
        "SHOW MASTER STATUS",
        "SHOW BINARY LOGS",
        "SHOW REPLICA STATUS",
        "SHOW SLAVE STATUS",
        "SHOW REPLICAS",
        "SHOW BINLOG EVENTS",
        "SHOW RELAYLOG EVENTS",
        "SHOW TRIGGERS FROM sys",
        "SHOW EVENTS FROM sys",
        "SHOW FUNCTION STATUS",
        "SHOW PROCEDURE STATUS",
        "SHOW OPEN TABLES",
        "SHOW PROFILES",
        "SHOW PROFILE",
        "SHOW TABLE STATUS FROM mysql",
        "SHOW INDEX FROM mysql.user",
        "SHOW FULL COLUMNS FROM mysql.user",
        "SHOW GRANTS",
        "SHOW CREATE USER root",
        "SHOW CREATE DATABASE mysql",
        "SHOW ENGINE INNODB STATUS",
        "CHECK TABLE mysql.user",
        "CHECKSUM TABLE mysql.user",
        "XA RECOVER",
        "HELP 'x'",
      })
  void everyRowIsAsWideAsItsColumns(String sql) {
    StatementResult result = bench.server.system().statements().run(bench.session, sql);
    var table = (StatementResult.Table) Objects.requireNonNull(result);
    assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SHOW|''",
        "SHOW foo|'foo'",
        "SHOW ENGINES foo|'foo'",
        "SHOW CREATE foo|'foo'",
        "SHOW TABLES LIKE|''",
        "GRANT|''",
        "GRANT SELECT|''",
        "FLUSH foo|'foo'",
        "CREATE USER|''",
        "KILL 5 6|'6'",
        "SET PASSWORD FOR bob = password('x')|'password('x')'",
      })
  void saysWhereTheSyntaxIsWrong(String sql, String near) {
    assertThat(bench.refused(sql))
        .isEqualTo(
            "1064 (42000) You have an error in your SQL syntax; check the manual that corresponds"
                + " to your MySQL server version for the right syntax to use near "
                + near
                + " at line 1");
  }

  @Test
  void everySystemTableCanBeRead() {
    for (String schema : List.of("information_schema", "performance_schema", "sys")) {
      for (VirtualTable table : bench.server.catalogue().virtuals(schema)) {
        assertThat(table.rows(bench.session))
            .as(schema + "." + table.name())
            .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
      }
    }
    assertThat(bench.table("information_schema", "TABLES")).hasSize(331);
    assertThat(bench.table("information_schema", "SCHEMATA")).hasSize(4);
    assertThat(bench.table("information_schema", "USER_PRIVILEGES"))
        .contains(List.of("'root'@'%'", "def", "SELECT", "YES"));
  }
}
