package io.honeypods.mysql.sql;

import java.time.Duration;

/**
 * What one statement, and all data together, may take.
 *
 * @param nesting how deep parentheses, subqueries and expressions go
 * @param rows how many rows a statement looks at, all joins multiplied out
 * @param resultBytes how much a result holds
 * @param catalogueBytes how much all tables hold together
 * @param time how long a statement computes
 */
public record Limits(int nesting, long rows, long resultBytes, long catalogueBytes, Duration time) {
  public static final Limits DEFAULT =
      new Limits(100, 2_000_000, 4 << 20, 32 << 20, Duration.ofSeconds(2));
}
