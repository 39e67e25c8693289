package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Program;
import io.honeypods.ssh.host.Start;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.ssh.host.User;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passwords that programs ask for, and what may be done then. */
final class Secrets {
  private static final int TRIES = 3;
  private static final Duration FAILURE = Duration.ofMillis(2200);

  private Secrets() {}

  /** A password typed unseen; null where there is none. */
  static @Nullable String ask(Task task, String prompt) {
    Terminal terminal = task.terminal();
    task.err(prompt);
    if (terminal != null) {
      terminal.echo(false);
    }
    try {
      String line = task.readLine();
      if (terminal != null) {
        task.err("\n");
      }
      return line == null ? null : line.stripTrailing();
    } finally {
      if (terminal != null) {
        terminal.echo(true);
      }
    }
  }

  static boolean check(Task task, String user, String password) {
    boolean right = task.machine().host().isRight(user, password);
    task.machine().reports().password(user, password, right);
    return right;
  }

  /** Whether sudo lets the user do what they want, as only those of its group may. */
  static boolean sudo(Task task, boolean prompts, boolean stdin) {
    if (!prompts) {
      task.err("sudo: a password is required\n");
      return false;
    }
    if (task.terminal() == null && !stdin) {
      task.err(
          "sudo: a terminal is required to read the password; either use the -S option to read from"
              + " standard input or configure an askpass helper\n"
              + "sudo: a password is required\n");
      return false;
    }
    String user = task.user().name();
    for (int i = 0; i < TRIES; i++) {
      String password = ask(task, "[sudo] password for " + user + ": ");
      if (password == null) {
        task.err("sudo: no password was provided\nsudo: a password is required\n");
        return false;
      }
      if (check(task, user, password)) {
        boolean listed =
            IdentityCommands.groups(task, task.user()).stream()
                .anyMatch(group -> group.name().equals("sudo"));
        task.err(listed ? "" : user + " is not in the sudoers file.\n");
        return listed;
      }
      task.sleep(FAILURE);
      task.err(
          i < TRIES - 1
              ? "Sorry, try again.\n"
              : "sudo: " + TRIES + " incorrect password attempts\n");
    }
    return false;
  }

  static int runAs(Task task, User as, List<String> command, String missing) {
    Map<String, String> environment = new LinkedHashMap<>(task.environment());
    environment.put("SUDO_USER", task.user().name());
    environment.put("USER", as.name());
    environment.put("LOGNAME", as.name());
    environment.put("HOME", as.home());
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    String path = task.files().which(command.getFirst(), environment.getOrDefault("PATH", ""));
    if (path == null) {
      task.err(missing);
      return 1;
    }
    Program program = task.machine().executable(path);
    Start own = task.start(command);
    return task.call(
        program,
        new Start(
            command,
            as,
            task.directory(),
            environment,
            own.inputs(),
            own.outputs(),
            task.terminal(),
            task.pid()));
  }
}
