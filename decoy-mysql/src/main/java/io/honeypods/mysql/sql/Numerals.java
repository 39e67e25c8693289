package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Numbers in a text of SQL: whole, with a fraction, with an exponent, hexadecimal and binary. */
final class Numerals {
  private Numerals() {}

  /**
   * The number that begins at a digit or a dot, or null where it is a word.
   *
   * @param afterDot whether it stands behind {@code name.}, where only a word can
   */
  static @Nullable Token read(String sql, int start, boolean afterDot) {
    Token prefixed = prefixed(sql, start);
    return prefixed != null ? prefixed : afterDot ? null : decimal(sql, start);
  }

  /** {@code x'…'} or {@code b'…'}, BAD where it is not whole. */
  static Token quoted(String sql, int start, Kind kind) {
    int i = start + 2;
    while (i < sql.length() && digits(kind).indexOf(sql.charAt(i)) >= 0) {
      i++;
    }
    boolean closed = i < sql.length() && sql.charAt(i) == '\'';
    boolean whole = kind != Kind.HEX || (i - start) % 2 == 0;
    return closed && whole
        ? new Token(kind, sql.substring(start + 2, i), start, i + 1)
        : new Token(Kind.BAD, "", start, sql.length());
  }

  private static String digits(Kind kind) {
    return kind == Kind.HEX ? "0123456789abcdefABCDEF" : "01";
  }

  private static @Nullable Token decimal(String sql, int start) {
    int i = digitsFrom(sql, start);
    if (i < sql.length() && Letters.isNamePart(sql.charAt(i)) && !isExponent(sql, i)) {
      return null;
    }
    Kind kind = Kind.INTEGER;
    if (i < sql.length() && sql.charAt(i) == '.') {
      kind = Kind.DECIMAL;
      i = digitsFrom(sql, i + 1);
    }
    if (isExponent(sql, i)) {
      kind = Kind.FLOAT;
      i = digitsFrom(sql, i + (isSign(sql.charAt(i + 1)) ? 2 : 1));
    }
    return new Token(kind, sql.substring(start, i), start, i);
  }

  /** {@code 0x…} or {@code 0b…}, or null. */
  private static @Nullable Token prefixed(String sql, int start) {
    if (sql.charAt(start) != '0' || start + 2 >= sql.length()) {
      return null;
    }
    return switch (sql.charAt(start + 1)) {
      case 'x' -> prefixed(sql, start, Kind.HEX);
      case 'b' -> prefixed(sql, start, Kind.BITS);
      default -> null;
    };
  }

  private static @Nullable Token prefixed(String sql, int start, Kind kind) {
    int i = start + 2;
    while (i < sql.length() && digits(kind).indexOf(sql.charAt(i)) >= 0) {
      i++;
    }
    if (i == start + 2 || (i < sql.length() && Letters.isNamePart(sql.charAt(i)))) {
      return null;
    }
    String digits = sql.substring(start + 2, i);
    boolean odd = kind == Kind.HEX && digits.length() % 2 == 1;
    return new Token(kind, odd ? "0" + digits : digits, start, i);
  }

  private static boolean isExponent(String sql, int i) {
    if (i >= sql.length() || (sql.charAt(i) != 'e' && sql.charAt(i) != 'E')) {
      return false;
    }
    int j = i + 1 < sql.length() && isSign(sql.charAt(i + 1)) ? i + 2 : i + 1;
    return j < sql.length() && Letters.isDigit(sql.charAt(j));
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static int digitsFrom(String sql, int from) {
    int i = from;
    while (i < sql.length() && Letters.isDigit(sql.charAt(i))) {
      i++;
    }
    return i;
  }
}
