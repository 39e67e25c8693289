package io.honeypods.mysql.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The status variables: what is counted as it happens, and what an idle server has. */
final class ServerStatus {
  private static final int BASE_MEMORY = 20_578_304;
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("SELECT", "select"),
          Map.entry("INSERT", "insert"),
          Map.entry("UPDATE", "update"),
          Map.entry("DELETE", "delete"),
          Map.entry("REPLACE", "replace"),
          Map.entry("SET", "set_option"),
          Map.entry("USE", "change_db"),
          Map.entry("BEGIN", "begin"),
          Map.entry("COMMIT", "commit"),
          Map.entry("ROLLBACK", "rollback"),
          Map.entry("CALL", "call_procedure"),
          Map.entry("DO", "do"),
          Map.entry("FLUSH", "flush"),
          Map.entry("GRANT", "grant"),
          Map.entry("REVOKE", "revoke"),
          Map.entry("KILL", "kill"),
          Map.entry("TRUNCATE", "truncate"),
          Map.entry("DESCRIBE", "show_fields"),
          Map.entry("DESC", "show_fields"),
          Map.entry("EXPLAIN", "select"),
          Map.entry("PREPARE", "prepare_sql"),
          Map.entry("EXECUTE", "execute_sql"),
          Map.entry("DEALLOCATE", "dealloc_sql"),
          Map.entry("LOCK", "lock_tables"),
          Map.entry("UNLOCK", "unlock_tables"),
          Map.entry("LOAD", "load"),
          Map.entry("SHUTDOWN", "shutdown"),
          Map.entry("RESTART", "restart"),
          Map.entry("PURGE", "purge"),
          Map.entry("RESET", "reset"),
          Map.entry("BINLOG", "binlog"),
          Map.entry("HELP", "help"));

  private final SqlServer server;
  private final List<Line> lines;
  private final Map<String, Long> commands = new HashMap<>();
  private long highest;
  private int most = 1;

  ServerStatus(SqlServer server) {
    this.server = server;
    this.lines =
        SystemFacts.lines("status.txt").stream()
            .map(line -> line.split(" ", 3))
            .map(cells -> new Line(cells[0], cells[1], cells.length > 2 ? cells[2] : ""))
            .toList();
  }

  /** Counts a statement of a session by its first words. */
  void count(Session session, Token first, Token second) {
    highest = Math.max(highest, session.client().connectionId());
    most = Math.max(most, server.sessions().size());
    String verb = first.text().toUpperCase(Locale.ROOT);
    String object = second.text().toLowerCase(Locale.ROOT);
    String name =
        switch (verb) {
          case "CREATE", "DROP", "ALTER", "RENAME" ->
              verb.toLowerCase(Locale.ROOT)
                  + "_"
                  + (object.equals("database") || object.equals("schema") ? "db" : object);
          case "SHOW" -> "show_" + (object.equals("columns") ? "fields" : object);
          default -> VERBS.getOrDefault(verb, "");
        };
    if (!name.isEmpty() && name.length() < 40) {
      commands.merge("Com_" + name, 1L, Long::sum);
    }
    if (commands.size() > 500) {
      commands.clear();
    }
  }

  /** All of them, by name. */
  List<Map.Entry<String, String>> shown(Session session, boolean global) {
    var shown = new ArrayList<Map.Entry<String, String>>();
    for (Line line : lines) {
      if (!global || !line.scope().equals("session")) {
        String value = line.value().startsWith("@") ? known(session, line, global) : line.value();
        shown.add(Map.entry(line.name(), value));
      }
    }
    return shown;
  }

  private String known(Session session, Line line, boolean global) {
    long up = uptime();
    long questions = server.questions().get();
    Client.Tls tls = session.client().tls();
    return switch (line.value()) {
      case "@com" -> String.valueOf(commands(line.name(), questions));
      case "@uptime" -> String.valueOf(up);
      case "@questions" -> String.valueOf(questions);
      case "@queries" -> String.valueOf(questions + 2);
      case "@connections" -> String.valueOf(Math.max(highest, 8));
      case "@threads" -> String.valueOf(Math.max(1, server.sessions().size()));
      case "@created" -> String.valueOf(Math.min(most, 20));
      case "@maxused" -> String.valueOf(most);
      case "@maxusedtime" -> date(server.profile().started().plusSeconds(41));
      case "@received" -> String.valueOf(global ? 1_500 + questions * 71 : 400);
      case "@sent" -> String.valueOf(global ? 38_000 + questions * 1_913 : 9_800);
      case "@aborted" -> String.valueOf(Math.max(0, highest - 8 - server.sessions().size()) / 7);
      case "@loaded" -> "Buffer pool(s) load completed at " + shortDate();
      case "@cipher" -> tls.cipher();
      case "@tls" -> tls.version();
      case "@cipherlist" -> tls.cipher().isEmpty() ? "" : server.disclosure().ciphers();
      case "@rsa" -> server.disclosure().publicKey().get();
      case "@notbefore" -> certificateDate(server.profile().installed());
      case "@notafter" ->
          certificateDate(server.profile().installed().plus(Duration.ofDays(3_650)));
      case "@verify" -> tls.version().isEmpty() ? "0" : "5";
      case "@depth" -> tls.version().isEmpty() ? "0" : "18446744073709551615";
      case "@opentables" -> String.valueOf(opened() + 40);
      case "@openedtables" -> String.valueOf(opened() + 121);
      case "@errorlog" ->
          String.valueOf(server.profile().started().toEpochMilli() * 1000 + 613_481);
      default -> String.valueOf(number(line.value()) + questions * 3);
    };
  }

  /** SELECT is what none of the others was: it does not pass by here. */
  private long commands(String name, long questions) {
    if (!name.equals("Com_select")) {
      return commands.getOrDefault(name, 0L);
    }
    long others = commands.values().stream().mapToLong(Long::longValue).sum();
    return Math.max(0, questions - others);
  }

  private static long number(String counted) {
    return counted.startsWith("@+") ? Long.parseLong(counted.substring(2)) : 0;
  }

  /** How many tables the server has open. */
  private long opened() {
    long tables = 0;
    for (Schema schema : server.catalogue().schemas().values()) {
      tables += schema.tables().size();
    }
    return Math.min(tables, 4_000);
  }

  long uptime() {
    return Math.max(
        1, Duration.between(server.profile().started(), server.clock().instant()).toSeconds());
  }

  private String shortDate() {
    return format("yyMMdd ", server.profile().started().plusSeconds(1))
        + format("HH:mm:ss", server.profile().started().plusSeconds(1)).replaceFirst("^0", " ");
  }

  private static String date(Instant time) {
    return format("uuuu-MM-dd HH:mm:ss", time);
  }

  private static String certificateDate(Instant time) {
    return format("MMM ", time)
        + String.format(Locale.ROOT, "%2d", time.atOffset(ZoneOffset.UTC).getDayOfMonth())
        + format(" HH:mm:ss uuuu 'GMT'", time);
  }

  private static String format(String pattern, Instant time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .format(time.atOffset(ZoneOffset.UTC));
  }

  /** The text of SHOW ENGINE INNODB STATUS. */
  String innodb() {
    long up = uptime();
    long work = server.questions().get();
    var sessions = new StringBuilder();
    long transaction = 421_246_162_106_208L;
    for (Session session : server.sessions()) {
      sessions
          .append("---TRANSACTION ")
          .append(transaction + 920 * (session.client().connectionId() % 64))
          .append(", not started\n0 lock struct(s), heap size 1128, 0 row lock(s)\n");
    }
    String now = date(server.clock().instant());
    return String.join("\n", SystemFacts.lines("innodb-status.txt"))
        .replace("${now}", now)
        .replace("${since}", String.valueOf(up % 60))
        .replace("${active}", String.valueOf(1 + work / 40))
        .replace("${idle}", String.valueOf(up))
        .replace("${trx}", String.valueOf(1_811 + work))
        .replace("${sessions}", sessions.toString().stripTrailing())
        .replace("${lsn}", String.valueOf(29_880_714L + work * 431))
        .replace("${memory}", String.valueOf(BASE_MEMORY))
        .replace("${reads}", String.valueOf(5_089 + work * 7));
  }

  private record Line(String name, String scope, String value) {}
}
