package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sections of statements.txt: a heading, then a statement a line, each run in order. */
final class Statements {
  private Statements() {}

  static Map<String, List<Line>> sections() {
    return sections(lines("statements.txt"));
  }

  static Map<String, List<Line>> sections(List<String> lines) {
    var sections = new LinkedHashMap<String, List<Line>>();
    String section = "";
    for (String text : joined(lines)) {
      if (text.startsWith("# ")) {
        section = text.substring(2).strip();
        if (sections.put(section, new ArrayList<>()) != null) {
          throw new IllegalArgumentException("two sections: " + section);
        }
      } else {
        Objects.requireNonNull(sections.get(section)).add(Line.parse(section, text));
      }
    }
    return sections;
  }

  /** Lines that begin with spaces belong to the one before. */
  private static List<String> joined(List<String> lines) {
    var whole = new ArrayList<String>();
    for (String line : lines) {
      if (line.startsWith("  ")) {
        whole.add(whole.removeLast() + "\n" + line);
      } else {
        whole.add(line);
      }
    }
    return whole;
  }

  /** The lines of a resource of this package, without empty ones and comments. */
  static List<String> lines(String resource) {
    return text(resource).lines().filter(l -> !l.isBlank() && !l.startsWith("//")).toList();
  }

  static String text(String resource) {
    try (InputStream in = Statements.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
