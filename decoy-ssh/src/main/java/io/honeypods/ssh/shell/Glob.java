package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Files;
import io.honeypods.ssh.host.Paths;
import java.util.ArrayList;
import java.util.List;

/** Patterns of file names, in {@link Marks}. */
final class Glob {
  private static final int MAX_MATCHES = 5000;

  private Glob() {}

  /** Whether a marked word is a pattern at all. */
  static boolean isPattern(String marked) {
    for (int i = 0; i < marked.length(); i++) {
      char c = Marks.pattern(marked.charAt(i));
      if (c == '*' || c == '?' || (c == '[' && closing(marked, i) > 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pattern matches all of a text; time is at most their lengths multiplied. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      int length = p < pattern.length() ? one(pattern, p, text.charAt(t)) : 0;
      if (p < pattern.length() && Marks.pattern(pattern.charAt(p)) == '*') {
        star = p++;
        retry = t;
      } else if (length > 0) {
        p += length;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && Marks.pattern(pattern.charAt(p)) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** How much of the pattern matches one character; 0 for nothing. */
  private static int one(String pattern, int at, char c) {
    char p = Marks.pattern(pattern.charAt(at));
    if (p == '?') {
      return 1;
    }
    int end = p == '[' ? closing(pattern, at) : -1;
    if (end > 0) {
      return inSet(pattern.substring(at + 1, end), c) ? end - at + 1 : 0;
    }
    if (p == '\\' && at + 1 < pattern.length()) {
      return (pattern.charAt(at + 1) & 0xff) == c ? 2 : 0;
    }
    return p != '*' && (pattern.charAt(at) & 0xff) == c ? 1 : 0;
  }

  private static int closing(String pattern, int open) {
    int at = open + 1;
    if (at < pattern.length()
        && (Marks.pattern(pattern.charAt(at)) == '!' || Marks.pattern(pattern.charAt(at)) == '^')) {
      at++;
    }
    at++;
    while (at < pattern.length()) {
      if (Marks.pattern(pattern.charAt(at)) == ']'
          && Marks.plain(pattern.substring(at - 1, at)).charAt(0) != ':') {
        return at;
      }
      if (Marks.pattern(pattern.charAt(at)) == ']'
          && at + 1 < pattern.length()
          && Marks.pattern(pattern.charAt(at + 1)) != ']') {
        at++;
        continue;
      }
      at++;
    }
    return -1;
  }

  private static boolean inSet(String marked, char c) {
    String set = Marks.plain(marked);
    boolean negated = set.startsWith("!") || set.startsWith("^");
    int at = negated ? 1 : 0;
    boolean in = false;
    while (at < set.length()) {
      int end = set.startsWith("[:", at) ? set.indexOf(":]", at) : -1;
      if (end > 0) {
        in |= CharacterClass.of(set.substring(at + 2, end)).test(c);
        at = end + 2;
      } else if (at + 2 < set.length() && set.charAt(at + 1) == '-') {
        in |= c >= set.charAt(at) && c <= set.charAt(at + 2);
        at += 3;
      } else {
        in |= set.charAt(at) == c;
        at++;
      }
    }
    return in != negated;
  }

  /** The paths that a marked pattern matches, in order; none where nothing does. */
  static List<String> paths(String pattern, Files files) {
    List<String> found =
        List.of(pattern.startsWith("/") || (pattern.charAt(0) & 0xff) == '/' ? "/" : "");
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if ((pattern.charAt(i) & 0xff) == '/') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(pattern.charAt(i));
      }
    }
    parts.add(part.toString());
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
    for (String base : bases) {
      if (!isPattern(part)) {
        String path = base.isEmpty() ? Marks.plain(part) : Paths.child(base, Marks.plain(part));
        if (files.exists(path)) {
          found.add(path);
        }
        continue;
      }
      for (String name : names(base.isEmpty() ? "." : base, files)) {
        boolean hidden = name.startsWith(".") && (part.charAt(0) & 0xff) != '.';
        String path = base.isEmpty() ? name : Paths.child(base, name);
        if (!hidden
            && matches(part, name)
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
