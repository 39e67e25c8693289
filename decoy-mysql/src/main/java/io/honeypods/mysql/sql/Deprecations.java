package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is warned of while a statement is parsed, whatever comes of it. */
final class Deprecations {
  private static final Set<String> BEFORE_CHARSET = Set.of("CHARSET", "SET", "USING", "NAMES");

  private final List<Token> tokens;
  private final List<Warning> warnings = new ArrayList<>();

  private Deprecations(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Warning> of(List<Token> statement) {
    return new Deprecations(statement).warnings();
  }

  private List<Warning> warnings() {
    for (int i = 0; i < tokens.size(); i++) {
      look(i);
    }
    return List.copyOf(warnings);
  }

  private void look(int at) {
    Token token = tokens.get(at);
    if (token.kind() == Token.Kind.STRING) {
      String valid = ClientText.valid(token.text());
      boolean binary = at > 0 && tokens.get(at - 1).kind() == Token.Kind.INTRODUCER;
      if (valid.length() < token.text().length() && !binary) {
        byte[] bad = ClientText.encode(token.text().substring(valid.length()));
        warn(
            1300,
            "Invalid utf8mb4 character string: '"
                + HexFormat.of().withUpperCase().formatHex(bad, 0, Math.min(6, bad.length))
                + "'");
      }
    }
    if (token.kind() == Token.Kind.NATIONAL_STRING) {
      warn(
          3720,
          "NATIONAL/NCHAR/NVARCHAR implies the character set UTF8MB3, which will be replaced by"
              + " UTF8MB4 in a future release. Please consider using CHAR(x) CHARACTER SET UTF8MB4"
              + " in order to be unambiguous.");
    } else if (token.is("SQL_NO_CACHE")) {
      warn(1681, "'SQL_NO_CACHE' is deprecated and will be removed in a future release.");
    } else if (token.is("DELAYED") && at == 1) {
      String verb = tokens.getFirst().is("REPLACE") ? "REPLACE" : "INSERT";
      warn(
          3005,
          verb + " DELAYED is no longer supported. The statement was converted to " + verb + ".");
    } else if (isOldUtf8(at)) {
      warn(
          3719,
          "'utf8' is currently an alias for the character set UTF8MB3, but will be an alias for"
              + " UTF8MB4 in a future release. Please consider using UTF8MB4 in order to be"
              + " unambiguous.");
    }
  }

  private boolean isOldUtf8(int at) {
    Token token = tokens.get(at);
    if (token.kind() == Token.Kind.INTRODUCER) {
      return token.text().equalsIgnoreCase("_utf8");
    }
    boolean named = token.is("utf8") || token.kind() == Token.Kind.STRING;
    if (!named || !token.text().equalsIgnoreCase("utf8") || at < 2) {
      return false;
    }
    Token before = tokens.get(at - 1).isSign("=") ? tokens.get(at - 2) : tokens.get(at - 1);
    boolean isSetStatement =
        tokens.getFirst().is("SET") && !before.is("NAMES") && !before.is("USING");
    return before.kind() == Token.Kind.WORD
        && BEFORE_CHARSET.contains(before.text().toUpperCase(Locale.ROOT))
        && !isSetStatement;
  }

  private void warn(int code, String message) {
    warnings.add(new Warning(Warning.Level.WARNING, code, message));
  }
}
