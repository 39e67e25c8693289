package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Files;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Task;
import org.jspecify.annotations.Nullable;

/** What {@code test} can ask of files and streams. */
final class FileConditions {
  private final Task task;
  private final Files files;

  FileConditions(Task task) {
    this.task = task;
    this.files = task.files();
  }

  /** Whether what a letter asks is so of a path, or of a descriptor. */
  boolean holds(char operator, String operand) {
    if (operator == 't') {
      return task.terminal() != null
          && (operand.equals("0") ? task.input() : task.outputs().get(operand.equals("2") ? 2 : 1))
              == task.terminal();
    }
    Inode inode =
        operator == 'h' || operator == 'L'
            ? link(operand)
            : operand.isEmpty() ? null : files.peek(operand);
    return inode != null && holds(operator, inode);
  }

  /** {@code -nt}, {@code -ot} and {@code -ef}. */
  boolean compare(String left, String operator, String right) {
    Inode first = files.peek(left);
    Inode second = files.peek(right);
    if (operator.equals("-ef")) {
      return first != null && second != null && files.real(left).equals(files.real(right));
    }
    Inode newer = operator.equals("-nt") ? first : second;
    Inode older = operator.equals("-nt") ? second : first;
    return newer != null && (older == null || newer.modified().isAfter(older.modified()));
  }

  private @Nullable Inode link(String path) {
    try {
      return files.lstat(path);
    } catch (Fault _) {
      return null;
    }
  }

  private boolean holds(char operator, Inode inode) {
    return switch (operator) {
      case 'e', 'a' -> true;
      case 'f' -> inode.isRegular();
      case 'd' -> inode.isDirectory();
      case 'r' -> files.may(inode, 4);
      case 'w' -> files.may(inode, 2);
      case 'x' -> files.may(inode, 1);
      case 's' -> inode.size() > 0;
      case 'h', 'L' -> inode.isLink();
      case 'c' -> inode.kind() == Inode.Kind.CHARACTER_DEVICE;
      case 'b' -> inode.kind() == Inode.Kind.BLOCK_DEVICE;
      case 'p' -> inode.kind() == Inode.Kind.FIFO;
      case 'S' -> inode.kind() == Inode.Kind.SOCKET;
      case 'u' -> (inode.mode() & 04000) != 0;
      case 'g' -> (inode.mode() & 02000) != 0;
      case 'k' -> (inode.mode() & 01000) != 0;
      case 'O' -> inode.uid() == task.user().uid();
      default -> false;
    };
  }
}
