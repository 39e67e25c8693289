package io.honeypods.ssh.host;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a fraction as C reads and prints them. */
public final class Decimal {
  private static final int MAX_PRECISION = 300;
  private static final Pattern LEADING =
      Pattern.compile(
          "[ \\t\\n"
              + "\\r"
              + "\\f\\u000b]*+([-+]?(?:[0-9]{1,400}+(?:\\.[0-9]{0,400}+)?|\\.[0-9]{1,400}+)(?:[eE][-+]?[0-9]{1,5})?)");

  private Decimal() {}

  /** The number a text begins with; 0 for none. */
  public static double leading(String text) {
    Matcher matcher = LEADING.matcher(text);
    return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  /** Whether a text is a number and nothing else but blanks. */
  public static boolean isNumber(String text) {
    Matcher matcher = LEADING.matcher(text);
    return matcher.lookingAt() && text.substring(matcher.end()).isBlank();
  }

  /** {@code %f}, {@code %e} and {@code %g} without a width; upper-case letters as they are. */
  public static String shown(char letter, double number, int precision, boolean alternate) {
    int digits = Math.min(MAX_PRECISION, precision < 0 ? 6 : precision);
    String text =
        switch (Character.toLowerCase(letter)) {
          case 'f' -> fixed(number, digits);
          case 'e' -> scientific(number, digits);
          default -> general(number, digits, alternate);
        };
    return Character.isUpperCase(letter) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String fixed(double number, int digits) {
    return isFinite(number)
        ? sign(number)
            + new BigDecimal(Math.abs(number))
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString()
        : special(number);
  }

  private static String scientific(double number, int digits) {
    if (!isFinite(number)) {
      return special(number);
    }
    BigDecimal exact =
        new BigDecimal(Math.abs(number)).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
    int exponent = number == 0 ? 0 : exact.precision() - exact.scale() - 1;
    String mantissa =
        exact.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    return sign(number)
        + mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + "%02d".formatted(Math.abs(exponent));
  }

  /** {@code %g}: so many digits that count, without zeros behind them unless {@code alternate}. */
  public static String general(double number, int precision, boolean alternate) {
    if (!isFinite(number)) {
      return special(number);
    }
    int digits = Math.clamp(precision, 1, MAX_PRECISION);
    BigDecimal exact =
        new BigDecimal(Math.abs(number)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = number == 0 ? 0 : exact.precision() - exact.scale() - 1;
    boolean plain = exponent >= -4 && exponent < digits;
    String text = plain ? fixed(number, digits - 1 - exponent) : scientific(number, digits - 1);
    if (alternate || text.indexOf('.') < 0) {
      return text;
    }
    int end = plain ? text.length() : text.indexOf('e');
    int kept = end;
    while (text.charAt(kept - 1) == '0') {
      kept--;
    }
    kept -= text.charAt(kept - 1) == '.' ? 1 : 0;
    return text.substring(0, kept) + text.substring(end);
  }

  private static boolean isFinite(double number) {
    return !Double.isNaN(number) && !Double.isInfinite(number);
  }

  private static String sign(double number) {
    return number < 0 || (number == 0 && 1 / number < 0) ? "-" : "";
  }

  private static String special(double number) {
    return Double.isNaN(number) ? "-nan" : number < 0 ? "-inf" : "inf";
  }
}
