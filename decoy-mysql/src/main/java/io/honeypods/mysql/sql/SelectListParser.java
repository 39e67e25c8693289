package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list between SELECT and FROM. */
final class SelectListParser {
  private final Cursor in;
  private final ExprParser expressions;

  SelectListParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  List<Query.Item> items() {
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
}
