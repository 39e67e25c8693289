package io.honeypods.mysql.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists of facts about the real server that stand in resources. */
final class SystemFacts {
  private SystemFacts() {}

  /** The lines of a list, without those that only say what it is. */
  static List<String> lines(String name) {
    String path = "system/" + name;
    try (var in = Objects.requireNonNull(SystemFacts.class.getResourceAsStream(path), path);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("# ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a list of so many cells, split at tabs; missing cells are empty. */
  static List<List<String>> table(String name, int cells) {
    return lines(name).stream().map(line -> cells(line, cells)).toList();
  }

  private static List<String> cells(String line, int count) {
    String[] found = line.split("\t", -1);
    String[] cells = new String[count];
    for (int i = 0; i < count; i++) {
      cells[i] = i < found.length ? found[i] : "";
    }
    return List.of(cells);
  }
}
