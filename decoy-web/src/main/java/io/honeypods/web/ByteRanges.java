package io.honeypods.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Range} header asks of a file, by nginx's rules.
 *
 * @param ranges those that can be served, in the order asked
 */
record ByteRanges(Outcome outcome, List<ByteRange> ranges) {
  private static final ByteRanges WHOLE = new ByteRanges(Outcome.WHOLE, List.of());
  private static final ByteRanges UNSATISFIABLE = new ByteRanges(Outcome.UNSATISFIABLE, List.of());

  /** How the request is answered. */
  enum Outcome {
    /** By the whole file, as if no range was asked for. */
    WHOLE,
    PARTIAL,
    UNSATISFIABLE
  }

  /** Bytes from {@code start} to before {@code end}. */
  record ByteRange(long start, long end) {
    long length() {
      return end - start;
    }

    /** As {@code Content-Range} has it. */
    String of(long size) {
      return "bytes " + start + "-" + (end - 1) + "/" + size;
    }
  }

  ByteRanges {
    ranges = List.copyOf(ranges);
  }

  /** Reads a header's value for a file of {@code size} bytes. */
  static ByteRanges parse(String header, long size, int maxRanges) {
    if (header.length() < 7 || !header.regionMatches(true, 0, "bytes=", 0, 6)) {
      return WHOLE;
    }
    return new Reader(header, size, maxRanges).read();
  }

  /** One pass over a header. */
  private static final class Reader {
    private final String text;
    private final long size;
    private final int maxRanges;
    private final List<ByteRange> found = new ArrayList<>();
    private int at = 6;

    Reader(String text, long size, int maxRanges) {
      this.text = text;
      this.size = size;
      this.maxRanges = maxRanges;
    }

    ByteRanges read() {
      long sum = 0;
      do {
        ByteRange range = next();
        if (range == null) {
          return UNSATISFIABLE;
        }
        if (range.length() > 0) {
          found.add(range);
          sum += range.length();
          if (found.size() > maxRanges) {
            return WHOLE;
          }
        } else if (range.start == 0) {
          return WHOLE;
        }
      } while (take(','));
      if (found.isEmpty()) {
        return UNSATISFIABLE;
      }
      return sum > size ? WHOLE : new ByteRanges(Outcome.PARTIAL, found);
    }

    private @Nullable ByteRange next() {
      skipSpaces();
      boolean suffix = take('-');
      long start = suffix ? 0 : number();
      if (start < 0 || (!suffix && !dash())) {
        return null;
      }
      if (!suffix && atEnd()) {
        return new ByteRange(start, size);
      }
      long last = number();
      skipSpaces();
      if (last < 0 || !atEnd()) {
        return null;
      }
      return suffix
          ? new ByteRange(last < size ? size - last : 0, size)
          : new ByteRange(start, last >= size ? size : last + 1);
    }

    private boolean dash() {
      skipSpaces();
      boolean dash = take('-');
      skipSpaces();
      return dash;
    }

    private boolean atEnd() {
      return at == text.length() || text.charAt(at) == ',';
    }

    private boolean take(char wanted) {
      boolean there = at < text.length() && text.charAt(at) == wanted;
      at += there ? 1 : 0;
      return there;
    }

    private void skipSpaces() {
      while (take(' ')) {}
    }

    /** Decimal digits; -1 where there are none or too many. */
    private long number() {
      int from = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      try {
        return Long.parseLong(text, from, at, 10);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }
}
