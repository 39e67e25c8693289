package io.honeypods.ssh.shell;

import java.util.ArrayList;
import java.util.List;

/** The lines that were typed. */
final class History {
  private static final int MOST = 1000;

  private final List<String> lines = new ArrayList<>();
  private int known;

  List<String> lines() {
    return lines;
  }

  /** Lines of a file, which are not saved again. */
  void load(String file) {
    for (String line : file.split("\n", -1)) {
      add(line);
    }
    known = lines.size();
  }

  void add(String line) {
    if (!line.isBlank() && lines.size() < MOST && !line.startsWith(" ")) {
      if (lines.isEmpty() || !lines.getLast().equals(line)) {
        lines.add(line);
      }
    }
  }

  void clear() {
    lines.clear();
    known = 0;
  }

  /** What is new since it was loaded. */
  String unsaved() {
    var text = new StringBuilder();
    lines
        .subList(Math.min(known, lines.size()), lines.size())
        .forEach(line -> text.append(line).append('\n'));
    known = lines.size();
    return text.toString();
  }
}
