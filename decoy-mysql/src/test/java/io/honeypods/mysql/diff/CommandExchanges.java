package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.Steps.array;
import static io.honeypods.mysql.diff.Steps.command;
import static io.honeypods.mysql.diff.Steps.login;
import static io.honeypods.mysql.diff.Steps.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Commands of somebody who has logged in, known and unknown, well formed and not. */
final class CommandExchanges {
  private static final int PING = 14;

  /** SHUTDOWN, PROCESS_INFO, which shows the other exchanges, and PROCESS_KILL. */
  private static final Set<Integer> UNSAFE = Set.of(8, 10, 12);

  /** Zeros register a replica, after which SHOW SLAVE HOSTS makes 8.0.12 crash. */
  private static final int REGISTER_SLAVE = 0x15;

  static final List<Exchange.Step> ROOT = List.of(login(LoginForm.root().to("raw_test")));

  private CommandExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    all.addAll(codes());
    all.addAll(results());
    all.addAll(options());
    all.addAll(fields());
    return all;
  }

  private static List<Exchange> codes() {
    var all = new ArrayList<Exchange>();
    for (int code = 0; code <= 0x22; code++) {
      if (!UNSAFE.contains(code)) {
        all.add(code(code, "bare"));
        all.add(code(code, "short", 1, 2, 3, 4, 5));
        if (code != REGISTER_SLAVE) {
          all.add(code(code, "long", new int[300]));
        }
      }
    }
    for (int code : new int[] {0x55, 0x7f, 0x80, 0xfe, 0xff}) {
      all.add(code(code, "bare"));
    }
    all.add(code(7, "refresh: privileges", 1));
    all.add(code(12, "kill: unknown", 0xff, 0xff, 0xff, 0x7f));
    all.add(code(12, "kill: too short", 1));
    return all;
  }

  private static Exchange code(int code, String kind, int... argument) {
    return Exchange.after(
        ROOT,
        "command 0x%02x %s".formatted(code, kind),
        command(code, array(argument)),
        command(PING));
  }

  private static List<Exchange> results() {
    var all = new ArrayList<Exchange>();
    LoginForm root = LoginForm.root().to("raw_test");
    for (String sql :
        List.of(
            "SELECT 1",
            "SELECT * FROM t",
            "SELECT * FROM t WHERE id=2",
            "SELECT 1 FROM t LIMIT 0",
            "SET @a=1",
            "SELECT 1/0",
            "SELECT 1; SELECT 2",
            "SELECT 1; SELEC 2",
            "SET @a=1; SET @b=2",
            "UPDATE t SET a='x' WHERE id=1",
            "SELECT REPEAT('x',300), REPEAT('y',70000)",
            "SELECT NULL, '', 'a'",
            "SET autocommit=0",
            "BEGIN",
            "USE mysql",
            "SET NAMES latin1",
            "SELEC",
            "",
            "   ",
            ";",
            "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE t")) {
      String name = sql.length() > 40 ? sql.substring(0, 40) : sql;
      all.add(Exchange.of("plain: " + name, login(root), query(sql), command(PING)));
      LoginForm modern =
          root.with(
              Capability.DEPRECATE_EOF,
              Capability.SESSION_TRACK,
              Capability.MULTI_STATEMENTS,
              Capability.FOUND_ROWS,
              Capability.LOCAL_FILES);
      all.add(Exchange.of("modern: " + name, login(modern), query(sql), command(PING)));
    }
    return all;
  }

  private static List<Exchange> options() {
    return List.of(
        Exchange.after(ROOT, "option: on", command(0x1b, array(0, 0)), query("SELECT 1; SELECT 2")),
        Exchange.after(
            ROOT, "option: off", command(0x1b, array(1, 0)), query("SELECT 1; SELECT 2")),
        Exchange.after(ROOT, "option: 2", command(0x1b, array(2, 0))),
        Exchange.after(ROOT, "option: one byte", command(0x1b, array(0))),
        Exchange.after(
            ROOT,
            "reset: variables",
            query("SET @a=1"),
            command(0x1f),
            query("SELECT @a, DATABASE()")),
        Exchange.after(ROOT, "reset: transaction", query("BEGIN"), command(0x1f), command(PING)),
        Exchange.after(ROOT, "init_db: mysql", command(2, "mysql"), query("SELECT DATABASE()")),
        Exchange.after(ROOT, "init_db: unknown", command(2, "nosuch"), query("SELECT DATABASE()")),
        Exchange.after(ROOT, "init_db: with zero", command(2, "mysql\0")),
        Exchange.after(ROOT, "init_db: long", command(2, "x".repeat(100))),
        Exchange.of(
            "init_db: tracked",
            login(LoginForm.root().with(Capability.SESSION_TRACK)),
            command(2, "mysql")),
        Exchange.after(ROOT, "query: with zero", command(3, "SELECT 1\0")),
        Exchange.after(
            ROOT,
            "query: invalid utf-8",
            command(3, array('S', 'E', 'L', 'E', 'C', 'T', ' ', '\'', 0xff, 0xfe, '\''))),
        Exchange.after(ROOT, "query: utf-8", query("SELECT 'ü€😀' AS ü")),
        Exchange.after(ROOT, "statistics", command(9)),
        Exchange.after(ROOT, "debug", command(13), command(PING)));
  }

  private static List<Exchange> fields() {
    List<Exchange.Step> nowhere = List.of(login(LoginForm.root()));
    return List.of(
        Exchange.after(nowhere, "fields: no database", command(4, "t\0")),
        Exchange.after(ROOT, "fields: t", command(4, "t\0")),
        Exchange.after(ROOT, "fields: t, wildcard", command(4, "t\0a%")),
        Exchange.after(ROOT, "fields: t, no match", command(4, "t\0z%")),
        Exchange.after(ROOT, "fields: unknown", command(4, "nosuch\0")),
        Exchange.after(ROOT, "fields: no zero", command(4, "t")),
        Exchange.after(ROOT, "fields: long", command(4, "x".repeat(100) + "\0")),
        Exchange.after(ROOT, "fields: view", command(4, "v\0")),
        Exchange.of(
            "fields: deprecated eof",
            login(LoginForm.root().to("raw_test").with(Capability.DEPRECATE_EOF)),
            command(4, "t\0")));
  }
}
