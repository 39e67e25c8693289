package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits SQL into tokens in one pass; opens version comments, skips the others. */
final class Lexer {
  private static final List<String> SIGNS =
      List.of("<=>", "->>", "<<", ">>", "<=", ">=", "<>", "!=", "||", "&&", ":=", "->");

  private final String sql;
  private final int version;
  private final boolean ansiQuotes;
  private final boolean backslashes;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean opened;

  private Lexer(String sql, int version, boolean ansiQuotes, boolean backslashes) {
    this.sql = sql;
    this.version = version;
    this.ansiQuotes = ansiQuotes;
    this.backslashes = backslashes;
  }

  /** All tokens, the last of them END; bad ones are for the parser to refuse. */
  static List<Token> tokens(String sql, int version, boolean ansiQuotes, boolean backslashes) {
    return new Lexer(sql, version, ansiQuotes, backslashes).run();
  }

  private List<Token> run() {
    while (skipSpace()) {
      next();
    }
    tokens.add(new Token(Kind.END, "", sql.length(), sql.length()));
    return tokens;
  }

  private boolean skipSpace() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (Letters.isSpace(c) || (c == 0 && at + 1 == sql.length())) {
        at++;
      } else if (c == '#' || isDashComment()) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        skipComment();
      } else if (opened && sql.startsWith("*/", at)) {
        opened = false;
        at += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private boolean isDashComment() {
    return sql.startsWith("--", at)
        && (at + 2 >= sql.length() || Character.isWhitespace(sql.charAt(at + 2)));
  }

  private void skipComment() {
    if (at + 2 < sql.length() && sql.charAt(at + 2) == '!') {
      int digits = at + 3;
      while (digits < sql.length() && digits < at + 9 && Letters.isDigit(sql.charAt(digits))) {
        digits++;
      }
      int count = digits - at - 3;
      int used = count >= 6 ? 6 : count == 5 ? 5 : 0;
      if (used == 0 || Integer.parseInt(sql, at + 3, at + 3 + used, 10) <= version) {
        at += 3 + used;
        opened = true;
        return;
      }
    }
    int end = sql.indexOf("*/", at + 2);
    if (end < 0) {
      add(Kind.BAD, "", at, sql.length());
    } else {
      at = end + 2;
    }
  }

  private void next() {
    char c = sql.charAt(at);
    char ahead = at + 1 < sql.length() ? sql.charAt(at + 1) : 0;
    if (c == '\'' || (c == '"' && !ansiQuotes)) {
      quoted(Kind.STRING, c, at);
    } else if (c == '`' || c == '"') {
      quoted(Kind.QUOTED_NAME, c, at);
    } else if ((c == 'x' || c == 'X') && ahead == '\'') {
      take(Numerals.quoted(sql, at, Kind.HEX));
    } else if ((c == 'b' || c == 'B') && ahead == '\'') {
      take(Numerals.quoted(sql, at, Kind.BITS));
    } else if ((c == 'n' || c == 'N') && ahead == '\'') {
      int start = at++;
      quoted(Kind.NATIONAL_STRING, '\'', start);
    } else if (Letters.isDigit(c) || (c == '.' && Letters.isDigit(ahead) && !afterName())) {
      number();
    } else if (Letters.isNamePart(c)) {
      word();
    } else if (c == '@') {
      variable(ahead);
    } else if (c == '?') {
      add(Kind.PARAMETER, "?", at, at + 1);
    } else {
      sign(c);
    }
  }

  private boolean afterName() {
    if (tokens.isEmpty() || tokens.getLast().end() != at) {
      return false;
    }
    Kind kind = tokens.getLast().kind();
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  private void sign(char c) {
    for (String sign : SIGNS) {
      if (sql.startsWith(sign, at)) {
        add(Kind.SIGN, sign, at, at + sign.length());
        return;
      }
    }
    boolean known = "+-*/%=<>!~&|^(),.;:{}".indexOf(c) >= 0;
    add(known ? Kind.SIGN : Kind.BAD, String.valueOf(c), at, at + 1);
  }

  private void add(Kind kind, String text, int start, int end) {
    take(new Token(kind, text, start, end));
  }

  private void take(Token token) {
    tokens.add(token);
    at = token.end();
  }

  /** From a quote at {@code at} to its end. */
  private void quoted(Kind kind, char quote, int start) {
    var text = new StringBuilder();
    boolean escapes = backslashes && kind != Kind.QUOTED_NAME;
    int i = at + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == quote) {
        if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
          i++;
        } else {
          add(kind, text.toString(), start, i + 1);
          return;
        }
      } else if (c == '\\' && escapes && i + 1 < sql.length()) {
        i++;
        text.append(Letters.unescape(sql.charAt(i)));
        i++;
        continue;
      }
      text.append(c);
      i++;
    }
    add(Kind.BAD, text.toString(), start, sql.length());
  }

  private void number() {
    Token number = Numerals.read(sql, at, afterDot());
    if (number == null) {
      word();
    } else {
      take(number);
    }
  }

  private boolean afterDot() {
    return tokens.size() > 1
        && tokens.getLast().isSign(".")
        && tokens.getLast().end() == at
        && tokens.get(tokens.size() - 2).end() == tokens.getLast().start();
  }

  private void word() {
    int i = at;
    while (i < sql.length() && Letters.isNamePart(sql.charAt(i))) {
      i++;
    }
    String text = sql.substring(at, i);
    boolean introducer =
        text.startsWith("_")
            && Collation.ofCharset(text.substring(1).toLowerCase(Locale.ROOT)) != null;
    add(introducer ? Kind.INTRODUCER : Kind.WORD, text, at, i);
  }

  private void variable(char ahead) {
    if (ahead == '@') {
      add(Kind.SYSTEM_VARIABLE, "@@", at, at + 2);
      return;
    }
    int start = at;
    if (ahead == '\'' || ahead == '"' || ahead == '`') {
      at++;
      quoted(Kind.USER_VARIABLE, ahead, start);
      return;
    }
    int i = at + 1;
    while (i < sql.length() && (Letters.isNamePart(sql.charAt(i)) || sql.charAt(i) == '.')) {
      i++;
    }
    add(Kind.USER_VARIABLE, sql.substring(start + 1, i), start, i);
  }
}
