package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Programs that run others as another user. */
final class PrivilegeCommands {
  private static final String USAGE =
      "usage: sudo -h | -K | -k | -V\n"
          + "usage: sudo -v [-ABkNnS] [-g group] [-h host] [-p prompt] [-u user]\n"
          + "usage: sudo -l [-ABkNnS] [-g group] [-h host] [-p prompt] [-U user] [-u user]"
          + " [command [arg ...]]\n"
          + "usage: sudo [-ABbEHkNnPS] [-r role] [-t type] [-C num] [-D directory] [-g group]"
          + " [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] [VAR=value] [-i | -s]"
          + " [command [arg ...]]\n"
          + "usage: sudo -e [-ABkNnS] [-r role] [-t type] [-C num] [-D directory] [-g group]"
          + " [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] file ...\n";

  private PrivilegeCommands() {}

  static int sudo(Task task) {
    List<String> words = task.operands();
    var command = new ArrayList<String>();
    String target = "root";
    boolean lists = false;
    boolean shell = false;
    boolean prompts = true;
    boolean stdin = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-") || word.equals("--")) {
        command.addAll(words.subList(word.equals("--") ? i + 1 : i, words.size()));
        break;
      }
      lists |= word.matches("-[a-zA-Z]*l.*");
      shell |= word.matches("-[a-zA-Z]*[is]");
      prompts &= !word.matches("-[a-zA-Z]*n.*");
      stdin |= word.matches("-[a-zA-Z]*S.*");
      target = word.equals("-u") && i + 1 < words.size() ? words.get(++i) : target;
    }
    if (command.isEmpty() && !lists && !shell) {
      task.err(USAGE);
      return 1;
    }
    User as = task.accounts().user(target);
    if (as == null) {
      task.err(
          "sudo: unknown user "
              + target
              + "\nsudo: error initializing audit plugin sudoers_audit\n");
      return 1;
    }
    if (!task.user().isRoot() && !Secrets.sudo(task, prompts, stdin)) {
      return 1;
    }
    if (lists) {
      return rights(task);
    }
    return Secrets.runAs(
        task,
        as,
        shell ? shellOf(as, command) : command,
        "sudo: " + (command.isEmpty() ? "" : command.getFirst()) + ": command not found\n");
  }

  private static int rights(Task task) {
    task.out(
        "Matching Defaults entries for %s on %s:%n    env_reset, mail_badpass, secure_path=/usr/local/sbin\\:/usr/local/bin\\:/usr/sbin\\:/usr/bin\\:/sbin\\:/bin, use_pty%n%nUser %s may run the following commands on %s:%n    (ALL : ALL) ALL%n"
            .formatted(
                task.user().name(),
                task.machine().host().name(),
                task.user().name(),
                task.machine().host().name()));
    return 0;
  }

  private static List<String> shellOf(User as, List<String> command) {
    return command.isEmpty()
        ? List.of(as.shell())
        : List.of(as.shell(), "-c", String.join(" ", command));
  }

  static int su(Task task) {
    var names = new ArrayList<String>();
    String command = "";
    List<String> words = task.operands();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("-c") && i + 1 < words.size()) {
        command = words.get(++i);
      } else if (!words.get(i).startsWith("-")) {
        names.add(words.get(i));
      }
    }
    String name = names.isEmpty() ? "root" : names.getFirst();
    User as = task.accounts().user(name);
    if (as == null || !as.name().equals(name)) {
      return task.fail(
          1,
          "user "
              + name
              + " does not exist or the user entry does not contain all the required fields");
    }
    if (!task.user().isRoot()) {
      String password = Secrets.ask(task, "Password: ");
      boolean right = password != null && Secrets.check(task, name, password);
      if (!right) {
        task.sleep(Duration.ofMillis(2200));
        return task.fail(1, "Authentication failure");
      }
    }
    return Secrets.runAs(
        task, as, command.isEmpty() ? List.of(as.shell()) : List.of(as.shell(), "-c", command), "");
  }
}
