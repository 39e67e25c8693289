package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.JsonReader.Fault;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number in JSON, and where it ends. */
record JsonNumber(Object value, int end) {
  private static final int MAX_DIGITS = 400;
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern REST = Pattern.compile("(\\.([0-9]*))?([eE][+-]?([0-9]*))?");

  static JsonNumber read(String text, int start) throws Fault {
    Matcher whole = WHOLE.matcher(text).region(start, text.length());
    if (!whole.lookingAt()) {
      throw Fault.in(text, start + (text.charAt(start) == '-' ? 1 : 0), "Invalid value.");
    }
    Matcher rest = REST.matcher(text).region(whole.end(), text.length());
    if (!rest.lookingAt()) {
      throw Fault.in(text, whole.end(), "Invalid value.");
    }
    int end = rest.end();
    if (rest.group(1) != null && String.valueOf(rest.group(2)).isEmpty()) {
      throw Fault.in(text, end, "Miss fraction part in number.");
    }
    if (rest.group(3) != null && String.valueOf(rest.group(4)).isEmpty()) {
      throw Fault.in(text, end, "Miss exponent in number.");
    }
    String digits = text.substring(start, end);
    if (rest.group().isEmpty() && isWhole(digits)) {
      return new JsonNumber(new BigDecimal(digits), end);
    }
    double number = digits.length() > MAX_DIGITS ? 0 : Double.parseDouble(digits);
    if (!Double.isFinite(number)) {
      throw Fault.in(text, start, "Number too big to be stored in double.");
    }
    return new JsonNumber(number, end);
  }

  /** Whether 64 bits hold it; more than that is kept as a double. */
  private static boolean isWhole(String digits) {
    return digits.length() <= 19
        || (digits.length() == 20
            && !digits.startsWith("-")
            && new BigDecimal(digits).toBigInteger().bitLength() <= 64);
  }
}
