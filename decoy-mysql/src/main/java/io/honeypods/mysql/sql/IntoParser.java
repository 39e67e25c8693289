package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads where SELECT puts its result: variables or a file. */
final class IntoParser {
  private final Cursor in;
  private final ExprParser expressions;

  IntoParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  /** INTO, or null where there is none. */
  Query.@Nullable Into into() {
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
}
