package io.honeypods.ssh.host;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The files of a machine as a task sees them: from its directory, with its user's rights. */
public final class Files {
  private final Machine machine;
  private final Task task;
  private final Rights rights;
  private final Opening opening;

  Files(Machine machine, Task task) {
    this.machine = machine;
    this.task = task;
    this.rights = new Rights(task.user());
    this.opening = new Opening(machine, task, this, rights);
  }

  private FileSystem system() {
    return machine.fileSystem();
  }

  /** The path without links that a name stands for. */
  public String real(String name) {
    return real(name, true);
  }

  private String real(String name, boolean last) {
    if (name.isEmpty()) {
      throw new Fault(Errno.NO_ENTRY);
    }
    String whole = name.startsWith("/") ? name : Paths.child(task.directory(), name);
    task.work(whole.length() + whole.length() * whole.length() / 64);
    String path = system().follow(whole.replace("/proc/self", "/proc/" + task.pid()), last);
    for (String above = Paths.parent(path); !above.equals("/"); above = Paths.parent(above)) {
      Inode inode = system().at(above);
      if (inode != null) {
        rights.require(inode, Rights.EXECUTE);
      }
    }
    if (name.endsWith("/") && name.length() > 1) {
      Inode inode = system().at(path);
      if (inode != null && !inode.isDirectory()) {
        throw new Fault(Errno.NOT_DIRECTORY);
      }
    }
    return path;
  }

  /** What lies there, behind links. */
  public Inode stat(String name) {
    int descriptor = Descriptors.number(name);
    if (task.inputs().containsKey(descriptor) || task.outputs().containsKey(descriptor)) {
      return Descriptors.inode(machine.now());
    }
    return present(real(name, true));
  }

  /** What lies there itself. */
  public Inode lstat(String name) {
    return present(real(name, name.endsWith("/")));
  }

  public boolean exists(String name) {
    return peek(name) != null;
  }

  /** What lies there, behind links; null where it cannot be told. */
  public @Nullable Inode peek(String name) {
    try {
      return stat(name);
    } catch (Fault _) {
      return null;
    }
  }

  public boolean isDirectory(String name) {
    Inode inode = peek(name);
    return inode != null && inode.isDirectory();
  }

  private Inode present(String path) {
    Inode inode = system().at(path);
    if (inode == null) {
      throw new Fault(Errno.NO_ENTRY);
    }
    return inode;
  }

  /** Whether rights of {@code rwx} are there. */
  public boolean may(Inode inode, int bits) {
    return rights.may(inode, bits);
  }

  /** The content of a file. */
  public String read(String name) {
    return opening.content(name);
  }

  /** Opens for reading. */
  public Input open(String name) {
    return opening.reading(name);
  }

  /** Opens for writing, emptied first unless it is added to. */
  public Output create(String name, boolean append) {
    return opening.writing(name, append);
  }

  /** Writes a whole file. */
  public void write(String name, String content) {
    Output out = create(name, false);
    if (out instanceof FileOutput file) {
      system().put(file.path(), present(file.path()).written(content, machine.now()));
      task.arrivals().into(file.path());
    }
  }

  void append(String path, String added) {
    FileSystem system = machine.fileSystem();
    Inode inode = system.at(path);
    if (inode != null && inode.isRegular()) {
      system.put(path, inode.written(inode.data() + added, machine.now()));
    }
  }

  /** Puts something new into a directory that may be written to. */
  void put(String path, Inode inode) {
    Inode above = system().at(Paths.parent(path));
    if (above == null) {
      throw new Fault(Errno.NO_ENTRY);
    }
    rights.require(above, Rights.WRITE | Rights.EXECUTE);
    system().put(path, inode);
  }

  public List<String> list(String name) {
    String path = real(name);
    Inode inode = present(path);
    if (!inode.isDirectory()) {
      throw new Fault(Errno.NOT_DIRECTORY);
    }
    rights.require(inode, Rights.READ);
    List<String> names = system().list(path);
    task.work(names.size());
    return names;
  }

  public void makeDirectory(String name) {
    String path = real(name, true);
    if (system().at(path) != null) {
      throw new Fault(Errno.EXISTS);
    }
    put(
        path,
        Inode.directory(0777 & ~task.mask(), task.user().uid(), task.user().gid(), machine.now()));
  }

  /** Makes a named pipe, through which nothing ever comes. */
  public void makePipe(String name) {
    String path = real(name, true);
    if (system().at(path) != null) {
      throw new Fault(Errno.EXISTS);
    }
    put(path, Inode.fifo(0666 & ~task.mask(), task.user().uid(), task.user().gid(), machine.now()));
  }

  public void link(String target, String name) {
    String path = real(name, false);
    if (system().at(path) != null) {
      throw new Fault(Errno.EXISTS);
    }
    put(path, Inode.link(task.user().uid(), task.user().gid(), machine.now(), target));
  }

  /** Puts a copy, as a hard link or {@code cp -p} makes it. */
  public void place(String name, Inode inode) {
    put(real(name), inode);
  }

  /** Removes a file, or an empty directory. */
  public void remove(String name) {
    String path = real(name, false);
    Inode inode = present(path);
    rights.requireRemovable(path, inode, present(Paths.parent(path)));
    if (inode.isDirectory() && !system().list(path).isEmpty()) {
      throw new Fault(Errno.NOT_EMPTY);
    }
    system().drop(path);
  }

  public void rename(String from, String to) {
    String source = real(from, false);
    String target = real(to, false);
    Inode inode = present(source);
    rights.requireRemovable(source, inode, present(Paths.parent(source)));
    if (target.startsWith(source + "/")) {
      throw new Fault(Errno.INVALID);
    }
    Inode above = present(Paths.parent(target));
    rights.require(above, Rights.WRITE | Rights.EXECUTE);
    if (!source.equals(target)) {
      system().move(source, target);
    }
  }

  /** Changes what is known of a file that is the user's own. */
  public void change(String name, UnaryOperator<Inode> how) {
    String path = real(name);
    Inode inode = present(path);
    rights.requireOwn(inode);
    system().put(path, how.apply(inode));
  }

  /** The file that a command's name stands for; null for none. */
  public @Nullable String which(String name, String path) {
    if (name.contains("/")) {
      return isRunnable(name) ? name : null;
    }
    for (String directory : path.split(":", -1)) {
      String candidate = Paths.child(directory.isEmpty() ? "." : directory, name);
      if (!name.isEmpty() && isRunnable(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean isRunnable(String name) {
    Inode inode = peek(name);
    return inode != null && inode.isExecutable() && rights.may(inode, Rights.EXECUTE);
  }
}
