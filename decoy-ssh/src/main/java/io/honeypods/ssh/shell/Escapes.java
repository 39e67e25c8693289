package io.honeypods.ssh.shell;

/** Backslashes as {@code $'…'}, {@code echo -e} and {@code printf} take them. */
final class Escapes {
  private static final String NAMES = "abtnvfreE\\";
  private static final String VALUES = "\u0007\b\t\n\u000b\f\r\u001b\u001b\\";

  private final String text;
  private final boolean octalNeedsZero;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean ended;

  private Escapes(String text, boolean octalNeedsZero) {
    this.text = text;
    this.octalNeedsZero = octalNeedsZero;
  }

  static String ansi(String text) {
    return new Escapes(text, false).convert(true);
  }

  /** What {@code echo -e} writes; a zero character behind it where {@code \c} ended it. */
  static String echo(String text) {
    return new Escapes(text, true).convert(false);
  }

  private String convert(boolean quotes) {
    while (at < text.length() && !ended) {
      char c = text.charAt(at++);
      if (c != '\\' || at >= text.length()) {
        out.append(c);
        continue;
      }
      char next = text.charAt(at++);
      int named = NAMES.indexOf(next);
      if (named >= 0) {
        out.append(VALUES.charAt(named));
      } else if (quotes && (next == '\'' || next == '"' || next == '?')) {
        out.append(next);
      } else {
        number(next);
      }
    }
    return ended ? out.append('\uffff').toString() : out.toString();
  }

  private void number(char next) {
    switch (next) {
      case 'x' -> coded(16, 2, next);
      case 'u' -> coded(16, 4, next);
      case 'U' -> coded(16, 8, next);
      case 'c' -> {
        if (octalNeedsZero) {
          ended = true;
        } else {
          out.append((char) (at < text.length() ? text.charAt(at++) & 0x1f : 'c'));
        }
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        if (next == '0' && octalNeedsZero) {
          coded(8, 3, next);
        } else if (octalNeedsZero) {
          out.append('\\').append(next);
        } else {
          at--;
          coded(8, 3, next);
        }
      }
      default -> out.append('\\').append(next);
    }
  }

  private void coded(int radix, int most, char letter) {
    int start = at;
    while (at < text.length()
        && at - start < most
        && Character.digit(text.charAt(at), radix) >= 0) {
      at++;
    }
    if (at == start && letter != '0') {
      out.append('\\').append(letter);
      return;
    }
    int code = at == start ? 0 : (int) Long.parseLong(text.substring(start, at), radix);
    boolean unicode = letter == 'u' || letter == 'U';
    if (unicode && code > 0x7f) {
      String form = code > 0xffff ? "\\U%08X" : "\\u%04X";
      out.append(form.formatted(code)); // no character of the C locale
    } else {
      out.append((char) (code & 0xff));
    }
  }
}
