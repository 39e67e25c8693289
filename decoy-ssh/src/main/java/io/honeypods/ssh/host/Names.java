package io.honeypods.ssh.host;

import java.util.NavigableMap;
import java.util.Set;

/** The names in a directory among the paths of all files. */
final class Names {
  private Names() {}

  static void collect(NavigableMap<String, Inode> files, String prefix, Set<String> names) {
    String key = files.higherKey(prefix);
    while (key != null && key.startsWith(prefix)) {
      int slash = key.indexOf('/', prefix.length());
      String name =
          slash < 0 ? key.substring(prefix.length()) : key.substring(prefix.length(), slash);
      names.add(name);
      key = files.higherKey(prefix + name + (slash < 0 ? "" : "/\uffff"));
      if (key != null && key.startsWith(prefix + name + "/")) {
        key = files.higherKey(prefix + name + "/\uffff");
      }
    }
  }
}
