package io.honeypods.mysql.sql;

import java.util.HashMap;
import java.util.Locale;

/** BEGIN, COMMIT, ROLLBACK, SAVEPOINT, and LOCK TABLES. */
final class TransactionExecutor {
  private final Session session;

  TransactionExecutor(Session session) {
    this.session = session;
  }

  StatementResult run(Statement statement) {
    Transaction transaction = session.transaction();
    switch (statement) {
      case Statement.Begin(boolean readOnly) -> {
        session.locked().clear();
        transaction.begin(readOnly);
      }
      case Statement.Commit(boolean chain, boolean release) -> {
        transaction.commit();
        releaseIf(release);
        if (chain) {
          transaction.begin();
        }
      }
      case Statement.Rollback(var savepoint, boolean chain, boolean release) -> {
        releaseIf(release);
        if (savepoint != null) {
          transaction.rollback(savepoint.toLowerCase(Locale.ROOT));
        } else {
          transaction.rollback();
          if (chain) {
            transaction.begin();
          }
        }
      }
      case Statement.Savepoint(var name) -> {
        if (session.inTransaction() || !session.settings().autocommit()) {
          transaction.savepoint(name.toLowerCase(Locale.ROOT));
        }
      }
      case Statement.ReleaseSavepoint(var name) ->
          transaction.release(name.toLowerCase(Locale.ROOT));
      default -> throw new IllegalStateException(statement.toString());
    }
    return StatementResult.Ok.NONE;
  }

  private void releaseIf(boolean release) {
    if (release) {
      session.kill();
    }
  }

  StatementResult lock(Statement.LockTables lock) {
    session.locked().clear();
    var locked = new HashMap<String, Boolean>();
    for (int i = 0; i < lock.tables().size(); i++) {
      Statement.Name name = lock.tables().get(i);
      Tables.find(session, name.schema(), name.name());
      locked.merge(
          Tables.schemaName(session, name.schema()) + "." + name.name(),
          lock.write().get(i),
          Boolean::logicalOr);
    }
    session.locked().putAll(locked);
    return StatementResult.Ok.NONE;
  }

  StatementResult unlock() {
    session.locked().clear();
    return StatementResult.Ok.NONE;
  }
}
