package io.honeypods.ssh.host;

import java.util.LinkedHashSet;
import java.util.Set;

/** The files into which a task writes what it had from the visitor's own input. */
public final class Arrivals {
  private static final int MAX_FILES = 16;
  private static final int BYTES_PER_STEP = 1024;

  private final Set<String> paths = new LinkedHashSet<>();
  private boolean heard;
  private boolean interprets;

  Arrivals() {}

  /** What the task reads are orders to it, so that what it writes did not come as it is. */
  public void interpret() {
    interprets = true;
  }

  void heard() {
    heard |= !interprets;
  }

  /** Whether what the task writes may come from the visitor. */
  boolean hasHeard() {
    return heard;
  }

  void into(String path) {
    if (heard && paths.size() < MAX_FILES) {
      paths.add(path);
    }
  }

  /** Tells of every file once, as it is now that the task is over. */
  void report(Machine machine) {
    for (String path : paths) {
      Inode inode = machine.fileSystem().at(path);
      if (inode != null && inode.isRegular() && inode.size() > 0) {
        machine.spend(inode.data().length() / BYTES_PER_STEP);
        machine.reports().uploaded(path, inode.data());
      }
    }
    paths.clear();
  }
}
