package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Decimal;
import io.honeypods.ssh.host.Strftime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code printf}: a format that is used again until all arguments are. */
final class Printf {
  private static final int MAX_WIDTH = 10_000;
  private static final int MAX_ROUNDS = 20_000;
  private static final long LAST_SECOND = 253_402_300_799L;

  private final Instant now;
  private final String format;
  private final List<String> arguments;
  private final List<String> problems = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private int argument;
  private boolean ended;

  Printf(String format, List<String> arguments, Instant now) {
    this.now = now;
    this.format = format;
    this.arguments = arguments;
  }

  List<String> problems() {
    return problems;
  }

  String format() {
    int before;
    int rounds = 0;
    do {
      before = argument;
      once();
    } while (!ended && argument < arguments.size() && argument > before && ++rounds < MAX_ROUNDS);
    return out.toString();
  }

  private void once() {
    int at = 0;
    while (at < format.length() && !ended) {
      char c = format.charAt(at);
      if (c == '%') {
        at = directive(at + 1);
      } else if (c == '\\') {
        int end = escapeEnd(at);
        String text = format.substring(at, end);
        ended = text.equals("\\c");
        out.append(ended ? "" : Escapes.ansi(text));
        at = end;
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private int escapeEnd(int at) {
    int end = Math.min(format.length(), at + 2);
    if (end == at + 2) {
      char letter = format.charAt(at + 1);
      int radix =
          letter == 'x' || letter == 'u' || letter == 'U'
              ? 16
              : letter >= '0' && letter <= '7' ? 8 : 0;
      int most = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 2;
      int start = end;
      while (radix > 0
          && end < format.length()
          && end - start < most
          && Character.digit(format.charAt(end), radix) >= 0) {
        end++;
      }
    }
    return end;
  }

  private int directive(int start) {
    int at = start;
    var flags = new StringBuilder();
    while (at < format.length() && "-+ #0".indexOf(format.charAt(at)) >= 0) {
      flags.append(format.charAt(at++));
    }
    var width = new StringBuilder();
    var precision = new StringBuilder();
    at = number(at, width);
    boolean hasPrecision = at < format.length() && format.charAt(at) == '.';
    if (hasPrecision) {
      at = number(at + 1, precision);
    }
    while (at < format.length()
        && "lhqjzt".indexOf(format.charAt(at)) >= 0
        && format.charAt(at) != 'q') {
      at++;
    }
    if (at >= format.length()) {
      problems.add("`" + format.substring(Math.max(0, start - 1)) + "': missing format character");
      ended = true;
      return at;
    }
    int wide = Math.min(MAX_WIDTH, width.isEmpty() ? 0 : (int) Long.parseLong(width.toString()));
    int exact =
        hasPrecision
            ? Math.min(
                MAX_WIDTH, precision.isEmpty() ? 0 : (int) Long.parseLong(precision.toString()))
            : -1;
    int close = format.charAt(at) == '(' ? format.indexOf(")T", at) : -1;
    if (close > 0) {
      pad(cut(time(format.substring(at + 1, close)), exact), flags.toString(), wide);
      return close + 2;
    }
    convert(format.charAt(at), flags.toString(), wide, exact);
    return at + 1;
  }

  /** {@code %(…)T}: the time that an argument counts, or now. */
  private String time(String pattern) {
    boolean isNow = argument >= arguments.size() || arguments.get(argument).startsWith("-");
    long seconds = argument < arguments.size() ? value() : -1;
    Instant at = isNow ? now : Instant.ofEpochSecond(Math.clamp(seconds, 0, LAST_SECOND));
    return Strftime.of(pattern.isEmpty() ? "%X" : pattern, at.atZone(ZoneOffset.UTC));
  }

  private int number(int from, StringBuilder digits) {
    int at = from;
    if (at < format.length() && format.charAt(at) == '*') {
      String value = next();
      digits.append(value.matches("[0-9]{1,9}") ? value : "0");
      return at + 1;
    }
    while (at < format.length() && Character.isDigit(format.charAt(at))) {
      if (digits.length() < 9) {
        digits.append(format.charAt(at));
      }
      at++;
    }
    return at;
  }

  private void convert(char letter, String flags, int width, int precision) {
    switch (letter) {
      case '%' -> out.append('%');
      case 's' -> pad(cut(next(), precision), flags, width);
      case 'b' -> pad(cut(Escapes.echo(next()).replace("\uffff", ""), precision), flags, width);
      case 'q' -> pad(VariableBuiltins.escape(next()), flags, width);
      case 'c' -> {
        String text = next();
        pad(text.isEmpty() ? "" : text.substring(0, 1), flags, width);
      }
      case 'd', 'i' -> integer(String.valueOf(value()), flags, width, precision);
      case 'u' -> integer(Long.toUnsignedString(value()), flags, width, precision);
      case 'o' ->
          integer(
              (flags.contains("#") ? "0" : "") + Long.toOctalString(value()),
              flags,
              width,
              precision);
      case 'x' ->
          integer(
              (flags.contains("#") ? "0x" : "") + Long.toHexString(value()),
              flags,
              width,
              precision);
      case 'X' ->
          integer(
              (flags.contains("#") ? "0X" : "")
                  + Long.toHexString(value()).toUpperCase(Locale.ROOT),
              flags,
              width,
              precision);
      case 'f', 'F', 'e', 'E', 'g', 'G' -> real(letter, flags, width, precision);
      default -> {
        problems.add("`" + letter + "': invalid format character");
        ended = true;
      }
    }
  }

  private void real(char letter, String flags, int width, int precision) {
    String text = next();
    double value = 0;
    try {
      value = text.isEmpty() ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      problems.add(text + ": invalid number");
    }
    integer(Decimal.shown(letter, value, precision, flags.contains("#")), flags, width, -1);
  }

  private void integer(String digits, String flags, int width, int precision) {
    String sign =
        digits.startsWith("-") ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    String bare = digits.startsWith("-") ? digits.substring(1) : digits;
    String shown = sign + "0".repeat(Math.max(0, precision - bare.length())) + bare;
    if (flags.contains("0") && !flags.contains("-") && precision < 0) {
      shown = sign + "0".repeat(Math.max(0, width - shown.length())) + bare;
    }
    pad(shown, flags, width);
  }

  private void pad(String text, String flags, int width) {
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    out.append(flags.contains("-") ? text + blanks : blanks + text);
    if (out.length() > 1 << 20) {
      ended = true;
    }
  }

  private static String cut(String text, int precision) {
    return precision >= 0 && precision < text.length() ? text.substring(0, precision) : text;
  }

  private String next() {
    return argument < arguments.size() ? arguments.get(argument++) : "";
  }

  private long value() {
    String text = next().strip();
    if (text.isEmpty()) {
      return 0;
    }
    if (text.startsWith("'") || text.startsWith("\"")) {
      return text.length() > 1 ? text.charAt(1) : 0;
    }
    try {
      return Long.decode(text);
    } catch (NumberFormatException _) {
      problems.add(text + ": invalid number");
      String digits = text.replaceFirst("^(-?[0-9]{0,18}).*", "$1");
      return digits.isEmpty() || digits.equals("-") ? 0 : Long.parseLong(digits);
    }
  }
}
