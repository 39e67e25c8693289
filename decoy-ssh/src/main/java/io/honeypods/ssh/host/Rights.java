package io.honeypods.ssh.host;

/**
 * What a user may do to files.
 *
 * @param user who asks
 */
record Rights(User user) {
  static final int READ = 4;
  static final int WRITE = 2;
  static final int EXECUTE = 1;
  private static final int STICKY = 01000;

  boolean may(Inode inode, int bits) {
    if (user.isRoot()) {
      return (bits & EXECUTE) == 0 || inode.isDirectory() || (inode.mode() & 0111) != 0;
    }
    int shift = inode.uid() == user.uid() ? 6 : inode.gid() == user.gid() ? 3 : 0;
    return (inode.mode() >> shift & bits) == bits;
  }

  void require(Inode inode, int bits) {
    if (!may(inode, bits)) {
      throw new Fault(Errno.ACCESS);
    }
  }

  void requireOwn(Inode inode) {
    if (!user.isRoot() && inode.uid() != user.uid()) {
      throw new Fault(Errno.NOT_PERMITTED);
    }
  }

  /** Requires that a name may be taken out of the directory above it. */
  void requireRemovable(String path, Inode inode, Inode above) {
    if (path.equals("/")) {
      throw new Fault(Errno.BUSY);
    }
    require(above, WRITE | EXECUTE);
    boolean others = user.uid() != inode.uid() && user.uid() != above.uid();
    if ((above.mode() & STICKY) != 0 && !user.isRoot() && others) {
      throw new Fault(Errno.NOT_PERMITTED);
    }
  }
}
