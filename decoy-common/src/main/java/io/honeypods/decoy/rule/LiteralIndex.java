package io.honeypods.decoy.rule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rules of one field can match a text, found in one pass by the literals they need. */
final class LiteralIndex {
  private static final int SHIFT = 4;
  private static final int BUCKETS = 1 << (Fragment.SHORTEST * SHIFT);

  private final BitSet needNone = new BitSet();
  private final Needed[] @Nullable [] buckets = new Needed[BUCKETS][];

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
      buckets[hash] = with(buckets[hash], new Needed(literal, number));
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
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = roll(hash, text.charAt(i));
      var bucket = buckets[hash];
      if (bucket != null) {
        look(text, i - Fragment.SHORTEST + 1, bucket, into);
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
    return ((hash << SHIFT) ^ folded) & (BUCKETS - 1);
  }
}
