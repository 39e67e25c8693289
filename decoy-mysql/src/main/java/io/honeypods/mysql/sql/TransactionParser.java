package io.honeypods.mysql.sql;

/** Reads BEGIN, COMMIT, ROLLBACK and their like. */
final class TransactionParser {
  private final Cursor in;

  TransactionParser(Cursor in) {
    this.in = in;
  }

  Statement transaction() {
    Token token = in.next();
    if (token.is("BEGIN")) {
      in.accept("WORK");
      return new Statement.Begin(false);
    }
    if (token.is("START")) {
      in.expect("TRANSACTION");
      boolean readOnly = false;
      do {
        if (in.accept("READ")) {
          readOnly = in.accept("ONLY");
          in.accept("WRITE");
        } else if (in.accept("WITH")) {
          in.expect("CONSISTENT");
          in.expect("SNAPSHOT");
        }
      } while (in.acceptSign(","));
      return new Statement.Begin(readOnly);
    }
    if (token.is("SAVEPOINT")) {
      return new Statement.Savepoint(in.name());
    }
    if (token.is("RELEASE")) {
      in.expect("SAVEPOINT");
      return new Statement.ReleaseSavepoint(in.name());
    }
    in.accept("WORK");
    if (token.is("ROLLBACK") && in.accept("TO")) {
      in.accept("SAVEPOINT");
      return new Statement.Rollback(in.name(), false, false);
    }
    boolean chain = false;
    if (in.accept("AND")) {
      chain = !in.accept("NO");
      in.expect("CHAIN");
    }
    boolean no = in.accept("NO");
    boolean release = in.accept("RELEASE") && !no;
    return token.is("COMMIT")
        ? new Statement.Commit(chain, release)
        : new Statement.Rollback(null, chain, release);
  }
}
