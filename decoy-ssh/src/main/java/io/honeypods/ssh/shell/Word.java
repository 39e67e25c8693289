package io.honeypods.ssh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word as it is written, before anything in it stands for something else. */
record Word(List<Part> parts) {
  Word {
    parts = List.copyOf(parts);
  }

  /** A piece of a word. */
  sealed interface Part {}

  /** Characters that stand for themselves; where not quoted, patterns and braces count. */
  record Text(String text, boolean quoted) implements Part {}

  /**
   * {@code ${name[index] operator operand}}.
   *
   * @param operator {@code ""}, {@code #} before the name for a length as {@code "length"}, {@code
   *     "indirect"}, or what stands behind the name
   */
  record Parameter(
      String name, @Nullable Word index, String operator, @Nullable Word operand, boolean quoted)
      implements Part {}

  /** {@code $(list)}. */
  record Substitution(Node list, boolean quoted) implements Part {}

  /** {@code <(list)}, or {@code >(list)} where it is not read from. */
  record Beside(Node list, boolean reads) implements Part {}

  /** {@code $((expression))}. */
  record Sum(Word expression, boolean quoted) implements Part {}

  /** The word without its quotes, if nothing in it stands for something else; else null. */
  @Nullable String literal() {
    var text = new StringBuilder();
    for (Part part : parts) {
      if (!(part instanceof Text each)) {
        return null;
      }
      text.append(each.text());
    }
    return text.toString();
  }

  /** The word, if it is one piece without quotes. */
  @Nullable String bare() {
    return parts.size() == 1 && parts.getFirst() instanceof Text text && !text.quoted()
        ? text.text()
        : null;
  }

  boolean isQuoted() {
    return parts.stream().anyMatch(part -> part instanceof Text text && text.quoted());
  }

  static Word of(String text) {
    return new Word(List.of(new Text(text, false)));
  }
}
