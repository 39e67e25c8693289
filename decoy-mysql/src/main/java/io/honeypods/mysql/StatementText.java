package io.honeypods.mysql;

/**
 * Writes a statement as plainly as it can be, for rules to look into: each gap becomes one blank,
 * none beside {@code ( , = ;} and none before {@code )}; names lose their backquotes; comments go,
 * but what servers run of them stays; strings are left as they are.
 */
final class StatementText {
  private static final String CLOSE = "(),=;";
  private static final String OPEN = "(,=;";

  private final String sql;
  private final StringBuilder out;
  private int at;

  private StatementText(String sql) {
    this.sql = sql;
    this.out = new StringBuilder(sql.length());
  }

  static String plain(String sql) {
    return new StatementText(sql).plain();
  }

  private String plain() {
    while (at < sql.length()) {
      char next = sql.charAt(at);
      if (next <= ' ') {
        at++;
        gap();
      } else if (next == '\'' || next == '"') {
        string(next);
      } else if (next == '`') {
        name();
      } else if (sql.startsWith("/*", at)) {
        comment();
      } else if (sql.startsWith("*/", at)) {
        at += 2;
        gap();
      } else if (next == '#' || isDashComment()) {
        at = end("\n");
      } else {
        sign(next);
      }
    }
    return out.toString().stripTrailing();
  }

  private char last() {
    return out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
  }

  private void gap() {
    if (last() != ' ' && OPEN.indexOf(last()) < 0) {
      out.append(' ');
    }
  }

  private void sign(char next) {
    if (CLOSE.indexOf(next) >= 0 && !out.isEmpty() && last() == ' ') {
      out.setLength(out.length() - 1);
    }
    out.append(next);
    at++;
  }

  /** Skips a comment; of one like {@code /*!40101 … *}{@code /} only what introduces it. */
  private void comment() {
    int marker = sql.startsWith("M!", at + 2) ? 2 : sql.startsWith("!", at + 2) ? 1 : 0;
    if (marker == 0) {
      at = end("*/");
    } else {
      at += 2 + marker;
      while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
        at++;
      }
    }
    gap();
  }

  private boolean isDashComment() {
    return sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
  }

  private void string(char quote) {
    int start = at++;
    while (at < sql.length() && sql.charAt(at) != quote) {
      at += sql.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, sql.length());
    out.append(sql, start, at);
  }

  private void name() {
    int start = ++at;
    int found = sql.indexOf('`', start);
    int end = found < 0 ? sql.length() : found;
    if (Character.isLetterOrDigit(last())) {
      out.append(' ');
    }
    out.append(sql, start, end);
    at = Math.min(end + 1, sql.length());
    if (at < sql.length() && Character.isLetterOrDigit(sql.charAt(at))) {
      out.append(' ');
    }
  }

  /** Where the first {@code mark} from here on is over. */
  private int end(String mark) {
    int found = sql.indexOf(mark, at);
    return found < 0 ? sql.length() : found + mark.length();
  }
}
