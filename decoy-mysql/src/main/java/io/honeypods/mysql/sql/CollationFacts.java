package io.honeypods.mysql.sql;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What lists of collations say beside their names.
 *
 * @param sortLength how much longer a string may get when it is made sortable
 * @param padding {@code PAD SPACE} or {@code NO PAD}
 */
record CollationFacts(Collation collation, int sortLength, String padding) {

  /** By name. */
  static List<CollationFacts> all() {
    Map<Integer, List<String>> facts = new HashMap<>();
    SystemFacts.table("collations.txt", 3)
        .forEach(line -> facts.put(Integer.valueOf(line.getFirst()), line));
    return Collation.all().stream()
        .sorted(Comparator.comparing(Collation::name))
        .map(collation -> of(collation, facts.get(collation.id())))
        .toList();
  }

  private static CollationFacts of(
      Collation collation, @org.jspecify.annotations.Nullable List<String> line) {
    return line == null
        ? new CollationFacts(collation, 0, "NO PAD")
        : new CollationFacts(collation, Integer.parseInt(line.get(1)), line.get(2));
  }
}
