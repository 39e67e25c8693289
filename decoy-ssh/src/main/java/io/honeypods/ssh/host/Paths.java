package io.honeypods.ssh.host;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as text. */
public final class Paths {
  private Paths() {}

  /** A path seen from a directory, without dots and doubled slashes. */
  public static String resolve(String directory, String path) {
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

  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** The last part of a path, as {@code basename} has it. */
  public static String name(String path) {
    String bare = path;
    while (bare.length() > 1 && bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.equals("/") ? bare : bare.substring(bare.lastIndexOf('/') + 1);
  }

  public static String child(String directory, String name) {
    return directory.endsWith("/") ? directory + name : directory + "/" + name;
  }
}
