package io.honeypods.ssh.shell;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What variables stand for: those that the shell itself sets at each look, and all others. */
final class Specials {
  private final Shell shell;
  private final int pid;
  private long draws;

  Specials(Shell shell, int pid) {
    this.shell = shell;
    this.pid = pid;
  }

  /** {@code $$}: of the shell that no subshell is. */
  int pid() {
    return pid;
  }

  @Nullable String value(String key) {
    return switch (key) {
      case "?" -> String.valueOf(shell.status());
      case "$" -> String.valueOf(pid);
      case "BASHPID" ->
          shell.isPosix() ? shell.variables().get(key) : String.valueOf(shell.task().pid());
      case "PPID" -> String.valueOf(shell.task().parent());
      case "!" -> shell.jobs().lastPid() == 0 ? null : String.valueOf(shell.jobs().lastPid());
      case "#" -> String.valueOf(shell.arguments().size());
      case "-" -> SetOptions.letters(shell);
      case "0" -> shell.name();
      case "PWD" -> shell.task().directory();
      case "UID", "EUID" ->
          shell.isPosix() ? shell.variables().get(key) : String.valueOf(shell.task().user().uid());
      case "RANDOM" -> shell.isPosix() ? shell.variables().get(key) : String.valueOf(random());
      case "SECONDS" ->
          String.valueOf(
              Duration.between(shell.task().started(), shell.task().machine().now()).toSeconds());
      case "LINENO" -> String.valueOf(shell.lastLine());
      case "HOSTNAME" ->
          shell.isPosix() ? shell.variables().get(key) : shell.task().machine().host().name();
      case "BASH_VERSION" ->
          shell.isPosix() ? null : shell.task().machine().host().debian().bash() + "-release";
      case "BASH" -> shell.isPosix() ? null : "/usr/bin/bash";
      case "OSTYPE" -> shell.isPosix() ? null : "linux-gnu";
      case "MACHTYPE" -> shell.isPosix() ? null : "x86_64-pc-linux-gnu";
      case "HOSTTYPE" -> shell.isPosix() ? null : "x86_64";
      case "GROUPS" -> shell.isPosix() ? null : String.valueOf(shell.task().user().gid());
      default -> positional(key);
    };
  }

  private int random() {
    long mixed =
        shell.task().machine().now().toEpochMilli() * 0x9E3779B97F4A7C15L
            + ++draws * 0xBF58476D1CE4E5B9L;
    return (int) ((mixed ^ mixed >>> 31) & 0x7fff);
  }

  private @Nullable String positional(String key) {
    if (key.isEmpty() || key.charAt(0) < '0' || key.charAt(0) > '9') {
      return shell.variables().get(key);
    }
    int index = key.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(key);
    return index <= shell.arguments().size() ? shell.arguments().get(index - 1) : null;
  }
}
