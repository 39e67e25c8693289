package io.honeypods.web;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.sin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A quantity that follows the hours of the day and the days of the week with a little noise: a sum
 * of sines, so that its value and what it adds up to are both known for any time.
 *
 * @param mean what it is on average
 */
record Wave(double mean, List<Swing> swings) {
  private static final double DAY = 86_400;
  private static final double BUSIEST_HOUR = 13.5;
  private static final double WEEK = 7 * DAY;
  private static final double BUSIEST_DAY_SINCE_EPOCH = 5.5; // a Tuesday: the epoch was a Thursday
  private static final int NOISES = 6;

  Wave {
    swings = List.copyOf(swings);
  }

  /**
   * One sine.
   *
   * @param share of the mean that it adds at its highest
   * @param period in seconds
   * @param peak when it is highest, in seconds since the epoch
   */
  record Swing(double share, double period, double peak) {
    double at(double time) {
      return share * cos(2 * PI * (time - peak) / period);
    }

    double sum(double from, double to) {
      double turns = 2 * PI / period;
      return share / turns * (sin(turns * (to - peak)) - sin(turns * (from - peak)));
    }
  }

  /**
   * A wave that swings by at most {@code daily * 1.4 + noise} of its mean.
   *
   * @param daily how much of the mean the afternoon is above it
   * @param noise how much of the mean the noise is at most
   */
  static Wave of(double mean, double daily, double noise, RandomGenerator random) {
    var swings = new ArrayList<Swing>();
    double hour = BUSIEST_HOUR + random.nextDouble(-0.8, 0.8);
    swings.add(new Swing(daily, DAY, hour * 3600));
    swings.add(new Swing(daily * 0.2, DAY / 2, (hour - 2.5) * 3600));
    swings.add(new Swing(daily * 0.2, WEEK, BUSIEST_DAY_SINCE_EPOCH * DAY));
    for (int i = 0; i < NOISES; i++) {
      double period = Math.pow(10, random.nextDouble(1.7, 3.9));
      swings.add(new Swing(noise / NOISES, period, random.nextDouble(period)));
    }
    return new Wave(mean, swings);
  }

  double at(Instant when) {
    double time = seconds(when);
    double factor = 1;
    for (Swing swing : swings) {
      factor += swing.at(time);
    }
    return mean * factor;
  }

  /** What a rate of this many a second adds up to. */
  double sum(Instant from, Instant to) {
    double start = seconds(from);
    double end = seconds(to);
    double sum = end - start;
    for (Swing swing : swings) {
      sum += swing.sum(start, end);
    }
    return mean * sum;
  }

  private static double seconds(Instant when) {
    return when.getEpochSecond() + when.getNano() / 1e9;
  }
}
