package io.honeypods.testkit;

import io.honeypods.decoy.event.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A way of cutting a byte string up, as a network may. */
public final class Fragments {
  private static final int RANDOM = 16;

  private final String name;
  private final SplitterSource splitter;

  /** Makes what says how long the next fragment is, given how many bytes are left. */
  private interface SplitterSource {
    IntUnaryOperator splitter();
  }

  private Fragments(String name, SplitterSource splitter) {
    this.name = name;
    this.splitter = splitter;
  }

  public static Fragments whole() {
    return new Fragments("whole", () -> left -> left);
  }

  public static Fragments byteByByte() {
    return new Fragments("byte by byte", () -> _ -> 1);
  }

  /** Into two, before the byte at {@code offset}. */
  public static Fragments at(int offset) {
    return new Fragments(
        "at " + offset,
        () -> {
          var cuts = new ArrayList<>(List.of(offset));
          return left -> cuts.isEmpty() ? left : cuts.removeFirst();
        });
  }

  /** At random, the same for the same seed; some fragments are short, some long. */
  public static Fragments random(long seed) {
    return new Fragments("random " + seed, () -> randomSplitter(seed));
  }

  /** Whole, byte by byte, and at random by some seeds. */
  public static List<Fragments> all() {
    return Stream.concat(
            Stream.of(whole(), byteByByte()),
            IntStream.rangeClosed(1, RANDOM).mapToObj(Fragments::random))
        .toList();
  }

  /** The fragments of a byte string: together they are it, and none is empty. */
  public List<Bytes> of(Bytes whole) {
    var fragments = new ArrayList<Bytes>();
    IntUnaryOperator next = splitter.splitter();
    int at = 0;
    while (at < whole.length()) {
      int left = whole.length() - at;
      int length = Math.clamp(next.applyAsInt(left), 1, left);
      fragments.add(whole.slice(at, at + length));
      at += length;
    }
    return fragments;
  }

  private static IntUnaryOperator randomSplitter(long seed) {
    var random = new SplittableRandom(seed);
    return left -> {
      int longest = 1 << random.nextInt(1, 12);
      return random.nextInt(1, Math.min(longest, left) + 1);
    };
  }

  /** Its name, such as {@code byte by byte}. */
  @Override
  public String toString() {
    return name;
  }
}
