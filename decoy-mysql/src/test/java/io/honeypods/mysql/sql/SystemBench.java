package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Accounts;
import io.honeypods.mysql.account.AuthPlugin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A server whose administration is asked directly, without the engine's parser. */
final class SystemBench {
  static final Instant STARTED = Instant.parse("2026-02-03T04:05:06Z");

  final Accounts accounts;
  final SqlServer server;
  final Session session;

  SystemBench() {
    var root = new Account("root", "%", AuthPlugin.MYSQL_NATIVE_PASSWORD, "", true, false);
    accounts = new Accounts(List.of(root));
    server =
        new SqlServer(
            new ServerProfile(
                "8.0.44",
                "mysql-0",
                "6836d538-e63f-11f1-ba32-02fc00000001",
                3306,
                STARTED.minusSeconds(86_400),
                STARTED),
            accounts,
            Limits.DEFAULT,
            InstantSource.fixed(STARTED.plusSeconds(4_000)));
    session = open(9, root);
  }

  Session open(long id, Account account) {
    return server.enter(
        new Client(id, account.name(), "10.0.0.5", 40_000, account, Client.Tls.NONE));
  }

  void ok(String sql) {
    StatementResult result = server.system().statements().run(session, sql);
    if (!(result instanceof StatementResult.Ok)) {
      throw new AssertionError(sql + " gave " + result + " (expected OK)");
    }
  }

  List<List<String>> rows(String sql) {
    return rows(session, sql);
  }

  List<List<String>> rows(Session asker, String sql) {
    StatementResult result = server.system().statements().run(asker, sql);
    if (result instanceof StatementResult.Table table) {
      return texts(table.rows());
    }
    throw new AssertionError(sql + " gave " + result + " (expected rows)");
  }

  List<List<String>> table(String schema, String name) {
    VirtualTable table = server.catalogue().virtual(schema, name);
    if (table == null) {
      throw new AssertionError("no table " + schema + "." + name);
    }
    return texts(table.rows(session));
  }

  String refused(String sql) {
    return refused(session, sql);
  }

  String refused(Session asker, String sql) {
    try {
      return "done: " + server.system().statements().run(asker, sql);
    } catch (SqlException e) {
      return e.error().code() + " (" + e.error().state() + ") " + e.error().message();
    }
  }

  private static List<List<String>> texts(List<List<Value>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(value -> String.valueOf(ColumnText.plain(value))).toList())
        .toList();
  }
}
