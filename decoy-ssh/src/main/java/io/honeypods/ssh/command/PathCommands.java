package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** Programs that tell what a path is of. */
final class PathCommands {
  private PathCommands() {}

  static int readlink(Task task) {
    Options options = Options.of(task, 1, "femnqsvz", "canonicalize=f");
    int status = 0;
    boolean follows =
        options.has('f') || options.has('e') || options.has('m') || task.name().equals("realpath");
    for (String path : options.some(task, "missing operand")) {
      try {
        Inode inode = follows ? null : task.files().lstat(path);
        if (inode != null && !inode.isLink()) {
          status = 1;
        } else {
          task.out(
              (inode == null ? task.files().real(path) : inode.data())
                  + (options.has('n') ? "" : "\n"));
        }
      } catch (Fault fault) {
        status = task.name().equals("realpath") ? task.fail(1, path + ": " + fault.text()) : 1;
      }
    }
    return status;
  }

  static int basename(Task task) {
    Options options = Options.of(task, 1, "as:z", "multiple=a", "suffix=s");
    List<String> operands = options.some(task, "missing operand");
    if (task.name().equals("dirname")) {
      operands.forEach(path -> task.out(above(path) + "\n"));
      return 0;
    }
    boolean many = options.has('a') || options.has('s');
    String suffix =
        options.has('s')
            ? options.value('s', "")
            : operands.size() > 1 && !many ? operands.get(1) : "";
    for (String path : many ? operands : operands.subList(0, 1)) {
      String name = Paths.name(path);
      task.out(
          (!suffix.isEmpty() && name.endsWith(suffix) && !name.equals(suffix)
                  ? name.substring(0, name.length() - suffix.length())
                  : name)
              + "\n");
    }
    return 0;
  }

  private static String above(String path) {
    String bare = path.replaceFirst("(?<=.)/+$", "");
    int slash = bare.lastIndexOf('/');
    String above = slash < 0 ? "." : bare.substring(0, slash).replaceFirst("/+$", "");
    return above.isEmpty() ? "/" : above;
  }

  static int file(Task task) {
    Options options = Options.of(task, 1, "bikLsz", "brief=b", "mime=i");
    for (String path : options.operands()) {
      Inode inode = task.files().peek(path);
      String kind =
          inode == null
              ? "cannot open `" + path + "' (No such file or directory)"
              : inode.isDirectory()
                  ? "directory"
                  : inode.kind() == Inode.Kind.PROGRAM
                      ? "ELF 64-bit LSB pie executable, x86-64, version 1 (SYSV), dynamically"
                          + " linked, interpreter /lib64/ld-linux-x86-64.so.2, for GNU/Linux"
                          + " 3.2.0, stripped"
                      : text(inode.data());
      task.out(options.has('b') ? kind + "\n" : path + ": " + kind + "\n");
    }
    return 0;
  }

  private static String text(String data) {
    if (data.isEmpty()) {
      return "empty";
    }
    if (data.startsWith("\u007fELF")) {
      return "ELF 64-bit LSB executable, x86-64, version 1 (SYSV), statically linked, stripped";
    }
    if (data.startsWith("\u001f\u008b")) {
      return "gzip compressed data, from Unix";
    }
    boolean ascii = data.chars().allMatch(c -> c < 127 && (c >= ' ' || (c >= 7 && c <= 13)));
    return data.startsWith("#!")
        ? (data.startsWith("#!/bin/bash")
            ? "Bourne-Again shell script, ASCII text executable"
            : "POSIX shell script, ASCII text executable")
        : ascii ? "ASCII text" : "data";
  }
}
