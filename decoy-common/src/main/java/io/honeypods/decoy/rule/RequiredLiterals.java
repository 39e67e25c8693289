package io.honeypods.decoy.rule;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Derives from a pattern the literals of which at least one is in every text it matches. */
final class RequiredLiterals {
  private static final Set<String> EMPTY_TEXT = Set.of("");

  /** Among more than these, looking for some that have others inside costs more than it saves. */
  private static final int FEW = 32;

  private final PatternReader in;

  private RequiredLiterals(PatternReader in) {
    this.in = in;
  }

  /**
   * The literals in lower case; none where the pattern can match without any.
   *
   * @param regex a pattern that RE2 accepts
   * @throws IllegalArgumentException for syntax that is of no use in a table
   */
  static Set<String> of(String regex) {
    Set<String> needed = new RequiredLiterals(new PatternReader(regex)).alternatives().needed();
    return needed.size() <= FEW ? minimal(needed) : needed;
  }

  /** The texts that have no other of them inside. */
  private static Set<String> minimal(Set<String> texts) {
    var minimal = new HashSet<String>();
    for (String text : texts) {
      if (!hasOneInside(text, texts)) {
        minimal.add(text);
      }
    }
    return minimal;
  }

  private static boolean hasOneInside(String text, Set<String> texts) {
    for (String other : texts) {
      if (other.length() < text.length() && text.contains(other)) {
        return true;
      }
    }
    return false;
  }

  private Fragment alternatives() {
    var either = sequence();
    while (in.skip("|")) {
      either = either.or(sequence());
    }
    return either;
  }

  /** Keeps the texts of a run of listable parts; a part that is not ends the run. */
  private Fragment sequence() {
    Set<String> run = EMPTY_TEXT;
    Set<String> best = Set.of();
    boolean whole = true;
    while (in.hasNext() && !in.isAt('|') && !in.isAt(')')) {
      var part = part();
      var longer = part.exact() == null ? null : Fragment.product(run, part.exact());
      if (longer == null) {
        whole = false;
        best = Fragment.better(best, Fragment.exactly(run).needed());
        best = Fragment.better(best, part.needed());
        longer = requireNonNullElse(part.exact(), EMPTY_TEXT);
      }
      run = longer;
    }
    var last = Fragment.exactly(run);
    return whole ? last : Fragment.having(Fragment.better(best, last.needed()));
  }

  private Fragment part() {
    var atom = atom();
    while (in.hasNext()) {
      if (in.skip("*")) {
        atom = Fragment.ANYTHING;
      } else if (in.skip("?")) {
        atom = atom.optional();
      } else if (in.skip("+")) {
        atom = atom.repeated();
      } else if (in.isAt('{') && in.isAtCount()) {
        atom = in.count() == 0 ? Fragment.ANYTHING : atom.repeated();
      } else {
        return atom;
      }
    }
    return atom;
  }

  private Fragment atom() {
    char c = in.next();
    return switch (c) {
      case '(' -> group();
      case '[' -> CharacterClass.read(in);
      case '.' -> Fragment.ANYTHING;
      case '^', '$' -> Fragment.EMPTY;
      case '\\' -> escape();
      default -> literal(in.isCounted() ? String.valueOf(c) : in.plain(c));
    };
  }

  private Fragment group() {
    if (in.skip("?") && in.skipFlags() == ')') {
      return Fragment.EMPTY;
    }
    var inside = alternatives();
    in.next();
    return inside;
  }

  private Fragment escape() {
    char c = in.next();
    return switch (c) {
      case 'b', 'B', 'A', 'z' -> Fragment.EMPTY;
      case 'd', 'D', 's', 'S', 'w', 'W' -> Fragment.ANYTHING;
      default -> literal(String.valueOf(in.escaped(c)));
    };
  }

  private static Fragment literal(String text) {
    return Fragment.exactly(Set.of(text.toLowerCase(Locale.ROOT)));
  }
}
