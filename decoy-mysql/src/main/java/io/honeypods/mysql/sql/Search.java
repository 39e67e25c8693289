package io.honeypods.mysql.sql;

/** Finds a text in another in time that grows with both, never with their product. */
final class Search {
  private static final int SHORT = 32;

  private Search() {}

  static int indexOf(String text, String wanted, int from) {
    if (wanted.length() < SHORT) {
      return text.indexOf(wanted, from);
    }
    int[] borders = borders(wanted);
    int matched = 0;
    for (int i = Math.max(0, from); i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != wanted.charAt(matched)) {
        matched = borders[matched - 1];
      }
      matched += text.charAt(i) == wanted.charAt(matched) ? 1 : 0;
      if (matched == wanted.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  /** For each prefix the length of the longest one that it also ends with. */
  private static int[] borders(String wanted) {
    int[] borders = new int[wanted.length()];
    int matched = 0;
    for (int i = 1; i < wanted.length(); i++) {
      while (matched > 0 && wanted.charAt(i) != wanted.charAt(matched)) {
        matched = borders[matched - 1];
      }
      matched += wanted.charAt(i) == wanted.charAt(matched) ? 1 : 0;
      borders[i] = matched;
    }
    return borders;
  }
}
