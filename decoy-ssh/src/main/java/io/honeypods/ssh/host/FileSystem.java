package io.honeypods.ssh.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of one visit: those of an image, and over them what was changed. */
final class FileSystem {
  private static final int MAX_LINKS = 40;
  private static final int MAX_NAME = 255;
  private static final int MAX_PATH = 4096;

  private final NavigableMap<String, Inode> image;
  private final Changes changes;
  private final ProcFiles proc;

  FileSystem(NavigableMap<String, Inode> image, Changes changes, ProcFiles proc) {
    this.image = image;
    this.changes = changes;
    this.proc = proc;
  }

  /** What lies at a path without links and dots; null for nothing. */
  @Nullable Inode at(String path) {
    if (path.startsWith("/proc/")) {
      return proc.at(path);
    }
    Inode changed = changes.at(path);
    return changed != null || changes.isGone(path) ? changed : image.get(path);
  }

  /** The names in a directory, in order of bytes. */
  List<String> list(String directory) {
    if (directory.equals("/proc") || directory.startsWith("/proc/")) {
      return proc.list(directory);
    }
    var names = new TreeSet<String>();
    String prefix = directory.equals("/") ? "/" : directory + "/";
    Names.collect(image, prefix, names);
    changes.collect(prefix, names);
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
    Deque<String> rest = new ArrayDeque<>();
    push(path, rest);
    String reached = "/";
    int links = 0;
    while (!rest.isEmpty()) {
      String part = rest.removeFirst();
      String next = part.equals("..") ? Paths.parent(reached) : Paths.child(reached, part);
      boolean isLast = rest.isEmpty();
      Inode inode = requireWay(next, part, isLast);
      if (inode != null && inode.isLink() && (last || !isLast)) {
        if (++links > MAX_LINKS) {
          throw new Fault(Errno.LOOP);
        }
        push(inode.data(), rest);
        reached = inode.data().startsWith("/") ? "/" : reached;
      } else {
        reached = next;
      }
    }
    return reached;
  }

  /** Puts the parts of a path before those that are to come. */
  private static void push(String path, Deque<String> rest) {
    for (String part : List.of(path.split("/", -1)).reversed()) {
      if (!part.isEmpty() && !part.equals(".")) {
        rest.addFirst(part);
      }
    }
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
    changes.put(path, inode);
  }

  void drop(String path) {
    if (path.startsWith("/proc/") || path.startsWith("/sys/")) {
      throw new Fault(Errno.NOT_PERMITTED);
    }
    changes.drop(path, image.containsKey(path));
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
    return changes.used();
  }
}
