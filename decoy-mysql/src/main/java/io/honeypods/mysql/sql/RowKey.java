package io.honeypods.mysql.sql;

import java.util.List;

/**
 * The place of a row in an index.
 *
 * @param parts values made comparable by {@link Comparison#sortKey}
 * @param tie tells apart rows that an index that is not unique holds as equal
 */
record RowKey(List<Comparable<?>> parts, long tie) implements Comparable<RowKey> {

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // parts of one column are of one class
  public int compareTo(RowKey other) {
    for (int i = 0; i < parts.size(); i++) {
      Comparable mine = parts.get(i);
      Comparable theirs = other.parts.get(i);
      int order =
          mine.getClass() == theirs.getClass()
              ? mine.compareTo(theirs)
              : mine.getClass().getName().compareTo(theirs.getClass().getName());
      if (order != 0) {
        return order;
      }
    }
    return Long.compare(tie, other.tie);
  }
}
