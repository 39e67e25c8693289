package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT, UNION, VALUES or TABLE with what stands around it.
 *
 * @param into where the result goes instead of to the client, or null
 */
record Query(
    List<With> with,
    boolean recursive,
    Body body,
    List<Order> order,
    @Nullable Limit limit,
    @Nullable Into into) {

  /** A common table expression. */
  record With(String name, List<String> columns, Query query) {}

  record Order(Expr by, boolean descending) {}

  record Limit(Expr count, @Nullable Expr offset) {}

  sealed interface Into {
    record Variables(List<String> names) implements Into {}

    /** OUTFILE or DUMPFILE. */
    record File(String path, boolean dump, String fieldEnd, String lineEnd) implements Into {}
  }

  sealed interface Body {}

  record Block(
      boolean distinct,
      boolean counted,
      List<Item> items,
      @Nullable Source from,
      @Nullable Expr where,
      List<Order> group,
      boolean rollup,
      @Nullable Expr having,
      List<NamedWindow> windows)
      implements Body {}

  record NamedWindow(String name, Expr.Window window) {}

  record Union(List<Part> parts) implements Body {}

  /** {@code all} tells how it joins what is before it. */
  record Part(Body body, boolean all) {}

  record Rows(List<List<Expr>> rows) implements Body {}

  record Nested(Query query) implements Body {}

  /**
   * An element of a select list.
   *
   * @param text as written, which is the name of the column where there is no alias
   */
  record Item(Expr expr, @Nullable String alias, String text) {}

  sealed interface Source {}

  /**
   * A table.
   *
   * @param indexes that hints name
   */
  record TableRef(
      @Nullable String schema, String name, @Nullable String alias, List<String> indexes)
      implements Source {
    TableRef(@Nullable String schema, String name, @Nullable String alias) {
      this(schema, name, alias, List.of());
    }
  }

  record Derived(Query query, String alias, List<String> columns) implements Source {}

  record Join(
      Source left, Source right, Kind kind, @Nullable Expr on, List<String> using, boolean natural)
      implements Source {
    enum Kind {
      INNER,
      LEFT,
      RIGHT
    }
  }
}
