package io.honeypods.decoy.rule;

import static com.google.re2j.Pattern.CASE_INSENSITIVE;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a table that is compiled when a text first has a literal of it: most never are, and
 * compiling them all would take most of a start.
 */
final class LazyPattern {
  private final String place;
  private final String regex;
  private volatile @Nullable Pattern compiled;

  /**
   * A pattern, blind to case.
   *
   * @param place where it stands, for errors
   */
  LazyPattern(String place, String regex) {
    this.place = place;
    this.regex = regex;
  }

  /**
   * The pattern; threads that ask for the first time at once get equal ones.
   *
   * @throws IllegalArgumentException naming its place, what it is and what was expected
   */
  Pattern get() {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = compile();
      compiled = pattern;
    }
    return pattern;
  }

  private Pattern compile() {
    try {
      return Pattern.compile(regex, CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "%s: pattern %s (expected RE2 syntax without %s)".formatted(place, regex, e.getMessage()),
          e);
    }
  }
}
