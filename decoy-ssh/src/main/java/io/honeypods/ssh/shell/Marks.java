package io.honeypods.ssh.shell;

/**
 * Bytes that remember where in a word they come from: what was quoted is no pattern and is not
 * split, what was written is a pattern but not split, what was expanded is both.
 */
final class Marks {
  static final char BREAK = '\u0800';
  static final char EMPTY = '\u0801';

  private static final int QUOTED = 0x100;
  private static final int WRITTEN = 0x200;
  private static final int BYTE = 0xff;
  private static final String SPECIAL = "*?[]!^-\\";

  private Marks() {}

  static String quoted(String text) {
    return mark(text, QUOTED);
  }

  static String written(String text) {
    return mark(text, WRITTEN);
  }

  /** The character of a pattern; a zero byte for one that is not to be one. */
  static char pattern(char c) {
    return (c & QUOTED) != 0 ? 0 : (char) (c & BYTE);
  }

  static boolean isSplittable(char c) {
    return c <= BYTE;
  }

  static String plain(String marked) {
    var plain = new StringBuilder(marked.length());
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c < BREAK) {
        plain.append((char) (c & BYTE));
      }
    }
    return plain.toString();
  }

  /** A pattern as {@code fnmatch} takes it: what was quoted has a backslash before it. */
  static String escaped(String marked) {
    var escaped = new StringBuilder(marked.length());
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c < BREAK) {
        char plain = (char) (c & BYTE);
        escaped.append((c & QUOTED) != 0 && SPECIAL.indexOf(plain) >= 0 ? "\\" : "").append(plain);
      }
    }
    return escaped.toString();
  }

  /** A pattern's text without what makes its characters literal. */
  static String unescaped(String pattern) {
    var plain = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      i += pattern.charAt(i) == '\\' && i + 1 < pattern.length() ? 1 : 0;
      plain.append(pattern.charAt(i));
    }
    return plain.toString();
  }

  private static String mark(String text, int bits) {
    var marked = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      marked.append((char) ((text.charAt(i) & BYTE) | bits));
    }
    return marked.toString();
  }
}
