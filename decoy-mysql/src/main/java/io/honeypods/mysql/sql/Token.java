package io.honeypods.mysql.sql;

/**
 * A word of SQL.
 *
 * @param text its value: names without quotes, strings with their escapes resolved
 * @param start where it begins in the statement, {@code end} where it ends
 */
record Token(Kind kind, String text, int start, int end) {

  /** Whether it is that word, in any case, and not quoted. */
  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** Whether it is that sign. */
  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NATIONAL_STRING,
    /** A character set before a string, such as {@code _utf8mb4}. */
    INTRODUCER,
    INTEGER,
    DECIMAL,
    FLOAT,
    /** Digits in pairs, from {@code 0x41} or {@code x'41'}. */
    HEX,
    BITS,
    PARAMETER,
    /** {@code @name}. */
    USER_VARIABLE,
    /** The two signs before a system variable. */
    SYSTEM_VARIABLE,
    SIGN,
    /** What no token begins with, or a string without an end. */
    BAD,
    END
  }
}
