package io.honeypods.mysql.sql;

/** XA: transactions that are prepared before they are committed, each within its session. */
final class XaStatements {
  private final SqlServer server;

  XaStatements(SqlServer server) {
    this.server = server;
  }

  /** What follows XA. */
  StatementResult run(Session session, Cursor cursor) {
    if (cursor.accept("RECOVER")) {
      ServerStatements.skip(cursor);
      return recover();
    }
    String verb = Cursor.lower(cursor.peek().text());
    SqlException unknown = cursor.error();
    cursor.next();
    return switch (verb) {
      case "start", "begin" -> begin(session, xid(cursor));
      case "end" -> {
        own(session, xid(cursor));
        yield StatementResult.Ok.NONE;
      }
      case "prepare" -> {
        own(session, xid(cursor)).prepare();
        yield StatementResult.Ok.NONE;
      }
      case "commit" -> {
        any(xid(cursor)).commit();
        yield StatementResult.Ok.NONE;
      }
      case "rollback" -> {
        any(xid(cursor)).rollback();
        yield StatementResult.Ok.NONE;
      }
      default -> throw unknown;
    };
  }

  private StatementResult begin(Session session, String xid) {
    if (session.transaction().xa() != null) {
      throw new SqlException(
          1399,
          "XAE07",
          "XAER_RMFAIL: The command cannot be executed when global transaction is in the  ACTIVE"
              + " state");
    }
    if (session.inTransaction()) {
      throw new SqlException(
          1400, "XAE09", "XAER_OUTSIDE: Some work is done outside global transaction");
    }
    session.transaction().begin(xid);
    return StatementResult.Ok.NONE;
  }

  private static Transaction own(Session session, String xid) {
    Transaction transaction = session.transaction();
    if (transaction.xa() == null) {
      throw new SqlException(
          1399,
          "XAE07",
          "XAER_RMFAIL: The command cannot be executed when global transaction is in the "
              + " NON-EXISTING state");
    }
    if (!xid.equals(transaction.xa())) {
      throw unknown();
    }
    return transaction;
  }

  private Transaction any(String xid) {
    return server.sessions().stream()
        .map(Session::transaction)
        .filter(transaction -> xid.equals(transaction.xa()))
        .findFirst()
        .orElseThrow(XaStatements::unknown);
  }

  private static SqlException unknown() {
    return new SqlException(1397, "XAE04", "XAER_NOTA: Unknown XID");
  }

  private StatementResult recover() {
    var rows = new ShowRows("xa recover");
    for (Session session : server.sessions()) {
      String xid = session.transaction().xa();
      if (xid != null && session.transaction().prepared()) {
        rows.add(1, xid.length(), 0, xid);
      }
    }
    return rows.result();
  }

  /** {@code 'gtrid', 'bqual', formatID}, of which only the first tells transactions apart. */
  private static String xid(Cursor cursor) {
    String xid = cursor.string();
    ServerStatements.skip(cursor);
    return xid;
  }
}
