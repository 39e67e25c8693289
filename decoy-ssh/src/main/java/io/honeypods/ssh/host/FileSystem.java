package io.honeypods.ssh.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of one visit: those of an image, and over them what was changed, bounded. */
final class FileSystem {
  private static final int MAX_OWN = 5000;
  private static final int MAX_FILE = 4 << 20;
  private static final int MAX_BYTES = 8 << 20;
  private static final int MAX_LINKS = 40;
  private static final int MAX_NAME = 255;
  private static final int MAX_PATH = 4096;

  private final NavigableMap<String, Inode> image;
  private final TreeMap<String, Inode> own = new TreeMap<>();
  private final Set<String> gone = new HashSet<>();
  private final ProcFiles proc;
  private long bytes;

  FileSystem(NavigableMap<String, Inode> image, ProcFiles proc) {
    this.image = image;
    this.proc = proc;
  }

  /** What lies at a path without links and dots; null for nothing. */
  @Nullable Inode at(String path) {
    if (path.startsWith("/proc/")) {
      return proc.at(path);
    }
    Inode changed = own.get(path);
    return changed != null || gone.contains(path) ? changed : image.get(path);
  }

  /** The names in a directory, in order of bytes. */
  List<String> list(String directory) {
    if (directory.equals("/proc") || directory.startsWith("/proc/")) {
      return proc.list(directory);
    }
    var names = new TreeSet<String>();
    String prefix = directory.equals("/") ? "/" : directory + "/";
    collect(image, prefix, names);
    collect(own, prefix, names);
    var present = new ArrayList<String>(names.size());
    for (String name : names) {
      if (at(prefix + name) != null) {
        present.add(name);
      }
    }
    return present;
  }

  /** Follows links until there are none; where the last part is absent, it is left as it is. */
  String follow(String path, boolean last) {
    if (path.length() > MAX_PATH) {
      throw new Fault(Errno.NAME_TOO_LONG);
    }
    Deque<String> rest = new ArrayDeque<>(List.of(path.split("/", -1)));
    String reached = "/";
    int links = 0;
    while (!rest.isEmpty()) {
      String part = rest.removeFirst();
      String next = part.equals("..") ? Paths.parent(reached) : Paths.child(reached, part);
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      boolean isLast = rest.stream().allMatch(String::isEmpty);
      Inode inode = requireWay(next, part, isLast);
      if (inode != null && inode.isLink() && (last || !isLast)) {
        if (++links > MAX_LINKS) {
          throw new Fault(Errno.LOOP);
        }
        List.of(inode.data().split("/", -1)).reversed().forEach(rest::addFirst);
        reached = inode.data().startsWith("/") ? "/" : reached;
      } else {
        reached = next;
      }
    }
    return reached;
  }

  private @Nullable Inode requireWay(String path, String part, boolean isLast) {
    if (part.length() > MAX_NAME) {
      throw new Fault(Errno.NAME_TOO_LONG);
    }
    Inode inode = at(path);
    if (inode == null && !isLast) {
      throw new Fault(Errno.NO_ENTRY);
    }
    if (inode != null && !isLast && !inode.isDirectory() && !inode.isLink()) {
      throw new Fault(Errno.NOT_DIRECTORY);
    }
    return inode;
  }

  void put(String path, Inode inode) {
    if (path.startsWith("/proc/") || path.startsWith("/sys/")) {
      throw new Fault(Errno.ACCESS);
    }
    Inode before = own.get(path);
    long held = before == null ? 0 : before.data().length();
    if (inode.data().length() > MAX_FILE || bytes - held + inode.data().length() > MAX_BYTES) {
      throw new Fault(Errno.NO_SPACE);
    }
    if (before == null && own.size() >= MAX_OWN) {
      throw new Fault(Errno.NO_SPACE);
    }
    bytes += inode.data().length() - held;
    own.put(path, inode);
    gone.remove(path);
  }

  void drop(String path) {
    if (path.startsWith("/proc/") || path.startsWith("/sys/")) {
      throw new Fault(Errno.NOT_PERMITTED);
    }
    Inode before = own.remove(path);
    bytes -= before == null ? 0 : before.data().length();
    if (image.containsKey(path)) {
      gone.add(path);
    }
  }

  /** Moves what is at a path, with all below it. */
  void move(String from, String to) {
    Inode inode = at(from);
    if (inode == null) {
      throw new Fault(Errno.NO_ENTRY);
    }
    if (inode.isDirectory()) {
      put(to, inode);
      for (String name : list(from)) {
        move(Paths.child(from, name), Paths.child(to, name));
      }
      drop(from);
    } else {
      drop(from);
      put(to, inode);
    }
  }

  /** Bytes that were written and are still there. */
  long used() {
    return bytes;
  }

  private static void collect(NavigableMap<String, Inode> files, String prefix, Set<String> names) {
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
