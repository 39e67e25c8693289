package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server knows of one connection. Guarded by the server's lock. */
final class Session {
  private static final int AUTOCOMMIT = 2;
  private static final int IN_TRANSACTION = 1;
  private static final int IN_TRANSACTION_READ_ONLY = 0x2000;
  private static final int MAX_VARIABLES = 256;

  private final SqlServer server;
  private final Client client;
  private final Instant opened;
  private final Map<String, Value> variables = new HashMap<>();
  private final Map<String, Value> userVariables = new HashMap<>();
  private final Map<String, Table> temporaryTables = new HashMap<>();
  private final Map<String, Boolean> locked = new HashMap<>();
  private final Diagnostics diagnostics = new Diagnostics();
  private final StatementRunner runner = new StatementRunner(this);
  private final Preparer preparer = new Preparer(this, runner);
  private final ProcedureCalls calls = new ProcedureCalls(this, runner);
  private final Transaction transaction = new Transaction();
  private final Tally tally = new Tally();
  private @Nullable Settings settings;
  private @Nullable String schema;
  private @Nullable String running;
  private Instant since;
  private volatile boolean killed;

  Session(SqlServer server, Client client) {
    this.server = server;
    this.client = client;
    this.opened = server.clock().instant();
    this.since = opened;
  }

  /** The status flags that go into every OK and EOF packet: 2 is autocommit, 1 a transaction. */
  int status() {
    return (settings().autocommit() ? AUTOCOMMIT : 0)
        | (inTransaction() ? IN_TRANSACTION : 0)
        | (transaction.readOnly() ? IN_TRANSACTION_READ_ONLY : 0);
  }

  /** Whether changes wait for a COMMIT. */
  boolean inTransaction() {
    return transaction.begun() || (!settings().autocommit() && transaction.dirty());
  }

  /** COM_RESET_CONNECTION: variables, transaction and temporary tables go, the login stays. */
  void reset() {
    transaction.rollback();
    variables.clear();
    userVariables.clear();
    preparer.clear();
    locked.clear();
    diagnostics.warnings().clear();
    dropTemporary();
    settings = null;
    tally.reset();
  }

  private void dropTemporary() {
    temporaryTables.values().forEach(table -> server.catalogue().reserve(-table.bytes() - 4096));
    temporaryTables.clear();
  }

  /** The connection is gone. */
  void end() {
    transaction.rollback();
    dropTemporary();
    Locks.releaseAll(this);
    server.forget(this);
  }

  /** KILL was said of it, or SHUTDOWN: the connection is to end. */
  boolean killed() {
    return killed;
  }

  void kill() {
    killed = true;
  }

  SqlServer server() {
    return server;
  }

  Client client() {
    return client;
  }

  Instant opened() {
    return opened;
  }

  /** The current schema, or null. */
  @Nullable String schema() {
    return schema;
  }

  void schema(@Nullable String changed) {
    schema = changed;
  }

  /** System variables that this session has changed, by name in lower case; kept by "system". */
  Map<String, Value> variables() {
    return variables;
  }

  /** The variables that the engine goes by. */
  Settings settings() {
    Settings known = settings;
    if (known == null) {
      known = server.freshSettings().of(this);
      settings = known;
    }
    return known;
  }

  /** A variable was changed. */
  void settingsChanged() {
    settings = null;
  }

  Map<String, Value> userVariables() {
    return userVariables;
  }

  /** Sets a user variable; what is more than a session may keep is forgotten. */
  void userVariable(String name, Value value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (userVariables.size() < MAX_VARIABLES || userVariables.containsKey(key)) {
      userVariables.put(key, value);
    }
  }

  /** What SHOW WARNINGS shows. */
  List<Warning> warnings() {
    return diagnostics.warnings();
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Transaction transaction() {
    return transaction;
  }

  Tally tally() {
    return tally;
  }

  /** What it runs now, or null; for the process list. */
  @Nullable String running() {
    return running;
  }

  void running(String sql) {
    running = sql;
    since = server.clock().instant();
  }

  /** It has nothing to run any more. */
  void idle() {
    running = null;
    since = server.clock().instant();
  }

  /** When what it runs now, or its idleness, began. */
  Instant since() {
    return since;
  }

  /** LOCK TABLES: whether each table, by {@code schema.name}, may be written; empty without. */
  Map<String, Boolean> locked() {
    return locked;
  }

  /** Temporary tables by {@code schema.name}. */
  Map<String, Table> temporaryTables() {
    return temporaryTables;
  }

  StatementRunner runner() {
    return runner;
  }

  /** The statements of PREPARE … FROM. */
  Preparer preparer() {
    return preparer;
  }

  StatementResult call(Statement.Call call, Run run) {
    return calls.call(call, run);
  }
}
