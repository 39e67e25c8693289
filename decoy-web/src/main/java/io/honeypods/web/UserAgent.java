package io.honeypods.web;

import org.jspecify.annotations.Nullable;

/** What nginx reads out of a User-Agent, to work round old browsers. */
record UserAgent(boolean msie, boolean msie6, boolean chrome) {
  private static final UserAgent NONE = new UserAgent(false, false, false);

  static UserAgent of(@Nullable String header) {
    if (header == null || header.contains("Opera")) {
      return NONE;
    }
    int at = header.indexOf("MSIE ");
    boolean msie = at >= 0 && at + 7 < header.length();
    return new UserAgent(msie, msie && isMsie6(header, at), !msie && header.contains("Chrome/"));
  }

  /** Whether error pages are made long enough for the browser to show them. */
  boolean wantsPadding() {
    return msie || chrome;
  }

  private static boolean isMsie6(String header, int at) {
    return header.charAt(at + 6) == '.'
        && switch (header.charAt(at + 5)) {
          case '4', '5' -> true;
          case '6' -> !header.substring(at + 7).contains("SV1");
          default -> false;
        };
  }
}
