package io.honeypods.mysql.sql;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that FROM names.
 *
 * @param hidden columns that a join by names has merged into others
 */
record Relation(List<Field> fields, BitSet hidden, Source source, List<Part> parts) {

  Relation(List<Field> fields, BitSet hidden, Source source) {
    this(fields, hidden, source, List.of());
  }

  /**
   * A table among those that are joined.
   *
   * @param from the index of its first column
   */
  record Part(String schema, String name, String alias, int from, int width, List<Key> keys) {
    boolean isInformation() {
      return schema.equals("information_schema");
    }

    boolean isBase() {
      return !isInformation() && !schema.equals("performance_schema");
    }

    Part moved(int by) {
      return new Part(schema, name, alias, from + by, width, keys);
    }
  }

  interface Source {
    Collection<Value[]> rows(@Nullable Frame outer);
  }

  /** A common table expression, to which a query may refer more than once. */
  interface Shared {
    Relation relation(String alias);
  }
}
