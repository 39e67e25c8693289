package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Wildcards;
import java.util.Locale;

/**
 * A pattern of LIKE: {@code %} for anything, {@code _} for one character, backslash before both.
 */
final class LikePattern {
  private final String pattern;
  private final boolean anyCase;

  private LikePattern(String pattern, boolean anyCase) {
    this.pattern = pattern;
    this.anyCase = anyCase;
  }

  static LikePattern of(String pattern, boolean anyCase) {
    return new LikePattern(anyCase ? pattern.toLowerCase(Locale.ROOT) : pattern, anyCase);
  }

  boolean fits(String text) {
    return Wildcards.fit(pattern, true, anyCase ? text.toLowerCase(Locale.ROOT) : text);
  }
}
