package io.honeypods.mysql.sql;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One connection's view of a server. For one thread at a time. */
public final class SqlSession implements AutoCloseable {
  private final SqlServer server;
  private final Session session;

  SqlSession(SqlServer server, Session session) {
    this.server = server;
    this.session = session;
  }

  /**
   * Runs a text of SQL.
   *
   * @param multiple whether it may hold several statements
   */
  public Execution execute(String sql, boolean multiple) {
    return run("Query", sql, List.of(), multiple);
  }

  /** Runs a prepared statement with a value for each of its parameters. */
  public Execution execute(PreparedStatement statement, List<Value> parameters) {
    return run("Execute", statement.sql(), parameters, false);
  }

  private Execution run(String logged, String sql, List<Value> parameters, boolean multiple) {
    return locked(
        () -> {
          try {
            server.questions().incrementAndGet();
            server.log().write(session, logged, sql);
            return session.runner().run(sql, parameters, multiple);
          } finally {
            session.idle();
          }
        });
  }

  /** Prepares one statement, or says what is wrong with it. */
  public Preparation prepare(String sql) {
    return locked(() -> session.preparer().prepare(sql));
  }

  /** USE, as COM_INIT_DB and a login that names a schema ask for it; null if it was done. */
  public @Nullable SqlError use(String schema) {
    server.lock().lock();
    try {
      new Executor(new Run(session, List.of())).use(schema);
      return null;
    } catch (SqlException e) {
      return e.error();
    } finally {
      server.lock().unlock();
    }
  }

  /** The columns of a table, as COM_FIELD_LIST asks for them. */
  public SqlResult fields(String table, String wildcard) {
    return locked(
        () -> {
          try {
            return new FieldDefaults(server).list(session, table, wildcard);
          } catch (SqlException e) {
            return new SqlResult.Failed(e.error());
          }
        });
  }

  /** The status flags that go into every OK and EOF packet: 2 is autocommit, 1 a transaction. */
  public int status() {
    return session.status();
  }

  /** COM_RESET_CONNECTION: variables, transaction and temporary tables go, the login stays. */
  public void reset() {
    locked(session::reset);
  }

  /** The connection is gone. */
  @Override
  public void close() {
    locked(session::end);
  }

  /** KILL was said of it, or SHUTDOWN: the connection is to end. */
  public boolean killed() {
    return session.killed();
  }

  private <T> T locked(Supplier<T> work) {
    server.lock().lock();
    try {
      return work.get();
    } finally {
      server.lock().unlock();
    }
  }

  private void locked(Runnable work) {
    server.lock().lock();
    try {
      work.run();
    } finally {
      server.lock().unlock();
    }
  }

  /** What PREPARE comes to. */
  public sealed interface Preparation {
    record Ready(PreparedStatement statement) implements Preparation {}

    record Refused(SqlError error) implements Preparation {}
  }
}
