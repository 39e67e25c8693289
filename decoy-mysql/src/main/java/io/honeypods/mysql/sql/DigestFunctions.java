package io.honeypods.mysql.sql;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Statements without what is particular to them, as the performance schema groups them. */
final class DigestFunctions {
  private static final int VERSION = 80_000;

  private DigestFunctions() {}

  static void register(Function.Register to) {
    to.strict(
        "statement_digest_text",
        1,
        1,
        a -> ResultType.text(ResultType.UNBOUND).asNullable(),
        c -> new Value.Text(text(c)));
    to.strict(
        "statement_digest",
        1,
        1,
        a -> ResultType.text(64).asNullable(),
        c -> new Value.Text(hash(text(c))));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Call c) {
    try {
      Sql.parse(c.text(0), c.run().server(), c.session().settings());
    } catch (SqlException e) {
      throw new SqlException(
          3676,
          "HY000",
          "Could not parse argument to digest function: \"" + e.error().message() + "\".");
    }
    var words = new ArrayList<String>();
    for (Token token : Lexer.tokens(c.text(0), VERSION, false, true)) {
      c.run().tick();
      add(word(token), words);
    }
    return String.join(" ", words);
  }

  private static String word(Token token) {
    return switch (token.kind()) {
      case STRING, NATIONAL_STRING, INTEGER, DECIMAL, FLOAT, HEX, BITS, PARAMETER -> "?";
      case USER_VARIABLE -> "@?";
      case QUOTED_NAME -> "`" + token.text() + "`";
      case WORD ->
          token.is("NULL")
              ? "?"
              : isKeyword(token.text())
                  ? token.text().toUpperCase(Locale.ROOT)
                  : "`" + token.text() + "`";
      case SIGN, INTRODUCER, SYSTEM_VARIABLE -> token.text();
      case BAD, END -> "";
    };
  }

  private static boolean isKeyword(String word) {
    return Keywords.isReserved(word)
        || switch (word.toLowerCase(Locale.ROOT)) {
          case "count",
              "sum",
              "avg",
              "min",
              "max",
              "now",
              "begin",
              "commit",
              "rollback",
              "tables" ->
              true;
          default -> false;
        };
  }

  /** Lists of values become one, and so do rows of them. */
  private static void add(String word, List<String> words) {
    int last = words.size() - 1;
    boolean closes = word.equals(")") && last >= 1 && isValues(words, last);
    if (word.isEmpty()) {
      return;
    }
    if (word.equals("?") && last >= 1 && words.get(last).equals(",")) {
      boolean list = words.get(last - 1).equals("?") || words.get(last - 1).equals("...");
      if (list) {
        words.subList(last - 1, last + 1).clear();
        words.add("...");
        return;
      }
    }
    if (closes) {
      words.subList(last - 1, last + 1).clear();
      rows(words);
      return;
    }
    words.add(word);
  }

  private static boolean isValues(List<String> words, int last) {
    return words.get(last).equals("...") && words.get(last - 1).equals("(");
  }

  private static void rows(List<String> words) {
    int last = words.size() - 1;
    boolean more =
        last >= 1 && words.get(last).equals(",") && words.get(last - 1).startsWith("(...)");
    if (more) {
      words.subList(last - 1, last + 1).clear();
      words.add("(...) /* , ... */");
    } else {
      words.add("(...)");
    }
  }
}
