package io.honeypods.ssh.command;

/** Text as {@code sed -n l} shows it. */
final class SedText {
  private static final int WIDTH = 69;
  private static final String NAMED = "\\\u0007\b\f\n\r\t\u000b";
  private static final String NAMES = "\\abfnrtv";

  private SedText() {}

  static String visible(String text) {
    var out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      String shown = shown(text.charAt(i));
      if (column + shown.length() > WIDTH) {
        out.append("\\\n");
        column = 0;
      }
      out.append(shown);
      column += shown.length();
    }
    return out.append("$\n").toString();
  }

  private static String shown(char c) {
    int named = NAMED.indexOf(c);
    if (named >= 0) {
      return "\\" + NAMES.charAt(named);
    }
    return c >= ' ' && c < 127 ? String.valueOf(c) : "\\%03o".formatted((int) c);
  }
}
