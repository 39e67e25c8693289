package io.honeypods.mysql.sql;

import java.math.BigDecimal;

/** Numbers as text, and the number that a text begins with. */
final class NumberText {
  private NumberText() {}

  /** The number that a text begins with, 0 if none. */
  static BigDecimal number(String text) {
    int end = numberEnd(text);
    int start = 0;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    if (start == end) {
      return BigDecimal.ZERO;
    }
    String digits = text.substring(start, Math.min(end, start + 400));
    try {
      var number = new BigDecimal(digits);
      return Math.abs((long) number.precision() - number.scale()) > 400
          ? number.signum() == 0 || number.scale() > 0
              ? BigDecimal.ZERO
              : new BigDecimal("1e308").multiply(BigDecimal.valueOf(number.signum()))
          : number;
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  /** Whether the whole text is a number, spaces aside. */
  static boolean isNumber(String text) {
    int end = numberEnd(text);
    return end > 0 && text.substring(end).isBlank() && !text.substring(0, end).isBlank();
  }

  private static int numberEnd(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    int start = i;
    if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int digits = 0;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
      digits++;
    }
    if (i < text.length() && text.charAt(i) == '.') {
      int dot = i++;
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
        digits++;
      }
      i = digits == 0 ? dot : i;
    }
    if (digits == 0) {
      return start;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int j = i + 1;
      if (j < text.length() && (text.charAt(j) == '-' || text.charAt(j) == '+')) {
        j++;
      }
      int from = j;
      while (j < text.length() && j < from + 4 && isDigit(text.charAt(j))) {
        j++;
      }
      i = j > from ? j : i;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
