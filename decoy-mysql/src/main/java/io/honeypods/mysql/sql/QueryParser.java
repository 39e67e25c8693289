package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads SELECT, UNION, VALUES and TABLE. */
final class QueryParser {
  private final Cursor in;
  private final ExprParser expressions;
  private final CallParser calls;

  QueryParser(Cursor in, boolean pipesConcat) {
    this.in = in;
    this.expressions = new ExprParser(in, this, pipesConcat);
    this.calls = new CallParser(in, expressions);
  }

  ExprParser expressions() {
    return expressions;
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
    in.enter();
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
      in.leave();
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
    List<Query.Order> order = in.accept("ORDER", "BY") ? calls.orders() : List.of();
    Query.Limit limit = limit();
    if (into[0] == null) {
      into[0] = into();
    }
    locking();
    if (into[0] == null) {
      into[0] = into();
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
          null);
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
    List<Query.Item> items = items();
    if (into[0] == null) {
      into[0] = into();
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
    return new Query.Block(distinct, counted, items, from, where, group, rollup, having);
  }

  private List<Query.Item> items() {
    var items = new ArrayList<Query.Item>();
    do {
      items.add(item(items.isEmpty()));
    } while (in.acceptSign(","));
    return items;
  }

  private Query.Item item(boolean first) {
    int start = in.position();
    if (first && in.acceptSign("*")) {
      return new Query.Item(new Expr.Star(null, null), null, "*");
    }
    Expr star = star();
    if (star != null) {
      return new Query.Item(star, null, "*");
    }
    Expr expr = expressions.expr();
    String text = in.textFrom(start);
    String alias = null;
    if (in.accept("AS")) {
      alias = in.peek().kind() == Kind.STRING ? in.string() : in.name();
    } else if (in.peek().kind() == Kind.STRING || in.peek().kind() == Kind.QUOTED_NAME) {
      alias = in.next().text();
    } else if (in.peek().kind() == Kind.WORD && !Keywords.isReserved(in.peek().text())) {
      alias = in.next().text();
    }
    return new Query.Item(expr, alias, text);
  }

  private @Nullable Expr star() {
    boolean named = in.peek().kind() == Kind.WORD || in.peek().kind() == Kind.QUOTED_NAME;
    if (!named || !in.peek(1).isSign(".")) {
      return null;
    }
    if (in.peek(2).isSign("*")) {
      String table = in.name();
      in.next();
      in.next();
      return new Expr.Star(null, table);
    }
    if (in.peek(3).isSign(".") && in.peek(4).isSign("*")) {
      String schema = in.name();
      in.next();
      String table = in.nameAfterDot();
      in.next();
      in.next();
      return new Expr.Star(schema, table);
    }
    return null;
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

  private Query.@Nullable Into into() {
    if (!in.accept("INTO")) {
      return null;
    }
    if (in.accept("DUMPFILE")) {
      return new Query.Into.File(in.string(), true, "", "");
    }
    if (in.accept("OUTFILE")) {
      return outfile(in.string());
    }
    var names = new ArrayList<String>();
    do {
      Token token = in.peek();
      if (token.kind() == Kind.USER_VARIABLE) {
        names.add(in.next().text());
      } else {
        String name = in.name();
        throw new SqlException(1327, "42000", "Undeclared variable: " + name);
      }
    } while (in.acceptSign(","));
    return new Query.Into.Variables(names);
  }

  private Query.Into outfile(String path) {
    new TypeParser(in).charset();
    String fieldEnd = "\t";
    String lineEnd = "\n";
    if (in.accept("FIELDS") || in.accept("COLUMNS")) {
      for (boolean more = true; more; ) {
        if (in.accept("TERMINATED", "BY")) {
          fieldEnd = text();
        } else if (in.accept("ENCLOSED", "BY")
            || in.accept("OPTIONALLY", "ENCLOSED")
            || in.accept("ESCAPED", "BY")) {
          in.accept("BY");
          text();
        } else {
          more = false;
        }
      }
    }
    if (in.accept("LINES")) {
      for (boolean more = true; more; ) {
        if (in.accept("TERMINATED", "BY")) {
          lineEnd = text();
        } else if (in.accept("STARTING", "BY")) {
          text();
        } else {
          more = false;
        }
      }
    }
    return new Query.Into.File(path, false, fieldEnd, lineEnd);
  }

  private String text() {
    if (expressions.primary().primary() instanceof Expr.Literal(var value, var kind, var charset)) {
      return Coercion.text(value);
    }
    throw in.error();
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

  /** What FROM names. */
  Query.Source sources() {
    Query.Source left = joined();
    while (in.acceptSign(",")) {
      left = new Query.Join(left, joined(), Query.Join.Kind.INNER, null, List.of(), false);
    }
    return left;
  }

  private Query.Source joined() {
    in.enter();
    try {
      Query.Source left = factor();
      for (int length = 1; ; length++) {
        in.link(length);
        Query.Source longer = join(left);
        if (longer == null) {
          return left;
        }
        left = longer;
      }
    } finally {
      in.leave();
    }
  }

  private Query.@Nullable Source join(Query.Source left) {
    boolean natural = in.accept("NATURAL");
    var kind = Query.Join.Kind.INNER;
    if (in.accept("STRAIGHT_JOIN")) {
      Query.Source right = factor();
      Expr on = in.accept("ON") ? expressions.expr() : null;
      return new Query.Join(left, right, kind, on, List.of(), false);
    }
    boolean outer = true;
    if (in.accept("LEFT")) {
      kind = Query.Join.Kind.LEFT;
    } else if (in.accept("RIGHT")) {
      kind = Query.Join.Kind.RIGHT;
    } else {
      outer = false;
    }
    if (outer) {
      in.accept("OUTER");
      in.expect("JOIN");
    } else if (in.accept("INNER") || in.accept("CROSS")) {
      in.expect("JOIN");
    } else if (!in.accept("JOIN")) {
      if (natural) {
        throw in.error();
      }
      return null;
    }
    Query.Source right = factor();
    if (!natural && in.accept("ON")) {
      return new Query.Join(left, right, kind, expressions.expr(), List.of(), false);
    }
    if (!natural && in.accept("USING")) {
      return new Query.Join(left, right, kind, null, in.names(), false);
    }
    if (outer && !natural) {
      // A join may come before this one's ON: a LEFT JOIN (b JOIN c ON …) ON …
      Query.Source more = join(right);
      if (more == null) {
        throw in.error();
      }
      if (in.accept("USING")) {
        return new Query.Join(left, more, kind, null, in.names(), false);
      }
      in.expect("ON");
      return new Query.Join(left, more, kind, expressions.expr(), List.of(), false);
    }
    return new Query.Join(left, right, kind, null, List.of(), natural);
  }

  private Query.Source factor() {
    boolean lateral = in.accept("LATERAL");
    if (in.isSign("(")) {
      if (expressions.primary().isSubquery() || lateral) {
        Query query = expressions.primary().subquery();
        in.accept("AS");
        if (in.atEnd() || in.peek().kind() == Kind.SIGN) {
          throw new SqlException(1248, "42000", "Every derived table must have its own alias");
        }
        String alias = in.name();
        return new Query.Derived(query, alias, in.isSign("(") ? in.names() : List.of());
      }
      in.next();
      Query.Source nested = sources();
      in.expectSign(")");
      return nested;
    }
    Statement.Name name = in.qualified();
    if (in.accept("PARTITION")) {
      in.names();
    }
    String alias = null;
    if (in.accept("AS")) {
      alias = in.peek().kind() == Kind.STRING ? in.string() : in.name();
    } else if (in.peek().kind() == Kind.QUOTED_NAME
        || (in.peek().kind() == Kind.WORD && !Keywords.isReserved(in.peek().text()))) {
      alias = in.name();
    }
    hints();
    return new Query.TableRef(name.schema(), name.name(), alias);
  }

  private void hints() {
    while (in.isWord("USE") || in.isWord("FORCE") || in.isWord("IGNORE")) {
      in.next();
      if (!in.accept("INDEX")) {
        in.expect("KEY");
      }
      if (in.accept("FOR")) {
        while (!in.isSign("(") && !in.atEnd()) {
          in.next();
        }
      }
      in.expectSign("(");
      while (!in.isSign(")")) {
        if (in.peek().kind() == Kind.END) {
          throw in.error();
        }
        in.next();
      }
      in.expectSign(")");
      in.acceptSign(",");
    }
  }
}
