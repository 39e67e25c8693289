package io.honeypods.mysql.sql;

/** The order of ORDER BY: NULL comes first. */
final class Ordering {
  private Ordering() {}

  static int compare(Value left, Value right, ResultType type) {
    boolean none = left instanceof Value.Null;
    boolean other = right instanceof Value.Null;
    if (none || other) {
      return none == other ? 0 : none ? -1 : 1;
    }
    return Comparison.compare(left, right, type.isString() ? type.collation() : Collation.DEFAULT);
  }
}
