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
record Relation(List<Field> fields, BitSet hidden, Source source) {

  interface Source {
    Collection<Value[]> rows(@Nullable Frame outer);
  }

  /** A common table expression, to which a query may refer more than once. */
  interface Shared {
    Relation relation(String alias);
  }
}
