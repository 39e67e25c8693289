package io.honeypods.mysql.sql;

/** What an INSERT has come to so far. */
final class InsertProgress {
  long records;
  long affected;
  long duplicates;
  long firstId;
  long explicitId;
  long numbered;
}
