package io.honeypods.web;

import org.jspecify.annotations.Nullable;

/**
 * The path of a request target, decoded and normalised as nginx does: {@code %XX} is decoded,
 * double slashes are merged, dot segments are resolved and must not climb above the root.
 *
 * @param path decoded, starting with a slash
 * @param query raw; null for none
 */
record TargetPath(String path, @Nullable String query) {

  /** Reads it from the target's path on; null where nginx answers 400. */
  static @Nullable TargetPath parse(String target) {
    var reader = new Reader(target);
    return reader.read() ? new TargetPath(reader.path(), reader.query) : null;
  }

  /** One pass over the target. */
  private static final class Reader {
    private final String target;
    private final StringBuilder out;
    private int at;
    private @Nullable String query;

    Reader(String target) {
      this.target = target;
      this.out = new StringBuilder(target.length() + 1);
    }

    String path() {
      return out.toString();
    }

    boolean read() {
      out.append('/');
      if (!target.isEmpty() && target.charAt(0) == '/') {
        at = 1;
      }
      while (at < target.length()) {
        char raw = target.charAt(at);
        if (raw == '?' || raw == '#') {
          query = raw == '?' ? withoutFragment(target.substring(at + 1)) : null;
          break;
        }
        int ch = raw == '%' ? decode() : raw;
        boolean literal = raw == '%' && (ch == '%' || ch == '#' || ch == '?');
        at++;
        if (ch <= 0 || !add((char) ch, literal)) {
          return false;
        }
      }
      return endSegment();
    }

    /** Adds a character; a slash, however written, ends a segment. */
    private boolean add(char ch, boolean literal) {
      if (ch != '/' || literal) {
        out.append(ch);
        return true;
      }
      if (!endSegment()) {
        return false;
      }
      if (out.charAt(out.length() - 1) != '/') {
        out.append('/');
      }
      return true;
    }

    /** Resolves the last segment if it is one of dots; false if that climbs above the root. */
    private boolean endSegment() {
      int slash = out.lastIndexOf("/");
      String segment = out.substring(slash + 1);
      if (segment.equals(".")) {
        out.setLength(slash + 1);
      } else if (segment.equals("..")) {
        if (slash == 0) {
          return false;
        }
        out.setLength(out.lastIndexOf("/", slash - 1) + 1);
      }
      return true;
    }

    /** The byte that {@code %XX} stands for, {@code at} left on its last digit; -1 for none. */
    private int decode() {
      if (at + 2 >= target.length()) {
        return -1;
      }
      int high = Character.digit(target.charAt(at + 1), 16);
      int low = Character.digit(target.charAt(at + 2), 16);
      at += 2;
      return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static String withoutFragment(String text) {
      int hash = text.indexOf('#');
      return hash < 0 ? text : text.substring(0, hash);
    }
  }
}
