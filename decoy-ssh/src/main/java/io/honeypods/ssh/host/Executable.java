package io.honeypods.ssh.host;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that is run: one of our programs, a script, or what only a processor could run. */
record Executable(String path) implements Program {
  private static final int SEGMENTATION = 128 + 11;
  private static final int MAX_SHEBANG = 127;

  @Override
  public int run(Task task) {
    Inode inode = task.files().stat(path);
    if (inode.kind() == Inode.Kind.PROGRAM) {
      Program program = task.machine().program(inode.data());
      return program == null ? unknown(task) : program.run(task);
    }
    String text = task.files().read(path);
    if (text.startsWith("\u007fELF")) {
      return SEGMENTATION;
    }
    String line = shebang(text);
    var argv = new ArrayList<String>();
    argv.addAll(line == null ? List.of("/bin/sh") : List.of(line.split("[ \t]+", 2)));
    argv.add(path);
    argv.addAll(task.operands());
    Program shell = interpreter(task, argv.getFirst());
    if (shell == null) {
      return 127;
    }
    task.rename(argv);
    return shell.run(task);
  }

  boolean lacksInterpreter(Task task) {
    Inode inode = task.files().peek(path);
    String line = inode == null || inode.kind() != Inode.Kind.FILE ? null : shebang(inode.data());
    return line != null && interpreter(task, line.split("[ \t]+", 2)[0]) == null;
  }

  /** What a program says of which no more is known than its name: only that it wants operands. */
  private static int unknown(Task task) {
    if (!task.operands().isEmpty()) {
      return 0;
    }
    task.err(
        "%1$s: missing operand%nTry '%1$s --help' for more information.%n".formatted(task.name()));
    return 1;
  }

  private static @Nullable Program interpreter(Task task, String name) {
    String found = task.files().which(name, "");
    Inode inode = found == null ? null : task.files().stat(found);
    return inode == null || inode.kind() != Inode.Kind.PROGRAM
        ? null
        : task.machine().program(inode.data());
  }

  private static @Nullable String shebang(String text) {
    if (!text.startsWith("#!")) {
      return null;
    }
    int end = text.indexOf('\n');
    String line = text.substring(2, end < 0 ? text.length() : end);
    return line.substring(0, Math.min(line.length(), MAX_SHEBANG)).strip();
  }
}
