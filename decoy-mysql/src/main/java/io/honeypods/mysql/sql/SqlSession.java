package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection's view of a server. For one thread at a time. */
public final class SqlSession implements AutoCloseable {
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
  private final List<Warning> warnings = new ArrayList<>();
  private final StatementRunner runner = new StatementRunner(this);
  private final Preparer preparer = new Preparer(this, runner);
  private final ProcedureCalls calls = new ProcedureCalls(this, runner);
  private Transaction transaction = new Transaction();
  private @Nullable Settings settings;
  private @Nullable String schema;
  private @Nullable String running;
  private Instant since;
  private volatile boolean killed;
  private long lastInsertId;
  private long rowCount = -1;
  private long foundRows;
  private int warningCount;
  private int errorCount;

  SqlSession(SqlServer server, Client client) {
    this.server = server;
    this.client = client;
    this.opened = server.clock().instant();
    this.since = opened;
  }

  /**
   * Runs a text of SQL.
   *
   * @param multiple whether it may hold several statements
   */
  public Execution execute(String sql, boolean multiple) {
    return locked(
        () -> {
          server.log().write(this, "Query", sql);
          return runner.run(sql, List.of(), multiple);
        });
  }

  /** Prepares one statement, or says what is wrong with it. */
  public Preparation prepare(String sql) {
    server.lock().lock();
    try {
      return preparer.prepare(sql);
    } finally {
      server.lock().unlock();
    }
  }

  /** Runs a prepared statement with a value for each of its parameters. */
  public Execution execute(PreparedStatement statement, List<Value> parameters) {
    return locked(
        () -> {
          server.log().write(this, "Execute", statement.sql());
          return runner.run(statement.sql(), parameters, false);
        });
  }

  private Execution locked(java.util.function.Supplier<Execution> work) {
    server.lock().lock();
    try {
      server.questions().incrementAndGet();
      return work.get();
    } finally {
      running = null;
      since = server.clock().instant();
      server.lock().unlock();
    }
  }

  /** USE, as COM_INIT_DB and a login that names a schema ask for it; null if it was done. */
  public @Nullable SqlError use(String schema) {
    server.lock().lock();
    try {
      new Executor(new Run(this, List.of())).use(schema);
      return null;
    } catch (SqlException e) {
      return e.error();
    } finally {
      server.lock().unlock();
    }
  }

  /** The columns of a table, as COM_FIELD_LIST asks for them. */
  public SqlResult fields(String table, String wildcard) {
    server.lock().lock();
    try {
      return new FieldDefaults(server).list(this, table, wildcard);
    } catch (SqlException e) {
      return new SqlResult.Failed(e.error());
    } finally {
      server.lock().unlock();
    }
  }

  /** The status flags that go into every OK and EOF packet: 2 is autocommit, 1 a transaction. */
  public int status() {
    return (settings().autocommit() ? AUTOCOMMIT : 0)
        | (inTransaction() ? IN_TRANSACTION : 0)
        | (transaction.readOnly() ? IN_TRANSACTION_READ_ONLY : 0);
  }

  /** Whether changes wait for a COMMIT. */
  boolean inTransaction() {
    return transaction.begun() || (!settings().autocommit() && transaction.dirty());
  }

  /** COM_RESET_CONNECTION: variables, transaction and temporary tables go, the login stays. */
  public void reset() {
    server.lock().lock();
    try {
      transaction.rollback();
      variables.clear();
      userVariables.clear();
      preparer.clear();
      locked.clear();
      warnings.clear();
      dropTemporary();
      settings = null;
      lastInsertId = 0;
      rowCount = -1;
    } finally {
      server.lock().unlock();
    }
  }

  private void dropTemporary() {
    temporaryTables.values().forEach(table -> server.catalogue().reserve(-table.bytes() - 4096));
    temporaryTables.clear();
  }

  /** The connection is gone. */
  @Override
  public void close() {
    server.lock().lock();
    try {
      transaction.rollback();
      dropTemporary();
      Locks.releaseAll(this);
      server.forget(this);
    } finally {
      server.lock().unlock();
    }
  }

  /** KILL was said of it, or SHUTDOWN: the connection is to end. */
  public boolean killed() {
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
    return warnings;
  }

  /** A statement begins: those of the last one are only counted from now on. */
  void forgetWarnings() {
    warningCount = warnings.size();
    errorCount =
        (int) warnings.stream().filter(each -> each.level() == Warning.Level.ERROR).count();
    warnings.clear();
  }

  /** How many warnings the last statement left, and how many of them are errors. */
  int warningCount() {
    return warningCount;
  }

  int errorCount() {
    return errorCount;
  }

  Transaction transaction() {
    return transaction;
  }

  long lastInsertId() {
    return lastInsertId;
  }

  void lastInsertId(long id) {
    lastInsertId = id;
  }

  long rowCount() {
    return rowCount;
  }

  void rowCount(long rows) {
    rowCount = rows;
  }

  long foundRows() {
    return foundRows;
  }

  void foundRows(long rows) {
    foundRows = rows;
  }

  /** What it runs now, or null; for the process list. */
  @Nullable String running() {
    return running;
  }

  void running(String sql) {
    running = sql;
    since = server.clock().instant();
  }

  /** When what it runs now, or its idleness, began. */
  Instant since() {
    return since;
  }

  /** Runs a SELECT as if the client had sent it, for statements such as SHOW that stand for one. */
  StatementResult query(String sql) {
    var run = new Run(this, List.of());
    return new Executor(run).execute(Sql.parse(sql, server, settings()), sql);
  }

  /**
   * The rows that a condition holds for, as SHOW … WHERE needs it.
   *
   * @param condition an expression over the columns
   */
  List<List<Value>> filter(List<TableColumn> columns, List<List<Value>> rows, String condition) {
    return new RowFilter(this).filter(columns, rows, condition);
  }

  /** The columns of a view's result; the base of SHOW COLUMNS and information_schema. */
  List<TableColumn> viewColumns(View view) {
    return Views.columns(view, new Run(this, List.of()));
  }

  /** LOCK TABLES: whether each table, by {@code schema.name}, may be written; empty without. */
  Map<String, Boolean> locked() {
    return locked;
  }

  /** Temporary tables by {@code schema.name}. */
  Map<String, Table> temporaryTables() {
    return temporaryTables;
  }

  /** The statements of PREPARE … FROM. */
  Preparer preparer() {
    return preparer;
  }

  StatementResult call(Statement.Call call, Run run) {
    return calls.call(call, run);
  }

  /** What PREPARE comes to. */
  public sealed interface Preparation {
    record Ready(PreparedStatement statement) implements Preparation {}

    record Refused(SqlError error) implements Preparation {}
  }

  static Execution execution(List<SqlResult> results, Duration delay, List<Event> seen) {
    return new Execution(results, delay, seen);
  }
}
