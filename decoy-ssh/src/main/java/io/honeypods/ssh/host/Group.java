package io.honeypods.ssh.host;

import java.util.ArrayList;
import java.util.List;

/** A line of {@code /etc/group}. */
public record Group(String name, int gid, List<String> members) {
  public Group {
    members = List.copyOf(members);
  }

  /** The groups that a group file lists. */
  public static List<Group> parse(String file) {
    var groups = new ArrayList<Group>();
    for (String line : file.split("\n", -1)) {
      String[] f = line.split(":", -1);
      if (f.length == 4 && f[2].matches("[0-9]{1,9}")) {
        List<String> members = f[3].isEmpty() ? List.of() : List.of(f[3].split(",", -1));
        groups.add(new Group(f[0], Integer.parseInt(f[2]), members));
      }
    }
    return groups;
  }
}
