package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** CALL: the statements of procedures, each as if the client had sent it. */
final class ProcedureCalls {
  private static final int MAX_CALLS = 8;

  private final Session session;
  private final StatementRunner runner;
  private int calls;

  ProcedureCalls(Session session, StatementRunner runner) {
    this.session = session;
    this.runner = runner;
  }

  /** Runs a procedure: the rows of its statements, and that it is done. */
  StatementResult call(Statement.Call call, Run outer) {
    if (++calls > MAX_CALLS) {
      calls--;
      throw new SqlException(
          1456,
          "HY000",
          "Recursive limit 0 (as set by the max_sp_recursion_depth variable) was exceeded for"
              + " routine "
              + call.name().name());
    }
    try {
      var results = new ArrayList<StatementResult>();
      new Routines(outer)
          .call(
              call,
              sql -> {
                StatementResult result = inside(sql, outer);
                if (result instanceof StatementResult.Table) {
                  results.add(result);
                }
              });
      results.add(StatementResult.Ok.NONE);
      return new StatementResult.Many(results);
    } finally {
      calls--;
    }
  }

  private StatementResult inside(String sql, Run outer) {
    outer.tick();
    StatementResult system = runner.system(sql, outer);
    if (system != null) {
      return system;
    }
    var run = new Run(session, List.of());
    try {
      return new Executor(run).execute(Sql.parse(sql, session.server(), session.settings()), sql);
    } finally {
      outer.delay(run.delay());
      run.seen().forEach(outer::saw);
    }
  }
}
