package io.honeypods.ssh.host;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was changed of the files of an image, bounded; visits of one account may share it. */
final class Changes {
  private static final int MAX_OWN = 5000;
  private static final int MAX_FILE = 4 << 20;
  private static final int MAX_BYTES = 8 << 20;

  private final TreeMap<String, Inode> own = new TreeMap<>();
  private final Set<String> gone = new HashSet<>();
  private long bytes;

  /** What was put at a path; null where nothing was. */
  synchronized @Nullable Inode at(String path) {
    return own.get(path);
  }

  synchronized boolean isGone(String path) {
    return gone.contains(path);
  }

  synchronized void put(String path, Inode inode) {
    Inode before = own.get(path);
    long held = before == null ? 0 : before.data().length();
    boolean full =
        inode.data().length() > MAX_FILE || bytes - held + inode.data().length() > MAX_BYTES;
    if (full || (before == null && own.size() >= MAX_OWN)) {
      throw new Fault(Errno.NO_SPACE);
    }
    bytes += inode.data().length() - held;
    own.put(path, inode);
    gone.remove(path);
  }

  synchronized void drop(String path, boolean wasThere) {
    Inode before = own.remove(path);
    bytes -= before == null ? 0 : before.data().length();
    if (wasThere) {
      gone.add(path);
    }
  }

  /** Adds the names that were put into a directory. */
  synchronized void collect(String prefix, Set<String> names) {
    Names.collect(own, prefix, names);
  }

  /** Bytes that were written and are still there. */
  synchronized long used() {
    return bytes;
  }
}
