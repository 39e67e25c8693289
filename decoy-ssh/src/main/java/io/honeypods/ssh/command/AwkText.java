package io.honeypods.ssh.command;

/** Backslashes in strings of {@code awk}. */
final class AwkText {
  private static final String NAMES = "\"\\/abfnrtv";
  private static final String VALUES = "\"\\/\u0007\b\f\n\r\t\u000b";

  private AwkText() {}

  static String unescape(String text) {
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\' || at >= text.length()) {
        out.append(c);
        continue;
      }
      char next = text.charAt(at);
      int named = NAMES.indexOf(next);
      int digits = named < 0 ? digits(text, at) : 0;
      if (named >= 0) {
        out.append(VALUES.charAt(named));
        at++;
      } else if (digits > 0) {
        boolean hex = next == 'x';
        String number = text.substring(hex ? at + 1 : at, at + digits);
        out.append((char) (Integer.parseInt(number, hex ? 16 : 8) & 0xff));
        at += digits;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** How many characters a number behind a backslash takes. */
  private static int digits(String text, int at) {
    boolean hex = text.charAt(at) == 'x';
    int end = hex ? at + 1 : at;
    int most = end + (hex ? 2 : 3);
    while (end < text.length()
        && end < most
        && Character.digit(text.charAt(end), hex ? 16 : 8) >= 0) {
      end++;
    }
    return hex && end == at + 1 ? 0 : end - at;
  }
}
