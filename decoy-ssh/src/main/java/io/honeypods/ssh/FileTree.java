package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that one session sees and changes: text by path, bounded, gone with the session. */
final class FileTree {
  private static final int MAX_FILES = 1000;
  private static final int MAX_TEXT = 256 * 1024;
  private static final int MAX_TOTAL = 1024 * 1024;

  private final TreeMap<String, String> files = new TreeMap<>();
  private int written;

  private FileTree() {}

  /** The files of a resource, in which the names of {@code values} stand for their values. */
  static FileTree load(Map<String, String> values) {
    var tree = new FileTree();
    InputStream resource = FileTree.class.getResourceAsStream("files.txt");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(resource, "files.txt"), UTF_8))) {
      String path = "/";
      for (String line : lines.lines().toList()) {
        String text = fill(line, values);
        if (text.startsWith("\t")) {
          tree.files.merge(path, text.substring(1) + "\n", String::concat);
        } else if (!text.startsWith("#")) {
          path = text;
          tree.files.put(path, "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tree.files.put("/home/" + values.get("user") + "/", "");
    return tree;
  }

  /** The text of a file; null where there is none. */
  @Nullable String read(String path) {
    return path.endsWith("/") ? null : files.get(path);
  }

  boolean isDirectory(String path) {
    String prefix = path.equals("/") ? "/" : path + "/";
    String next = files.ceilingKey(prefix);
    return next != null && next.startsWith(prefix);
  }

  /** The names in a directory, in order. */
  List<String> list(String directory) {
    String prefix = directory.equals("/") ? "/" : directory + "/";
    return files.tailMap(prefix, true).keySet().stream()
        .takeWhile(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()))
        .map(rest -> rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/')))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** Writes a file; false where the disk is full. */
  boolean write(String path, String text) {
    if (text.length() > MAX_TEXT
        || written + text.length() > MAX_TOTAL
        || (files.size() >= MAX_FILES && !files.containsKey(path))) {
      return false;
    }
    written += text.length();
    files.put(path, text);
    return true;
  }

  boolean makeDirectory(String path) {
    return write(path + "/", "");
  }

  /** Removes a file, or a directory with all in it. */
  void remove(String path) {
    files.remove(path);
    String prefix = path + "/";
    files.tailMap(prefix, true).keySet().removeIf(each -> each.startsWith(prefix));
  }

  /** A path seen from a directory, without dots and doubled slashes. */
  static String resolve(String directory, String path) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = path.startsWith("/") ? path : directory + "/" + path;
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private static String fill(String line, Map<String, String> values) {
    String filled = line;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
