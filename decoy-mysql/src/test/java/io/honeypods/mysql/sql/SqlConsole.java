package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Accounts;
import io.honeypods.mysql.account.AuthPlugin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A session of an engine of its own, whose answers are text. */
final class SqlConsole {
  private static final Account ROOT =
      new Account("root", "%", AuthPlugin.MYSQL_NATIVE_PASSWORD, "", false, false);

  private final SqlSession session;

  SqlConsole() {
    var profile =
        new ServerProfile(
            "8.0.44",
            "mysql-0",
            "a7a4a5ff-c76f-11f0-8f8c-0242ac110002",
            3306,
            Instant.EPOCH,
            Instant.EPOCH);
    var server =
        new SqlServer(profile, new Accounts(List.of(ROOT)), Limits.DEFAULT, InstantSource.system());
    session = server.open(new Client(8, "root", "10.0.0.5", 40_000, ROOT, Client.Tls.NONE));
    run("CREATE DATABASE d");
    run("USE d");
  }

  /** Lines of a statement, an arrow and what comes of it. */
  static Stream<Arguments> table(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" => ", 2))
        .map(parts -> Arguments.of(parts[0], parts[1]));
  }

  SqlResult run(String sql) {
    return session.execute(sql, false).results().getLast();
  }

  private SqlResult.Rows result(String sql) {
    SqlResult result = run(sql);
    if (result instanceof SqlResult.Rows rows) {
      return rows;
    }
    throw new AssertionError(sql + ": " + result + " (expected rows)");
  }

  /** Rows with slashes, values with bars between them. */
  String rows(String sql) {
    SqlResult.Rows result = result(sql);
    return result.rows().stream()
        .map(row -> row(result.columns(), row))
        .collect(Collectors.joining(" / "));
  }

  private static String row(List<ColumnDefinition> columns, List<Value> row) {
    var values = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      boolean fixed = columns.get(i).decimals() < ResultType.VARIES;
      values.append(i == 0 ? "" : " | ");
      values.append(
          row.get(i) instanceof Value.Real(var number) && fixed
              ? Coercion.real(number, columns.get(i).decimals())
              : Coercion.text(row.get(i)));
    }
    return values.toString();
  }

  /** Type, collation, length, flags and decimals of each column. */
  String columns(String sql) {
    return result(sql).columns().stream()
        .map(
            column ->
                "%s %d %d %04x %d"
                    .formatted(
                        column.type(),
                        column.collation(),
                        column.length(),
                        column.flags(),
                        column.decimals()))
        .collect(Collectors.joining(", "));
  }

  int status(String sql) {
    return result(sql).status();
  }

  String error(String sql) {
    if (run(sql) instanceof SqlResult.Failed failed) {
      return failed.error().code() + " " + failed.error().message();
    }
    throw new AssertionError(sql + " was done (expected an error)");
  }
}
