package io.honeypods.mysql.diff;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Accounts;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.sql.Client;
import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.Limits;
import io.honeypods.mysql.sql.ServerProfile;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlServer;
import io.honeypods.mysql.sql.SqlSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our engine without a wire. */
final class EngineTarget implements Target {
  private static final Account ROOT =
      new Account("root", "%", AuthPlugin.MYSQL_NATIVE_PASSWORD, "", false, false);

  private final SqlServer server;
  private final SqlSession main;
  private @Nullable SqlSession second;

  EngineTarget(SqlServer server) {
    this.server = server;
    main = open(9);
    run(Line.parse("", "DROP DATABASE IF EXISTS " + WireTarget.SCHEMA));
    run(Line.parse("", "CREATE DATABASE " + WireTarget.SCHEMA));
    run(Line.parse("", "USE " + WireTarget.SCHEMA));
  }

  static SqlServer server(String version) {
    var profile =
        new ServerProfile(
            version,
            "mysql-0",
            "a7a4a5ff-c76f-11f0-8f8c-0242ac110002",
            3306,
            Instant.now().minusSeconds(900_000),
            Instant.now().minusSeconds(1000));
    return new SqlServer(
        profile, new Accounts(List.of(ROOT)), Limits.DEFAULT, InstantSource.system());
  }

  private SqlSession open(long id) {
    return server.open(new Client(id, "root", "127.0.0.1", 50_000, ROOT, Client.Tls.NONE));
  }

  @Override
  public List<String> run(Line line) {
    SqlSession session = line.has('2') ? second() : main;
    try {
      List<String> outcome =
          line.has('?') ? prepared(session, line) : text(session, line.sql(), line.has('*'));
      if (Warnings.follow(outcome)) {
        Warnings.append(outcome, text(session, "SHOW WARNINGS", false));
      }
      return outcome;
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(
          "THROWN " + e + " at " + List.of(e.getStackTrace()).stream().limit(4).toList());
    }
  }

  private SqlSession second() {
    if (second == null) {
      second = open(10);
      text(second, "USE " + WireTarget.SCHEMA, false);
    }
    return second;
  }

  private static List<String> text(SqlSession session, String sql, boolean multiple) {
    var lines = new ArrayList<String>();
    session.execute(sql, multiple).results().forEach(result -> add(lines, result, false));
    return lines;
  }

  private static List<String> prepared(SqlSession session, Line line) {
    var lines = new ArrayList<String>();
    switch (session.prepare(line.sql())) {
      case SqlSession.Preparation.Refused refused -> lines.add(error(refused.error()));
      case SqlSession.Preparation.Ready ready -> {
        var statement = ready.statement();
        lines.add(
            "PREPARED parameters=%d columns=%d warnings=%d"
                .formatted(
                    statement.parameters(), statement.columns().size(), statement.warnings()));
        statement.columns().forEach(column -> lines.add(column(column)));
        var values = line.parameters().stream().map(Parameter::value).toList();
        session.execute(statement, values).results().forEach(result -> add(lines, result, true));
      }
    }
    return lines;
  }

  private static void add(List<String> lines, SqlResult result, boolean binary) {
    switch (result) {
      case SqlResult.Failed(var error, var begun) -> {
        if (begun != null) {
          begun.columns().forEach(column -> lines.add(column(column)));
        }
        lines.add(error(error));
      }
      case SqlResult.Done done ->
          lines.add(
              "OK affected=%d id=%d status=%04x warnings=%d info=%s%s"
                  .formatted(
                      done.affectedRows(),
                      done.lastInsertId(),
                      done.status(),
                      done.warnings(),
                      "'" + done.info() + "'",
                      Decoded.track(done.changes().stream().map(EngineTarget::change).toList())));
      case SqlResult.Rows rows -> {
        rows.columns().forEach(column -> lines.add(column(column)));
        rows.rows()
            .forEach(row -> lines.add("ROW " + EngineValues.row(rows.columns(), row, binary)));
        lines.add("EOF status=%04x warnings=%d".formatted(rows.status(), rows.warnings()));
      }
    }
  }

  private static String change(SqlResult.StateChange change) {
    return switch (change) {
      case SqlResult.StateChange.SystemVariable variable ->
          "variable " + variable.name() + "=" + variable.value();
      case SqlResult.StateChange.Schema schema -> "schema " + schema.name();
    };
  }

  private static String error(SqlError error) {
    return "ERR %d (%s) %s".formatted(error.code(), error.state(), error.message());
  }

  private static String column(ColumnDefinition column) {
    return Decoded.column(
            column.schema(),
            column.table(),
            column.originalTable(),
            column.name(),
            column.originalName())
        + " %s coll=%d len=%d flags=%04x dec=%d"
            .formatted(
                column.type().name(),
                column.collation(),
                column.length(),
                column.flags(),
                column.decimals());
  }

  @Override
  public void close() {
    main.close();
    if (second != null) {
      second.close();
    }
  }
}
