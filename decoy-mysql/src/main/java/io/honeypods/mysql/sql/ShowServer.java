package io.honeypods.mysql.sql;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** SHOW of the server itself: its variables, status, engines, sessions and logs. */
final class ShowServer {
  private static final int SHORT_INFO = 100;
  private static final int EVENT_SCHEDULER = 5;

  private final SqlServer server;
  private final SystemVariableStore variables;
  private final ServerStatus status;
  private final Grants grants;

  ShowServer(SqlServer server, SystemVariableStore variables, ServerStatus status, Grants grants) {
    this.server = server;
    this.variables = variables;
    this.status = status;
    this.grants = grants;
  }

  StatementResult variables(Session session, Cursor cursor, boolean global) {
    return named(
        session,
        cursor,
        global ? "global_variables" : "session_variables",
        variables.shown(session, global));
  }

  StatementResult status(Session session, Cursor cursor, boolean global) {
    return named(
        session,
        cursor,
        global ? "global_status" : "session_status",
        status.shown(session, global));
  }

  private static StatementResult named(
      Session session, Cursor cursor, String shape, List<Map.Entry<String, String>> values) {
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    var rows = new ShowRows(shape);
    values.forEach(value -> rows.add(value.getKey(), value.getValue()));
    return rows.result(session, filter, 0);
  }

  StatementResult processes(Session session, Cursor cursor, boolean full, String statement) {
    cursor.expectEnd();
    var rows = new ShowRows(full ? "full processlist" : "processlist");
    boolean all = grants.hasAny(session, "PROCESS");
    if (all) {
      rows.add(
          EVENT_SCHEDULER,
          "event_scheduler",
          "localhost",
          null,
          "Daemon",
          status.uptime(),
          "Waiting on empty queue",
          null);
    }
    for (Session other : server.sessions()) {
      Client client = other.client();
      boolean own = other == session;
      if (own || all || client.account().equals(session.client().account())) {
        String running = own ? statement : other.running();
        String info =
            running == null || full || running.length() <= SHORT_INFO
                ? running
                : running.substring(0, SHORT_INFO);
        long since = Duration.between(other.since(), server.clock().instant()).toSeconds();
        rows.add(
            client.connectionId(),
            client.user(),
            client.ip() + ":" + client.port(),
            other.schema(),
            running == null ? "Sleep" : "Query",
            own ? 0L : Math.max(0, since),
            own ? "init" : running == null ? "" : "executing",
            info);
      }
    }
    return rows.result();
  }

  StatementResult engines(Cursor cursor) {
    cursor.expectEnd();
    var rows = new ShowRows("engines");
    for (List<String> engine : SystemFacts.table("engines.txt", 6)) {
      rows.add(engine.stream().map(cell -> cell.equals("NULL") ? null : cell).toArray());
    }
    return rows.result();
  }

  /** SHOW ENGINE … STATUS and the like. */
  StatementResult engine(Session session, Cursor cursor) {
    String name = cursor.wordOrString();
    String what = cursor.peek().text().toUpperCase(Locale.ROOT);
    if (!List.of("STATUS", "MUTEX", "LOGS").contains(what)) {
      throw cursor.error();
    }
    cursor.next();
    cursor.expectEnd();
    boolean known =
        name.equalsIgnoreCase("ALL")
            || SystemFacts.table("engines.txt", 6).stream()
                .anyMatch(engine -> engine.getFirst().equalsIgnoreCase(name));
    if (!known) {
      throw new SqlException(1286, "42000", "Unknown storage engine '" + name + "'");
    }
    grants.requireAny(session, "PROCESS");
    var rows = new ShowRows("engine status");
    if (name.equalsIgnoreCase("INNODB") && what.equals("STATUS")) {
      rows.add("InnoDB", "", status.innodb());
    }
    return rows.result();
  }

  StatementResult plugins(Cursor cursor) {
    cursor.expectEnd();
    var rows = new ShowRows("plugins");
    for (List<String> plugin : SystemFacts.table("plugins.txt", 11)) {
      rows.add(plugin.get(0), plugin.get(2), plugin.get(3), null, plugin.get(9));
    }
    return rows.result();
  }

  StatementResult charsets(Session session, Cursor cursor) {
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    var rows = new ShowRows("charset");
    for (List<String> charset : SystemFacts.table("charsets.txt", 4)) {
      rows.add(charset.get(0), charset.get(1), charset.get(2), Integer.valueOf(charset.get(3)));
    }
    return rows.result(session, filter, 0);
  }

  StatementResult collations(Session session, Cursor cursor) {
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    var rows = new ShowRows("collation");
    for (CollationFacts collation : CollationFacts.all()) {
      rows.add(
          collation.collation().name(),
          collation.collation().charset(),
          collation.collation().id(),
          collation.collation().isDefault() ? "Yes" : "",
          "Yes",
          collation.sortLength(),
          collation.padding());
    }
    return rows.result(session, filter, 0);
  }

  StatementResult privileges(Cursor cursor) {
    cursor.expectEnd();
    var rows = new ShowRows("privileges");
    SystemFacts.table("privileges.txt", 3).forEach(line -> rows.add(line.toArray()));
    Privileges.DYNAMIC.forEach(name -> rows.add(name, "Server Admin", ""));
    return rows.result();
  }

  StatementResult warnings(Session session, Cursor cursor, boolean onlyErrors) {
    long skip = 0;
    long count = Long.MAX_VALUE;
    if (cursor.accept("LIMIT")) {
      count = cursor.integer();
      if (cursor.acceptSign(",")) {
        skip = count;
        count = cursor.integer();
      } else if (cursor.accept("OFFSET")) {
        skip = cursor.integer();
      }
    }
    cursor.expectEnd();
    var rows = new ShowRows("warnings");
    session.warnings().stream()
        .filter(warning -> !onlyErrors || warning.level() == Warning.Level.ERROR)
        .skip(skip)
        .limit(count)
        .forEach(warning -> rows.add(warning.level().label(), warning.code(), warning.message()));
    return rows.result();
  }

  /** SHOW COUNT(*) WARNINGS or ERRORS, from the parenthesis on. */
  StatementResult count(Session session, Cursor cursor) {
    cursor.expectSign("(");
    cursor.expectSign("*");
    cursor.expectSign(")");
    boolean errors = cursor.accept("ERRORS");
    if (!errors) {
      cursor.expect("WARNINGS");
    }
    cursor.expectEnd();
    long count =
        session.warnings().stream()
            .filter(warning -> !errors || warning.level() == Warning.Level.ERROR)
            .count();
    return new ShowRows(errors ? "count errors" : "count warnings").add(count).result();
  }
}
