package io.honeypods.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.mysql.sql.SystemVariables.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors and warnings are those of a genuine mysqld. */
class SystemVariableStoreTest {
  private final SystemBench bench = new SystemBench();
  private final SystemVariables variables = bench.server.system().variables();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "ANY|autocommit|2|1231 Variable 'autocommit' can't be set to the value of '2'",
        "ANY|max_connections|5|1229 Variable 'max_connections' is a GLOBAL variable and should be"
            + " set with SET GLOBAL",
        "GLOBAL|max_connections|'5'|1232 Incorrect argument type to variable 'max_connections'",
        "GLOBAL|max_connections|5.5|1232 Incorrect argument type to variable 'max_connections'",
        "GLOBAL|timestamp|1|1228 Variable 'timestamp' is a SESSION variable and can't be used with"
            + " SET GLOBAL",
        "GLOBAL|secure_file_priv|'/x'|1238 Variable 'secure_file_priv' is a read only variable",
        "GLOBAL|nosuch|1|1193 Unknown system variable 'nosuch'",
        "ANY|time_zone|'foo'|1298 Unknown or incorrect time zone: 'foo'",
        "ANY|sql_mode|'foo'|1231 Variable 'sql_mode' can't be set to the value of 'foo'",
        "ANY|character_set_client|'utf16'|1231 Variable 'character_set_client' can't be set to the"
            + " value of 'utf16'",
        "ANY|character_set_client|'foo'|1115 Unknown character set: 'foo'",
        "ANY|collation_connection|'foo'|1273 Unknown collation: 'foo'",
        "ANY|default_storage_engine|'foo'|1286 Unknown storage engine 'foo'",
        "GLOBAL|general_log_file|'/var/www/html/x.php'|1231 Variable 'general_log_file' can't be"
            + " set to the value of '/var/www/html/x.php'",
        "GLOBAL|general_log_file|'/tmp/x.cnf'|1231 Variable 'general_log_file' can't be set to the"
            + " value of '/tmp/x.cnf'",
        "GLOBAL|event_scheduler|2|1231 Variable 'event_scheduler' can't be set to the value of '2'",
        "ANY|optimizer_switch|'foo=off'|1231 Variable 'optimizer_switch' can't be set to the value"
            + " of 'foo=off'",
        "SESSION|max_allowed_packet|5|1621 SESSION variable 'max_allowed_packet' is read-only. Use"
            + " SET GLOBAL to assign the value",
        "ANY|gtid_next|'x'|1774 Malformed GTID specification 'x'.",
      })
  void refusesWhatTheServerRefuses(Scope scope, String name, String value, String error) {
    assertThat(refused(scope, name, value)).isEqualTo(error);
  }

  @Test
  void clampsNumbersWithAWarning() {
    variables.set(bench.session, Scope.GLOBAL, "max_connections", Value.Int.of(0));
    assertThat(bench.session.warnings())
        .containsExactly(
            new Warning(
                Warning.Level.WARNING, 1292, "Truncated incorrect max_connections value: '0'"));
    assertThat(shown("SHOW GLOBAL VARIABLES LIKE 'max_connections'")).isEqualTo("1");
    variables.set(bench.session, Scope.GLOBAL, "max_allowed_packet", Value.Int.of(1_000_001));
    assertThat(shown("SHOW GLOBAL VARIABLES LIKE 'max_allowed_packet'")).isEqualTo("999424");
  }

  @Test
  void listsSqlModesInItsOrderWithWhatTheyImply() {
    set("sql_mode", new Value.Text("ansi"));
    assertThat(shown("SHOW VARIABLES LIKE 'sql_mode'"))
        .isEqualTo(
            "REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ONLY_FULL_GROUP_BY,ANSI");
    set("sql_mode", new Value.Text("TRADITIONAL"));
    assertThat(shown("SHOW VARIABLES LIKE 'sql_mode'"))
        .isEqualTo(
            "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                + "ERROR_FOR_DIVISION_BY_ZERO,TRADITIONAL,NO_ENGINE_SUBSTITUTION");
  }

  @Test
  void aGlobalValueIsSeenByAll() {
    variables.set(bench.session, Scope.GLOBAL, "wait_timeout", Value.Int.of(7));
    assertThat(bench.rows("SHOW GLOBAL VARIABLES LIKE 'wait_timeout'"))
        .containsExactly(List.of("wait_timeout", "7"));
  }

  @Test
  void tellsClientsThatTrackIt() {
    List<SqlResult.StateChange> told = set("autocommit", Value.Int.of(0));
    assertThat(told).containsExactly(new SqlResult.StateChange.SystemVariable("autocommit", "OFF"));
    assertThat(set("sql_safe_updates", Value.Int.of(1))).isEmpty();
  }

  @Test
  void knowsEveryVariableOfTheVersion() {
    assertThat(bench.rows("SHOW GLOBAL VARIABLES")).hasSizeGreaterThan(600);
    assertThat(shown("SHOW VARIABLES LIKE 'version'")).isEqualTo("8.0.44");
    assertThat(shown("SHOW VARIABLES LIKE 'hostname'")).isEqualTo("mysql-0");
    assertThat(shown("SHOW VARIABLES LIKE 'secure_file_priv'")).isEqualTo("/var/lib/mysql-files/");
    assertThat(shown("SHOW VARIABLES LIKE 'general_log_file'"))
        .isEqualTo("/var/lib/mysql/mysql-0.log");
    assertThat(shown("SHOW VARIABLES LIKE 'long_query_time'")).isEqualTo("10.000000");
  }

  private List<SqlResult.StateChange> set(String name, Value value) {
    return variables.set(bench.session, Scope.ANY, name, value);
  }

  private String shown(String sql) {
    return bench.rows(sql).getFirst().get(1);
  }

  private String refused(Scope scope, String name, String text) {
    try {
      return "done: " + variables.set(bench.session, scope, name, value(text));
    } catch (SqlException e) {
      return e.error().code() + " " + e.error().message();
    }
  }

  private static @Nullable Value value(String text) {
    if (text.startsWith("'")) {
      return new Value.Text(text.substring(1, text.length() - 1));
    }
    return text.contains(".")
        ? new Value.Decimal(new BigDecimal(text))
        : Value.Int.of(Long.parseLong(text));
  }
}
