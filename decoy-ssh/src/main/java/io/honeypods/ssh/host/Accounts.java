package io.honeypods.ssh.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users and groups that the files of a machine name. */
public final class Accounts {
  private final Machine machine;

  Accounts(Machine machine) {
    this.machine = machine;
  }

  /** A user by name or number; null for none. */
  public @Nullable User user(String nameOrUid) {
    for (User user : User.parse(raw("/etc/passwd"))) {
      if (user.name().equals(nameOrUid) || String.valueOf(user.uid()).equals(nameOrUid)) {
        return user;
      }
    }
    return null;
  }

  public List<User> users() {
    return User.parse(raw("/etc/passwd"));
  }

  public List<Group> groups() {
    return Group.parse(raw("/etc/group"));
  }

  /** The name of a user id, or the id. */
  public String userName(int uid) {
    User user = user(String.valueOf(uid));
    return user == null ? String.valueOf(uid) : user.name();
  }

  /** The name of a group id, or the id. */
  public String groupName(int gid) {
    for (Group group : groups()) {
      if (group.gid() == gid) {
        return group.name();
      }
    }
    return String.valueOf(gid);
  }

  private String raw(String path) {
    Inode inode = machine.fileSystem().at(path);
    return inode == null ? "" : inode.data();
  }
}
