package io.honeypods.mysql.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The same statements on two targets. */
final class Comparison {
  private final boolean withoutWire;

  private Comparison(boolean withoutWire) {
    this.withoutWire = withoutWire;
  }

  static Comparison ofServers() {
    return new Comparison(false);
  }

  /** For an engine without a wire, which knows no times in binary and no flags of the wire. */
  static Comparison withoutWire() {
    return new Comparison(true);
  }

  List<Difference> between(List<Line> lines, Target theirs, Target ours) throws IOException {
    var differences = new ArrayList<Difference>();
    for (Line line : lines) {
      List<String> expected = normal(line.comparable(theirs.run(line)));
      List<String> actual = normal(line.comparable(ours.run(line)));
      if (!expected.equals(actual)) {
        differences.add(new Difference(line.name(), expected, actual));
      }
    }
    return differences;
  }

  private List<String> normal(List<String> outcome) {
    var texts = outcome.stream().map(Versions::without);
    return (withoutWire ? texts.map(Comparison::normal) : texts).toList();
  }

  private static String normal(String line) {
    if (line.startsWith("ROW")) {
      return line.replaceAll("time [0-9a-f*]*", "time *");
    }
    int at = line.indexOf(" status=");
    if (at < 0) {
      return line;
    }
    int from = at + " status=".length();
    int status = Integer.parseInt(line, from, from + 4, 16) & ~0x4008;
    return line.substring(0, from) + "%04x".formatted(status) + line.substring(from + 4);
  }
}
