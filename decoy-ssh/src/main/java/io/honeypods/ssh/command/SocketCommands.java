package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;

/** Programs that tell of connections. */
final class SocketCommands {
  private SocketCommands() {}

  static int ss(Task task) {
    String flags = String.join("", task.operands());
    boolean listening = flags.contains("l") || flags.contains("a");
    boolean tcpOnly = flags.contains("t") && !flags.contains("u");
    String self = task.machine().host().address();
    String[] client =
        task.environment().getOrDefault("SSH_CLIENT", "10.0.0.1 50000 22").split(" ", -1);
    boolean process = flags.contains("p") && task.user().isRoot();
    String port = flags.contains("n") ? "22" : "ssh";
    task.out(
        (tcpOnly ? "" : "Netid ")
            + "State  Recv-Q Send-Q Local Address:Port  Peer Address:Port"
            + (flags.contains("p") ? "Process\n" : "\n"));
    String net = tcpOnly ? "" : "tcp   ";
    if (listening) {
      task.out(
          net
              + "LISTEN 0      128          0.0.0.0:%-5s      0.0.0.0:*    %s%n"
                  .formatted(port, process ? "users:((\"sshd\",pid=1,fd=6))" : ""));
      task.out(
          net
              + "LISTEN 0      128             [::]:%-5s         [::]:*    %s%n"
                  .formatted(port, process ? "users:((\"sshd\",pid=1,fd=7))" : ""));
    }
    if (!flags.contains("l")) {
      task.out(
          net
              + "ESTAB  0      0      %16s:%-5s %14s:%s%n"
                  .formatted(self, port, client[0], client.length > 1 ? client[1] : "50000"));
    }
    return 0;
  }

  static int netstat(Task task) {
    String flags = String.join("", task.operands());
    if (flags.contains("r")) {
      return InterfaceCommands.route(task);
    }
    String[] client =
        task.environment().getOrDefault("SSH_CLIENT", "10.0.0.1 50000 22").split(" ", -1);
    boolean process = flags.contains("p");
    if (process && !task.user().isRoot()) {
      task.err(
          "(Not all processes could be identified, non-owned process info\n"
              + " will not be shown, you would have to be root to see it all.)\n");
    }
    task.out(
        "Active Internet connections ("
            + (flags.contains("l")
                ? "only servers"
                : flags.contains("a") ? "servers and established" : "w/o servers")
            + ")\nProto Recv-Q Send-Q Local Address           Foreign Address         State      "
            + (process ? " PID/Program name    " : "")
            + "\n");
    String owner =
        !process ? "" : task.user().isRoot() ? " 1/sshd: /usr/sbin/ " : " -                   ";
    if (flags.contains("l") || flags.contains("a")) {
      task.out(
          "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN     "
              + owner
              + "\n");
    }
    if (!flags.contains("l")) {
      task.out(
          "tcp        0      0 %-23s %-23s ESTABLISHED%s%n"
              .formatted(
                  task.machine().host().address() + ":22",
                  client[0] + ":" + (client.length > 1 ? client[1] : "50000"),
                  owner));
    }
    if (flags.contains("l") || flags.contains("a")) {
      task.out(
          "tcp6       0      0 :::22                   :::*                    LISTEN     "
              + owner
              + "\n");
    }
    return 0;
  }
}
