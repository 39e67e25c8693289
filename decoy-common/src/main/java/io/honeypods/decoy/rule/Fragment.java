package io.honeypods.decoy.rule;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the texts that a part of a pattern matches.
 *
 * @param exact all of them, or null where they are too many to list
 * @param literals texts of which each match has at least one; empty where none is known
 */
record Fragment(@Nullable Set<String> exact, Set<String> literals) {
  static final Fragment ANYTHING = new Fragment(null, Set.of());
  static final Fragment EMPTY = exactly(Set.of(""));

  /** A literal shorter than this tells too little. */
  static final int SHORTEST = 3;

  private static final int MOST = 256;

  static Fragment exactly(Set<String> texts) {
    return new Fragment(Set.copyOf(texts), Set.of());
  }

  static Fragment having(Set<String> literals) {
    return new Fragment(null, Set.copyOf(literals));
  }

  /** The literals of which each match has at least one; empty where none is known. */
  Set<String> needed() {
    if (exact == null) {
      return literals;
    }
    return shortest(exact) >= SHORTEST ? exact : Set.of();
  }

  Fragment or(Fragment other) {
    if (exact != null && other.exact != null && exact.size() + other.exact.size() <= MOST) {
      return exactly(union(exact, other.exact));
    }
    var mine = needed();
    var its = other.needed();
    return mine.isEmpty() || its.isEmpty() ? ANYTHING : having(union(mine, its));
  }

  Fragment optional() {
    return or(EMPTY);
  }

  Fragment repeated() {
    return having(needed());
  }

  /** Every text of one set followed by every text of another, or null where they are too many. */
  static @Nullable Set<String> product(Set<String> first, Set<String> second) {
    if (first.size() * second.size() > MOST) {
      return null;
    }
    var all = new HashSet<String>();
    for (String start : first) {
      for (String end : second) {
        all.add(start + end);
      }
    }
    return all;
  }

  /** Whichever of two sets of literals tells more: longer ones, then fewer. */
  static Set<String> better(Set<String> one, Set<String> other) {
    int difference = shortest(one) - shortest(other);
    if (difference != 0) {
      return difference > 0 ? one : other;
    }
    return one.size() <= other.size() ? one : other;
  }

  /** The length of the shortest of some texts; 0 where there are none. */
  private static int shortest(Set<String> texts) {
    int shortest = Integer.MAX_VALUE;
    for (String text : texts) {
      shortest = Math.min(shortest, text.length());
    }
    return texts.isEmpty() ? 0 : shortest;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
