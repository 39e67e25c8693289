package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code s/pattern/replacement/flags}.
 *
 * @param pattern null for the one that was last matched
 * @param number the match from which on it replaces
 */
record SedSubstitution(
    @Nullable Pattern pattern,
    String replacement,
    int number,
    boolean all,
    boolean prints,
    String file) {

  /** The text with what it replaces; null where nothing matches. */
  @Nullable String apply(Pattern used, String text) {
    Matcher matcher = used.matcher(text);
    var out = new StringBuilder();
    int from = 0;
    int last = -1;
    int count = 0;
    boolean any = false;
    while (matcher.find()) {
      boolean empty = matcher.start() == matcher.end() && matcher.start() == last;
      last = matcher.end();
      if (empty || ++count < number) {
        continue;
      }
      any = true;
      out.append(text, from, matcher.start());
      new Filling(out).fill(replacement, matcher);
      from = matcher.end();
      if (!all) {
        break;
      }
    }
    return any ? out.append(text.substring(from)).toString() : null;
  }

  /** A replacement as it is written, with letters changed as {@code \U} and its like say. */
  private static final class Filling {
    private final StringBuilder out;
    private char mode = 'E';
    private char once;

    Filling(StringBuilder out) {
      this.out = out;
    }

    void fill(String text, Matcher matcher) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '&') {
          add(matcher.group());
        } else if (c == '\\' && i + 1 < text.length()) {
          escaped(text.charAt(++i), matcher);
        } else {
          add(String.valueOf(c));
        }
      }
    }

    private void escaped(char next, Matcher matcher) {
      if (next >= '0' && next <= '9') {
        int group = next - '0';
        String found = group <= matcher.groupCount() ? matcher.group(group) : null;
        add(found == null ? "" : found);
      } else if ("ULE".indexOf(next) >= 0) {
        mode = next;
      } else if ("ul".indexOf(next) >= 0) {
        once = next;
      } else {
        add(String.valueOf(next == 'n' ? '\n' : next == 't' ? '\t' : next));
      }
    }

    private void add(String piece) {
      String text =
          mode == 'U'
              ? piece.toUpperCase(Locale.ROOT)
              : mode == 'L' ? piece.toLowerCase(Locale.ROOT) : piece;
      if (once != 0 && !text.isEmpty()) {
        String first = text.substring(0, 1);
        text =
            (once == 'u' ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT))
                + text.substring(1);
        once = 0;
      }
      out.append(text);
    }
  }
}
