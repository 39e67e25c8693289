package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CREATE VIEW and ALTER VIEW. */
final class ViewParser {
  private final Cursor in;
  private final QueryParser queries;
  private @Nullable String definer;

  ViewParser(Cursor in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
  }

  /** What stands before the word VIEW. */
  void options() {
    for (boolean more = true; more; ) {
      if (in.accept("ALGORITHM")) {
        in.expectSign("=");
        in.next();
      } else if (in.accept("DEFINER")) {
        in.expectSign("=");
        definer = user();
      } else if (in.accept("SQL", "SECURITY")) {
        in.next();
      } else {
        more = false;
      }
    }
  }

  private @Nullable String user() {
    if (in.accept("CURRENT_USER")) {
      if (in.acceptSign("(")) {
        in.expectSign(")");
      }
      return null;
    }
    String name = in.wordOrString();
    String host = in.peek().kind() == Token.Kind.USER_VARIABLE ? in.next().text() : "%";
    return name + "@" + host;
  }

  /** From the name on. */
  Statement view(boolean replace) {
    Statement.Name name = in.qualified();
    List<String> columns = in.isSign("(") ? in.names() : List.of();
    in.expect("AS");
    int from = in.position();
    Query query = queries.query();
    String text = in.plainFrom(from);
    String check = "NONE";
    if (in.accept("WITH")) {
      check = in.accept("LOCAL") ? "LOCAL" : "CASCADED";
      in.accept("CASCADED");
      in.expect("CHECK");
      in.expect("OPTION");
    }
    return new Statement.CreateView(name, replace, columns, query, text, definer, check);
  }
}
