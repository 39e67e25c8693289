package io.honeypods.ssh.host;

import java.time.Instant;

/**
 * What lies at a path.
 *
 * @param mode the permission bits
 * @param data a file's content one character a byte, a link's target, a program's name
 * @param size as {@code stat} tells it
 */
public record Inode(
    Kind kind, int mode, int uid, int gid, Instant modified, String data, long size) {

  /** What a path can be, with the letter that {@code ls -l} shows. */
  public enum Kind {
    DIRECTORY('d'),
    FILE('-'),
    PROGRAM('-'),
    LINK('l'),
    CHARACTER_DEVICE('c'),
    BLOCK_DEVICE('b'),
    SOCKET('s'),
    FIFO('p');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    public char letter() {
      return letter;
    }
  }

  private static final int DIRECTORY_SIZE = 4096;

  public static Inode file(int mode, int uid, int gid, Instant at, String data) {
    return new Inode(Kind.FILE, mode, uid, gid, at, data, data.length());
  }

  public static Inode directory(int mode, int uid, int gid, Instant at) {
    return new Inode(Kind.DIRECTORY, mode, uid, gid, at, "", DIRECTORY_SIZE);
  }

  public static Inode fifo(int mode, int uid, int gid, Instant at) {
    return new Inode(Kind.FIFO, mode, uid, gid, at, "", 0);
  }

  public static Inode link(int uid, int gid, Instant at, String target) {
    return new Inode(Kind.LINK, 0777, uid, gid, at, target, target.length());
  }

  public boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }

  public boolean isLink() {
    return kind == Kind.LINK;
  }

  /** Whether it can be read as bytes. */
  public boolean isRegular() {
    return kind == Kind.FILE || kind == Kind.PROGRAM;
  }

  public boolean isExecutable() {
    return isRegular() && (mode & 0111) != 0;
  }

  public Inode withMode(int bits) {
    return new Inode(kind, bits, uid, gid, modified, data, size);
  }

  public Inode withOwner(int user, int group) {
    return new Inode(kind, mode, user, group, modified, data, size);
  }

  public Inode touched(Instant at) {
    return new Inode(kind, mode, uid, gid, at, data, size);
  }

  /** The same file with other content. */
  public Inode written(String content, Instant at) {
    return new Inode(Kind.FILE, mode, uid, gid, at, content, content.length());
  }

  /** The ten letters that {@code ls -l} begins a line with. */
  public String letters() {
    var text = new StringBuilder().append(kind.letter());
    for (int shift = 6; shift >= 0; shift -= 3) {
      int bits = mode >> shift;
      boolean special = (mode & (04000 >> (2 - shift / 3))) != 0;
      char lower = shift == 0 ? 't' : 's';
      char execute = (bits & 1) == 0 ? (special ? Character.toUpperCase(lower) : '-') : 'x';
      text.append((bits & 4) == 0 ? '-' : 'r').append((bits & 2) == 0 ? '-' : 'w');
      text.append(special && (bits & 1) != 0 ? lower : execute);
    }
    return text.toString();
  }
}
