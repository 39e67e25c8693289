package io.honeypods.web;

import io.honeypods.web.Resource.Directory;
import io.honeypods.web.Resource.Unreadable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything below a document root.
 *
 * @param resources by absolute path, decoded, one character for each byte; a directory's path has
 *     no slash at its end but for the root itself, {@code /}
 */
record Site(Map<String, Resource> resources) {
  private static final String ROOT = "/";

  Site {
    resources = Map.copyOf(resources);
    for (String path : resources.keySet()) {
      requireNormal(path);
      if (!path.equals(ROOT) && !(resources.get(parent(path)) instanceof Directory)) {
        throw new IllegalArgumentException(
            "path %s below %s (expected that to be a directory)".formatted(path, parent(path)));
      }
    }
  }

  /** What lies at an absolute path, or null. */
  @Nullable Resource at(String path) {
    return resources.get(path);
  }

  /** Whether nothing is seen at a path for want of permission to enter a directory above it. */
  boolean isForbidden(String path) {
    String above = path;
    while (!above.equals(ROOT)) {
      if (resources.get(above) instanceof Unreadable unreadable) {
        return unreadable.directory();
      }
      above = parent(above);
    }
    return resources.get(ROOT) instanceof Unreadable;
  }

  /** The key of a directory from its path with a slash at the end. */
  static String directory(String path) {
    return path.length() == 1 ? path : path.substring(0, path.length() - 1);
  }

  private static void requireNormal(String path) {
    boolean slashAtEnd = path.endsWith("/") && !path.equals(ROOT);
    if (!path.startsWith("/") || slashAtEnd || path.contains("//")) {
      throw new IllegalArgumentException(
          "path %s (expected one such as /a/b, or / for the root)".formatted(path));
    }
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? ROOT : path.substring(0, slash);
  }
}
