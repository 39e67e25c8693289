package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.util.List;

/**
 * What came of a text of SQL.
 *
 * @param results one for each statement; none follows one that failed
 * @param delay how long the server would have taken, as for SLEEP
 * @param seen what is to be reported beside the statement itself, such as a file that was uploaded
 */
public record Execution(List<SqlResult> results, Duration delay, List<Event> seen) {
  public Execution {
    results = List.copyOf(results);
    seen = List.copyOf(seen);
  }
}
