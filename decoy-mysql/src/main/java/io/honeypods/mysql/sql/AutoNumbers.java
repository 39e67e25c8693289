package io.honeypods.mysql.sql;

import java.math.BigInteger;

/** AUTO_INCREMENT: the numbers that rows get. */
final class AutoNumbers {
  private final Run run;

  AutoNumbers(Run run) {
    this.run = run;
  }

  /** Numbers for rows of which nobody knew how many there are come in ones, twos, fours... */
  static void reserve(Table table, InsertProgress progress) {
    long reserved = 1;
    while (reserved < progress.numbered) {
      reserved = 2 * reserved + 1;
    }
    if (progress.numbered > 0) {
      table.nextAutoIncrement(Math.max(table.nextAutoIncrement(), progress.firstId + reserved));
    }
  }

  /** Gives a row its number; the one that it has already, or 0. */
  long number(Table table, Value[] row, InsertProgress progress) {
    long explicit = 0;
    for (int i = 0; i < row.length; i++) {
      TableColumn column = table.columns().get(i);
      if (!column.autoIncrement()) {
        continue;
      }
      BigInteger given = row[i] instanceof Value.Null ? BigInteger.ZERO : Coercion.integer(row[i]);
      boolean keepsZero = run.session().settings().mode("NO_AUTO_VALUE_ON_ZERO");
      if (given.signum() == 0 && !(keepsZero && !(row[i] instanceof Value.Null))) {
        long next = table.nextAutoIncrement();
        row[i] = new Stored(run, false).convert(Value.Int.of(next), column, 1);
        table.nextAutoIncrement(next + 1);
        progress.numbered++;
        progress.firstId = progress.firstId == 0 ? next : progress.firstId;
      } else if (given.signum() > 0 && given.bitLength() < 63) {
        explicit = given.longValue();
      }
    }
    return explicit;
  }
}
