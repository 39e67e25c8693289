package io.honeypods.ssh;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many connections may be without a login: from some number on they are refused at random. */
final class MaxStartups {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6}):(\\d{1,3}):(\\d{1,6})");
  private static final int PERCENT = 100;

  private final int begin;
  private final int rate;
  private final int full;
  private final AtomicInteger open = new AtomicInteger();

  private MaxStartups(int begin, int rate, int full) {
    this.begin = begin;
    this.rate = rate;
    this.full = full;
  }

  /** From {@code start:rate:full}. */
  static MaxStartups parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int begin = Integer.parseInt(form.group(1));
      int rate = Integer.parseInt(form.group(2));
      int full = Integer.parseInt(form.group(3));
      if (begin <= full && rate >= 1 && rate <= PERCENT) {
        return new MaxStartups(begin, rate, full);
      }
    }
    throw new IllegalArgumentException("max-startups " + text + " (expected start:rate:full)");
  }

  /** Counts a connection in, or refuses it. */
  boolean enter(RandomGenerator random) {
    int others = open.getAndIncrement();
    if (others >= full || (others >= begin && random.nextInt(PERCENT) < chance(others))) {
      open.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    open.decrementAndGet();
  }

  private int chance(int others) {
    return rate == PERCENT || full == begin
        ? PERCENT
        : (PERCENT - rate) * (others - begin) / (full - begin) + rate;
  }
}
