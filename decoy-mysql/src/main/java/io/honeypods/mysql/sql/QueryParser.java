package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads SELECT, UNION, VALUES and TABLE. */
final class QueryParser {
  private final Cursor in;
  private final ExprParser expressions;
  private final CallParser calls;
  private final IntoParser targets;

  QueryParser(Cursor in, boolean pipesConcat) {
    this.in = in;
    this.expressions = new ExprParser(in, this, pipesConcat);
    this.calls = new CallParser(in, expressions);
    this.targets = new IntoParser(in, expressions);
  }

  ExprParser expressions() {
    return expressions;
  }

  /** What FROM names. */
  Query.Source sources() {
    return new SourceParser(in, expressions).sources();
  }

  boolean isQuery() {
    int ahead = 0;
    while (in.peek(ahead).isSign("(")) {
      ahead++;
    }
    Token token = in.peek(ahead);
    return token.is("SELECT")
        || token.is("WITH")
        || (token.is("VALUES") && in.peek(ahead + 1).is("ROW"))
        || (token.is("TABLE") && ahead == 0);
  }

  Query query() {
    in.nesting().enter();
    try {
      var with = new ArrayList<Query.With>();
      boolean recursive = false;
      if (in.accept("WITH")) {
        recursive = in.accept("RECURSIVE");
        do {
          with.add(with());
        } while (in.acceptSign(","));
      }
      return body(with, recursive);
    } finally {
      in.nesting().leave();
    }
  }

  private Query.With with() {
    String name = in.name();
    List<String> columns = in.isSign("(") ? in.names() : List.of();
    in.expect("AS");
    return new Query.With(name, columns, expressions.primary().subquery());
  }

  private Query body(List<Query.With> with, boolean recursive) {
    Query.@Nullable Into[] into = new Query.@Nullable Into[1];
    Query.Body first = part(into);
    var parts = new ArrayList<Query.Part>(List.of(new Query.Part(first, false)));
    while (in.accept("UNION")) {
      boolean all = in.accept("ALL");
      if (!all) {
        in.accept("DISTINCT");
      }
      parts.add(new Query.Part(part(into), all));
    }
    List<Query.Order> order = List.of();
    if (in.accept("ORDER")) {
      in.expect("BY");
      order = calls.orders();
    }
    Query.Limit limit = limit();
    if (into[0] == null) {
      into[0] = targets.into();
    }
    locking();
    if (into[0] == null) {
      into[0] = targets.into();
    }
    var body = parts.size() == 1 ? first : new Query.Union(parts);
    return new Query(with, recursive, body, order, limit, into[0]);
  }

  private Query.Body part(Query.@Nullable Into[] into) {
    if (in.isSign("(")) {
      in.next();
      Query nested = query();
      in.expectSign(")");
      return new Query.Nested(nested);
    }
    if (in.accept("VALUES")) {
      var rows = new ArrayList<List<Expr>>();
      do {
        in.expect("ROW");
        rows.add(expressions.arguments());
      } while (in.acceptSign(","));
      return new Query.Rows(rows);
    }
    if (in.accept("TABLE")) {
      Statement.Name name = in.qualified();
      var star = new Query.Item(new Expr.Star(null, null), null, "*");
      return new Query.Block(
          false,
          false,
          List.of(star),
          new Query.TableRef(name.schema(), name.name(), null),
          null,
          List.of(),
          false,
          null,
          List.of());
    }
    in.expect("SELECT");
    return block(into);
  }

  private Query.Block block(Query.@Nullable Into[] into) {
    boolean distinct = false;
    boolean counted = false;
    for (boolean more = true; more; ) {
      if (in.accept("DISTINCT") || in.accept("DISTINCTROW")) {
        distinct = true;
      } else if (in.accept("SQL_CALC_FOUND_ROWS")) {
        counted = true;
      } else {
        more =
            in.accept("ALL")
                || in.accept("HIGH_PRIORITY")
                || in.accept("STRAIGHT_JOIN")
                || in.accept("SQL_SMALL_RESULT")
                || in.accept("SQL_BIG_RESULT")
                || in.accept("SQL_BUFFER_RESULT")
                || in.accept("SQL_NO_CACHE");
      }
    }
    List<Query.Item> items = new SelectListParser(in, expressions).items();
    if (into[0] == null) {
      into[0] = targets.into();
    }
    Query.Source from = null;
    if (in.accept("FROM") && !in.accept("DUAL")) {
      from = sources();
    }
    Expr where = in.accept("WHERE") ? expressions.expr() : null;
    List<Query.Order> group = List.of();
    boolean rollup = false;
    if (in.accept("GROUP")) {
      in.expect("BY");
      group = calls.orders();
      rollup = in.accept("WITH", "ROLLUP");
    }
    Expr having = in.accept("HAVING") ? expressions.expr() : null;
    return new Query.Block(distinct, counted, items, from, where, group, rollup, having, windows());
  }

  private List<Query.NamedWindow> windows() {
    if (!in.accept("WINDOW")) {
      return List.of();
    }
    var windows = new ArrayList<Query.NamedWindow>();
    do {
      String name = in.name();
      in.expect("AS");
      windows.add(new Query.NamedWindow(name, new AggregateParser(in, expressions).window()));
    } while (in.acceptSign(","));
    return windows;
  }

  /** LIMIT n, LIMIT a, n or LIMIT n OFFSET a; null if there is none. */
  Query.@Nullable Limit limit() {
    if (!in.accept("LIMIT")) {
      return null;
    }
    Expr first = bound();
    if (in.acceptSign(",")) {
      return new Query.Limit(bound(), first);
    }
    return new Query.Limit(first, in.accept("OFFSET") ? bound() : null);
  }

  private Expr bound() {
    return switch (in.peek().kind()) {
      case INTEGER, PARAMETER, HEX, BITS -> expressions.primary().primary();
      default -> throw in.error();
    };
  }

  private void locking() {
    if (in.accept("FOR")) {
      if (!in.accept("UPDATE")) {
        in.expect("SHARE");
      }
      if (in.accept("OF")) {
        do {
          in.name();
        } while (in.acceptSign(","));
      }
      if (!in.accept("NOWAIT")) {
        in.accept("SKIP", "LOCKED");
      }
    } else if (in.accept("LOCK")) {
      in.expect("IN");
      in.expect("SHARE");
      in.expect("MODE");
    }
  }
}
