package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Decimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** {@code printf} and {@code sprintf} of {@code awk}. */
final class AwkFormat {
  private static final int MAX_WIDTH = 10_000;

  private final String form;
  private final Iterator<AwkValue> values;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int count;

  /** A form that has no values left, or a letter that says nothing. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String written;

    Wrong(String text, String written) {
      super(text, null, false, false);
      this.written = written;
    }

    /** What stands before the fault. */
    String written() {
      return written;
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  private AwkFormat(String form, List<AwkValue> values) {
    this.form = form;
    this.values = values.iterator();
  }

  static String of(String form, List<AwkValue> values) {
    return new AwkFormat(form, values).format();
  }

  private String format() {
    while (at < form.length()) {
      int percent = form.indexOf('%', at);
      out.append(form, at, percent < 0 ? form.length() : percent);
      at = percent < 0 ? form.length() : percent + 1;
      if (percent >= 0 && form.startsWith("%", at)) {
        out.append('%');
        at++;
      } else if (percent >= 0) {
        directive();
      }
    }
    return out.toString();
  }

  private void directive() {
    count++;
    int start = at;
    while (at < form.length() && "-+ #0".indexOf(form.charAt(at)) >= 0) {
      at++;
    }
    String flags = form.substring(start, at);
    int width = number();
    int precision = -1;
    if (form.startsWith(".", at)) {
      at++;
      precision = Math.max(0, number());
    }
    while (at < form.length() && "hlLq".indexOf(form.charAt(at)) >= 0) {
      at++;
    }
    char letter = at < form.length() ? form.charAt(at++) : 0;
    if ("diouxXcsfFeEgG".indexOf(letter) < 0 || letter == 0) {
      throw new Wrong("improper conversion(number " + count + ") in printf(\"" + form + "\")", "");
    }
    boolean left = flags.contains("-") || width < 0;
    String text = converted(letter, flags, precision, Math.abs(width), left);
    String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
    out.append(left ? text + blanks : blanks + text);
  }

  private int number() {
    if (form.startsWith("*", at)) {
      at++;
      return Math.clamp((long) next().number(), -MAX_WIDTH, MAX_WIDTH);
    }
    int value = 0;
    while (at < form.length() && Character.isDigit(form.charAt(at))) {
      value = Math.min(MAX_WIDTH, value * 10 + form.charAt(at++) - '0');
    }
    return value;
  }

  private AwkValue next() {
    if (!values.hasNext()) {
      throw new Wrong("not enough arguments passed to printf(\"" + form + "\")", out.toString());
    }
    return values.next();
  }

  private String converted(char letter, String flags, int precision, int width, boolean left) {
    AwkValue value = next();
    if (letter == 's' || letter == 'c') {
      String text = letter == 's' ? value.text() : character(value);
      return letter == 's' && precision >= 0
          ? text.substring(0, Math.min(precision, text.length()))
          : text;
    }
    double number = value.number();
    boolean whole = "diouxX".indexOf(letter) >= 0;
    String text =
        whole
            ? integer(letter, number, flags)
            : Decimal.shown(letter, number, precision, flags.contains("#"));
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    String sign =
        negative
            ? "-"
            : "ouxX".indexOf(letter) >= 0
                ? ""
                : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    int least =
        whole && precision >= 0
            ? precision
            : flags.contains("0") && !left ? width - sign.length() : 0;
    return sign + "0".repeat(Math.max(0, least - digits.length())) + digits;
  }

  private static String character(AwkValue value) {
    if (value.kind() == AwkValue.Kind.NUMBER || value.kind() == AwkValue.Kind.INPUT) {
      return String.valueOf((char) ((int) value.number() & 0xff));
    }
    return value.text().isEmpty() ? "" : value.text().substring(0, 1);
  }

  private static String integer(char letter, double number, String flags) {
    long whole = (long) number;
    boolean marks = flags.contains("#");
    return switch (letter) {
      case 'o' -> (marks ? "0" : "") + Long.toOctalString(whole);
      case 'x' -> (marks ? "0x" : "") + Long.toHexString(whole);
      case 'X' -> (marks ? "0X" : "") + Long.toHexString(whole).toUpperCase(Locale.ROOT);
      case 'u' -> Long.toUnsignedString(whole);
      default -> String.valueOf(whole);
    };
  }
}
