package io.honeypods.ssh.command;

/** Patterns of names with {@code *}, {@code ?} and sets, as {@code fnmatch} takes them. */
final class Wildcard {
  private Wildcard() {}

  static boolean matches(String pattern, String text) {
    var regex = new StringBuilder("\\A(?s:");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int end = c == '[' ? pattern.indexOf(']', i + 2) : -1;
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (end > 0) {
        regex
            .append('[')
            .append(pattern.substring(i + 1, end).replace("\\", "\\\\").replaceFirst("^!", "^"))
            .append(']');
        i = end;
      } else {
        regex.append(com.google.re2j.Pattern.quote(String.valueOf(c)));
      }
    }
    var compiled = Regex.of(regex.append(")\\z").toString(), true, false);
    return compiled != null && compiled.matcher(text).find();
  }
}
