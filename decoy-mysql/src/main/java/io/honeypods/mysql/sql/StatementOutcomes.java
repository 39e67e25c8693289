package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the statements of one text have come to. */
final class StatementOutcomes {
  private static final Pattern DROPS = Pattern.compile("(?i)drop\\s+(database|schema)\\s");
  private static final int DB_DROPPED = 0x100;
  private static final int NO_INDEX_USED = 0x20;

  private final Session session;
  private final List<SqlResult> results = new ArrayList<>();
  private final List<Event> seen = new ArrayList<>();
  private Duration delay = Duration.ZERO;
  private boolean failed;

  StatementOutcomes(Session session) {
    this.session = session;
  }

  Execution execution() {
    return new Execution(results, delay, seen);
  }

  /** Whether one of them failed, after which none follows. */
  boolean failed() {
    return failed;
  }

  void fail(Run run, SqlException e) {
    failed = true;
    delay = delay.plus(run.delay());
    seen.addAll(run.seen());
    session.warnings().add(new Warning(Warning.Level.ERROR, e.error().code(), e.error().message()));
    session.tally().rowCount(-1);
    results.add(
        e.columns().isEmpty()
            ? new SqlResult.Failed(e.error())
            : new SqlResult.Failed(
                e.error(),
                new SqlResult.Rows(e.columns(), List.of(), status(run), run.warningsBefore(), 0)));
  }

  void finish(Run run, StatementResult result, String text) {
    delay = delay.plus(run.delay());
    seen.addAll(run.seen());
    boolean shows =
        text.regionMatches(true, 0, "SHOW WARNINGS", 0, 13)
            || text.regionMatches(true, 0, "SHOW ERRORS", 0, 11)
            || text.regionMatches(true, 0, "SHOW COUNT", 0, 10);
    int count = shows ? 0 : session.warnings().size();
    add(result, count, run);
    if (DROPS.matcher(text).lookingAt() && results.getLast() instanceof SqlResult.Done done) {
      results.removeLast();
      results.add(
          new SqlResult.Done(
              done.affectedRows(),
              done.lastInsertId(),
              done.status() | DB_DROPPED,
              done.warnings(),
              done.info(),
              done.changes()));
    }
  }

  private void add(StatementResult result, int warnings, Run run) {
    switch (result) {
      case StatementResult.Ok ok -> {
        session.tally().rowCount(ok.affectedRows());
        results.add(
            new SqlResult.Done(
                ok.affectedRows(),
                ok.lastInsertId(),
                run.changes() ? status(run) : session.status(),
                warnings,
                ok.info(),
                ok.changes()));
      }
      case StatementResult.Table table -> {
        session.tally().rowCount(-1);
        int status = session.status() | (table.scanned() ? NO_INDEX_USED : 0);
        results.add(
            new SqlResult.Rows(
                table.columns(), table.rows(), status, run.warningsBefore(), warnings));
      }
      case StatementResult.Many many -> many.results().forEach(each -> add(each, warnings, run));
    }
  }

  private int status(Run run) {
    return session.status() | (run.wasScanned() ? NO_INDEX_USED : 0);
  }
}
