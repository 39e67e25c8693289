package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Files;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Wildcard;
import java.util.ArrayList;
import java.util.List;

/** Patterns of file names, which {@code /} parts. */
final class Glob {
  private static final int MAX_MATCHES = 5000;

  private Glob() {}

  /** The paths that a pattern matches, in order; none where nothing does. */
  static List<String> paths(String pattern, Files files) {
    List<String> parts = List.of(pattern.split("/", -1));
    List<String> found = List.of(pattern.replaceFirst("[^/].*", ""));
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).isEmpty()) {
        found = step(found, parts.get(i), i < parts.size() - 1, files);
      }
    }
    boolean directory = parts.getLast().isEmpty();
    return directory
        ? found.stream().filter(files::isDirectory).map(path -> path + "/").toList()
        : found;
  }

  private static List<String> step(List<String> bases, String part, boolean more, Files files) {
    var found = new ArrayList<String>();
    Wildcard wildcard = Wildcard.of(part);
    for (String base : bases) {
      if (!Wildcard.isPattern(part)) {
        String name = Marks.unescaped(part);
        String path = base.isEmpty() ? name : Paths.child(base, name);
        if (files.exists(path)) {
          found.add(path);
        }
        continue;
      }
      for (String name : names(base.isEmpty() ? "." : base, files)) {
        boolean hidden = name.startsWith(".") && !part.startsWith(".");
        String path = base.isEmpty() ? name : Paths.child(base, name);
        if (!hidden
            && wildcard.matches(name)
            && (!more || files.isDirectory(path))
            && found.size() < MAX_MATCHES) {
          found.add(path);
        }
      }
    }
    return found;
  }

  private static List<String> names(String directory, Files files) {
    try {
      return files.list(directory);
    } catch (Fault _) {
      return List.of(); // what cannot be read matches nothing
    }
  }
}
