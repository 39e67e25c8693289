package io.honeypods.decoy.rule;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rules of one field can match a text, found in one pass by the literals they need. */
final class LiteralIndex {
  private static final int SHIFT = 5;
  private static final int HASHES = 1 << (Fragment.SHORTEST * SHIFT);
  private static final int BUCKETS = 1 << 12;

  /** A bit for each hash of the first characters of a literal: small enough to stay in a cache. */
  private final long[] hashes = new long[HASHES / Long.SIZE];

  private final Needed[] @Nullable [] buckets = new Needed[BUCKETS][];

  private final BitSet needNone = new BitSet();

  private record Needed(String literal, int rule) {}

  private LiteralIndex() {}

  static LiteralIndex of(List<Rule> rules, String field) {
    var index = new LiteralIndex();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).fields().contains(field)) {
        index.add(rules.get(i), i);
      }
    }
    return index;
  }

  private void add(Rule rule, int number) {
    if (rule.literals().isEmpty()) {
      needNone.set(number);
    }
    for (String literal : rule.literals()) {
      int hash = 0;
      for (int i = 0; i < Fragment.SHORTEST; i++) {
        hash = roll(hash, literal.charAt(i));
      }
      hashes[hash >> 6] |= 1L << hash;
      int bucket = hash % BUCKETS;
      buckets[bucket] = with(buckets[bucket], new Needed(literal, number));
    }
  }

  private static Needed[] with(Needed @Nullable [] bucket, Needed needed) {
    if (bucket == null) {
      return new Needed[] {needed};
    }
    var longer = Arrays.copyOf(bucket, bucket.length + 1);
    longer[bucket.length] = needed;
    return longer;
  }

  /** Sets the numbers of the rules that can match. */
  void candidates(String text, BitSet into) {
    into.or(needNone);
    char[] characters = text.toCharArray();
    int hash = 0;
    for (int i = 0; i < characters.length; i++) {
      hash = roll(hash, characters[i]);
      if ((hashes[hash >> 6] & (1L << hash)) != 0) {
        look(text, i - Fragment.SHORTEST + 1, requireNonNull(buckets[hash % BUCKETS]), into);
      }
    }
  }

  private static void look(String text, int start, Needed[] bucket, BitSet into) {
    for (Needed needed : bucket) {
      var literal = needed.literal();
      if (text.regionMatches(true, start, literal, 0, literal.length())) {
        into.set(needed.rule());
      }
    }
  }

  /** Shifts one character into a hash of the last three, upper and lower case alike. */
  private static int roll(int hash, char c) {
    int folded = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    return ((hash << SHIFT) ^ folded) & (HASHES - 1);
  }
}
