package io.honeypods.ssh.host;

/** How files, devices and inherited streams are opened by their names. */
final class Opening {
  private final Machine machine;
  private final Task task;
  private final Files files;
  private final Rights rights;

  Opening(Machine machine, Task task, Files files, Rights rights) {
    this.machine = machine;
    this.task = task;
    this.files = files;
    this.rights = rights;
  }

  String content(String name) {
    Inode inode = files.stat(name);
    if (inode.isDirectory()) {
      throw new Fault(Errno.IS_DIRECTORY);
    }
    rights.require(inode, Rights.READ);
    task.work(inode.data().length() / 16);
    return inode.kind() == Inode.Kind.PROGRAM ? Binary.of(inode) : inode.data();
  }

  Input reading(String name) {
    Input inherited = task.inputs().get(Descriptors.number(name));
    if (inherited != null) {
      return inherited;
    }
    Inode inode = files.stat(name);
    if (inode.kind() != Inode.Kind.CHARACTER_DEVICE) {
      return FixedInput.of(content(name));
    }
    return switch (inode.data()) {
      case "zero", "full" -> FixedInput.endless("\0".repeat(4096));
      case "random" -> FixedInput.endless(Binary.noise(4096, machine.now().toEpochMilli()));
      case "tty" -> task.terminal() == null ? FixedInput.of("") : task.terminal();
      default -> FixedInput.of("");
    };
  }

  Output writing(String name, boolean append) {
    Output inherited = task.outputs().get(Descriptors.number(name));
    if (inherited != null) {
      return inherited;
    }
    String path = files.real(name);
    Inode inode = machine.fileSystem().at(path);
    if (inode != null && inode.isDirectory()) {
      throw new Fault(Errno.IS_DIRECTORY);
    }
    if (inode != null && inode.kind() == Inode.Kind.FIFO) {
      rights.require(inode, Rights.WRITE);
      return Discard.nothing();
    }
    if (inode != null && inode.kind() == Inode.Kind.CHARACTER_DEVICE) {
      rights.require(inode, Rights.WRITE);
      Terminal terminal = task.terminal();
      return switch (inode.data()) {
        case "full" -> Discard.full();
        case "tty" -> terminal == null ? Discard.nothing() : terminal;
        default -> Discard.nothing();
      };
    }
    if (inode == null) {
      files.put(
          path,
          Inode.file(0666 & ~task.mask(), task.user().uid(), task.user().gid(), machine.now(), ""));
    } else {
      rights.require(inode, Rights.WRITE);
      machine.fileSystem().put(path, inode.written(append ? inode.data() : "", machine.now()));
    }
    return new FileOutput(files, path);
  }
}
