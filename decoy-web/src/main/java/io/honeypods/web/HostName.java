package io.honeypods.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The host of a request as nginx checks and uses it. */
final class HostName {
  private HostName() {}

  /** Lower-case, without port and trailing dot; null where nginx refuses it. */
  static @Nullable String normalise(String value) {
    if (!isAllowed(value)) {
      return null;
    }
    String host = value.substring(0, end(value));
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    return host.isEmpty() ? null : host.toLowerCase(Locale.ROOT);
  }

  /** Whether it has no slash, no control or space, and no two dots in a row. */
  private static boolean isAllowed(String value) {
    for (int i = 0; i < value.length(); i++) {
      char ch = value.charAt(i);
      boolean dots = ch == '.' && i > 0 && value.charAt(i - 1) == '.';
      if (ch <= 0x20 || ch == 0x7f || ch == '/' || dots) {
        return false;
      }
    }
    return true;
  }

  /** Where the name ends: at the bracket of an IPv6 literal, else at the first colon. */
  private static int end(String value) {
    if (value.startsWith("[")) {
      int bracket = value.indexOf(']');
      return bracket < 0 ? value.length() : bracket + 1;
    }
    int colon = value.indexOf(':');
    return colon < 0 ? value.length() : colon;
  }
}
