package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what FROM names: tables, joins, subqueries. */
final class SourceParser {
  private final Cursor in;
  private final ExprParser expressions;

  SourceParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
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
    in.nesting().enter();
    try {
      Query.Source left = factor();
      for (int length = 1; ; length++) {
        in.nesting().link(length);
        Query.Source longer = join(left);
        if (longer == null) {
          return left;
        }
        left = longer;
      }
    } finally {
      in.nesting().leave();
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
    return new Query.TableRef(name.schema(), name.name(), alias, hints());
  }

  /** The indexes that USE, FORCE and IGNORE name. */
  private List<String> hints() {
    var indexes = new ArrayList<String>();
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
        Token token = in.next();
        if (!token.isSign(",")) {
          indexes.add(token.text());
        }
      }
      in.expectSign(")");
      in.acceptSign(",");
    }
    return indexes;
  }
}
