package io.honeypods.ssh.host;

import io.honeypods.ssh.host.Wildcard.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of a pattern that a match can have reached, one bit each: bit <i>n</i> is set where
 * all before element <i>n</i> has matched.
 */
final class Places {
  private static final int CHARACTERS = 256;

  private final List<Element> elements;
  private final long[] stars;
  private final long[] @Nullable [] accepting = new long[CHARACTERS][];

  Places(List<Element> elements) {
    this.elements = elements;
    this.stars = bits(-1);
  }

  /** How many words the bits take. */
  long words() {
    return stars.length;
  }

  /** What is reached before the first character. */
  long[] start() {
    var reached = new long[stars.length];
    reached[0] = 1;
    pass(reached);
    return reached;
  }

  boolean isEnd(long[] reached) {
    return (reached[elements.size() / Long.SIZE] >>> elements.size() & 1) != 0;
  }

  /** Goes on by one character; whether any way is left. */
  boolean step(long[] reached, char c) {
    long[] accepted = accepting(c);
    long carry = 0;
    long alive = 0;
    for (int i = 0; i < reached.length; i++) {
      long moved = reached[i] & accepted[i];
      reached[i] = moved << 1 | carry | (reached[i] & stars[i]);
      carry = moved >>> (Long.SIZE - 1);
      alive |= reached[i];
    }
    pass(reached);
    return alive != 0;
  }

  /** Lets each star match nothing; there are never two of them side by side. */
  private void pass(long[] reached) {
    long carry = 0;
    for (int i = 0; i < reached.length; i++) {
      long passing = (reached[i] | carry) & stars[i];
      reached[i] |= passing << 1 | carry;
      carry = passing >>> (Long.SIZE - 1);
    }
  }

  private long[] accepting(char c) {
    long[] known = accepting[c % CHARACTERS];
    if (known == null) {
      known = bits(c % CHARACTERS);
      accepting[c % CHARACTERS] = known;
    }
    return known;
  }

  /** The elements that take one such character; the stars for -1. */
  private long[] bits(int c) {
    var bits = new long[elements.size() / Long.SIZE + 1];
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      boolean is = c < 0 ? element.many() : !element.many() && element.test().test(c);
      bits[i / Long.SIZE] |= is ? 1L << i : 0;
    }
    return bits;
  }
}
