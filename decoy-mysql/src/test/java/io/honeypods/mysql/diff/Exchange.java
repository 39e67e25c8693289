package io.honeypods.mysql.diff;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What one connection sends, step by step; after each the answers are read. */
record Exchange(String name, List<Step> steps) {

  /** One thing that a client does. */
  interface Step {
    void on(RawClient client) throws IOException;
  }

  static Exchange of(String name, Step... steps) {
    return new Exchange(name, List.of(steps));
  }

  /** The same after other steps. */
  static Exchange after(List<Step> before, String name, Step... steps) {
    return new Exchange(name, Stream.concat(before.stream(), Arrays.stream(steps)).toList());
  }
}
