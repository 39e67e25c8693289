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
  private static final int MAX_VARIABLES = 256;

  private final SqlServer server;
  private final Client client;
  private final Instant opened;
  private final Map<String, Value> variables = new HashMap<>();
  private final Map<String, Value> userVariables = new HashMap<>();
  private final Map<String, Table> temporaryTables = new HashMap<>();
  private final Map<String, String> prepared = new HashMap<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final StatementRunner runner = new StatementRunner(this);
  private Transaction transaction = new Transaction();
  private @Nullable Settings settings;
  private @Nullable String schema;
  private @Nullable String running;
  private Instant since;
  private long lastInsertId;
  private long rowCount = -1;
  private long foundRows;

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
    return locked(() -> runner.run(sql, List.of(), multiple));
  }

  /** Prepares one statement, or says what is wrong with it. */
  public Preparation prepare(String sql) {
    server.lock().lock();
    try {
      return runner.prepare(sql);
    } finally {
      server.lock().unlock();
    }
  }

  /** Runs a prepared statement with a value for each of its parameters. */
  public Execution execute(PreparedStatement statement, List<Value> parameters) {
    return locked(() -> runner.run(statement.sql(), parameters, false));
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
      var run = new Run(this, List.of());
      var ref = new Query.TableRef(null, table, null);
      Relation relation = new QueryCompiler(run).sources().compile(ref, Scope.root());
      var columns = new ArrayList<ColumnDefinition>();
      for (int i = 0; i < relation.fields().size(); i++) {
        Field field = relation.fields().get(i);
        if (wildcard.isEmpty() || Patterns.like(field.name(), wildcard, '\\', Collation.DEFAULT)) {
          Node node = new Node.ColumnOf(field.type(), 0, i, field);
          columns.add(Fields.definition(field.name(), node, settings().results()));
        }
      }
      return new SqlResult.Rows(columns, List.of(), status(), 0);
    } catch (SqlException e) {
      return new SqlResult.Failed(e.error());
    } finally {
      server.lock().unlock();
    }
  }

  /** The status flags that go into every OK and EOF packet: 2 is autocommit, 1 a transaction. */
  public int status() {
    return (settings().autocommit() ? AUTOCOMMIT : 0) | (inTransaction() ? IN_TRANSACTION : 0);
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
      prepared.clear();
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
      known = Settings.of(this);
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
    return runner.filter(columns, rows, condition);
  }

  /** The columns of a view's result; the base of SHOW COLUMNS and information_schema. */
  List<TableColumn> viewColumns(View view) {
    return Views.columns(view, new Run(this, List.of()));
  }

  /** Temporary tables by {@code schema.name}. */
  Map<String, Table> temporaryTables() {
    return temporaryTables;
  }

  /** The texts of PREPARE … FROM, by name in lower case. */
  Map<String, String> preparedNames() {
    return prepared;
  }

  StatementResult prepareNamed(String name, String sql) {
    return runner.prepareNamed(name, sql);
  }

  StatementResult executeNamed(Statement.Execute execute, Run run) {
    return runner.executeNamed(execute, run);
  }

  StatementResult deallocate(String name) {
    if (prepared.remove(name.toLowerCase(Locale.ROOT)) == null) {
      throw StatementRunner.unknownStatement(name, "DEALLOCATE PREPARE");
    }
    return StatementResult.Ok.NONE;
  }

  StatementResult call(Routines.Body body, Run run) {
    return runner.call(body, run);
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
