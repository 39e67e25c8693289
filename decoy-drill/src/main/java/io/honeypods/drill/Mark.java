package io.honeypods.drill;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** What tells a drill from an incident: it stands in everything that is sent. */
record Mark(String text) {

  /** Another for each run, such as {@code drill-3f09ab12}. */
  static Mark random(RandomGenerator random) {
    return new Mark("drill-" + HexFormat.of().toHexDigits(random.nextInt()));
  }
}
