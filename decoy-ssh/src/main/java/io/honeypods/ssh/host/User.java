package io.honeypods.ssh.host;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of {@code /etc/passwd}. */
public record User(String name, int uid, int gid, String gecos, String home, String shell) {
  private static final int FIELDS = 7;

  public boolean isRoot() {
    return uid == 0;
  }

  /** The users that a password file lists. */
  public static List<User> parse(String file) {
    var users = new ArrayList<User>();
    for (String line : file.split("\n", -1)) {
      String[] f = line.split(":", -1);
      Integer uid = f.length == FIELDS ? number(f[2]) : null;
      Integer gid = f.length == FIELDS ? number(f[3]) : null;
      if (uid != null && gid != null) {
        users.add(new User(f[0], uid, gid, f[4], f[5], f[6]));
      }
    }
    return users;
  }

  private static @Nullable Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException _) {
      return null; // a visitor may have written anything there
    }
  }
}
