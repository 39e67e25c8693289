package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.List;

/** Programs that connect to another host. */
final class ConnectCommands {
  private static final String SCP_USAGE =
      "usage: scp [-346ABCOpqRrsTv] [-c cipher] [-D sftp_server_path] [-F ssh_config]\n"
          + "           [-i identity_file] [-J destination] [-l limit] [-o ssh_option]\n"
          + "           [-P port] [-S program] [-X sftp_option] source ... target\n";
  private static final String SSH_USAGE =
      "usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface] [-b bind_address]\n"
          + "           [-c cipher_spec] [-D [bind_address:]port] [-E log_file]\n"
          + "           [-e escape_char] [-F configfile] [-I pkcs11] [-i identity_file]\n"
          + "           [-J destination] [-L address] [-l login_name] [-m mac_spec]\n"
          + "           [-O ctl_cmd] [-o option] [-P tag] [-p port] [-Q query_option]\n"
          + "           [-R address] [-S ctl_path] [-W host:port] [-w"
          + " local_tun[:remote_tun]]\n"
          + "           destination [command [argument ...]]\n";

  private ConnectCommands() {}

  static int netcat(Task task) {
    List<String> operands = ProbeCommands.plain(task, "wpsiqgGoceT");
    if (task.operands().stream().anyMatch(word -> word.matches("-[a-z]*l[a-z]*"))) {
      int port =
          Remote.number(
              operands.isEmpty() ? ProbeCommands.value(task, "-p", "0") : operands.getLast(), 0);
      task.machine().reports().outbound("nc -l", "0.0.0.0", port);
      task.err(
          task.operands().stream().anyMatch(word -> word.matches("-[a-z]*v[a-z]*"))
              ? "listening on [any] " + port + " ...\n"
              : "");
      task.await(() -> false);
    }
    if (operands.isEmpty()) {
      task.err("no destination\n");
      return 1;
    }
    int port = operands.size() > 1 ? Remote.number(operands.get(1), 0) : 0;
    if (port == 0) {
      task.err("no port[s] to connect to\n");
      return 1;
    }
    long wait = Remote.number(ProbeCommands.value(task, "-w", "131"), 131);
    Remote remote = new Remote(operands.getFirst(), port);
    boolean verbose = task.operands().stream().anyMatch(word -> word.matches("-[a-z]*v[a-z]*"));
    switch (remote.reach(task, Duration.ofSeconds(Math.max(1, wait)))) {
      case UNRESOLVED ->
          task.err(remote.host() + ": forward host lookup failed: Host name lookup failure\n");
      case REFUSED ->
          task.err(
              verbose
                  ? "(UNKNOWN) [%s] %d (?) : Connection refused%n".formatted(remote.host(), port)
                  : "");
      case SILENT, CLUSTER ->
          task.err(
              verbose
                  ? "(UNKNOWN) [%s] %d (?) : Connection timed out%n".formatted(remote.host(), port)
                  : "");
    }
    return 1;
  }

  static int ssh(Task task) {
    List<String> operands = ProbeCommands.plain(task, "bcDEeFIiJLlmOopQRSWw");
    boolean copies = task.name().equals("scp");
    if (operands.isEmpty() || (copies && operands.stream().noneMatch(word -> word.contains(":")))) {
      task.err(copies ? SCP_USAGE : SSH_USAGE);
      return task.operands().contains("-V") ? 0 : 255;
    }
    String target =
        copies
            ? operands.stream()
                .filter(word -> word.contains(":"))
                .findFirst()
                .orElse("")
                .split(":", 2)[0]
            : operands.getFirst();
    String host = target.substring(target.lastIndexOf('@') + 1);
    int port = Remote.number(ProbeCommands.value(task, copies ? "-P" : "-p", "22"), 22);
    String timeout =
        String.join(" ", task.operands()).replaceFirst(".*ConnectTimeout[= ]([0-9]{1,4}).*", "$1");
    long seconds = timeout.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(timeout)) : 131;
    task.err(unreached(task, new Remote(host, port), Duration.ofSeconds(seconds)));
    task.err(copies ? "scp: Connection closed\r\n" : "");
    return 255;
  }

  private static String unreached(Task task, Remote remote, Duration most) {
    String where = "ssh: connect to host " + remote.host() + " port " + remote.port();
    return switch (remote.reach(task, most)) {
      case UNRESOLVED ->
          "ssh: Could not resolve hostname "
              + remote.host()
              + ": Temporary failure in name resolution\r\n";
      case REFUSED ->
          remote.port() == 22
              ? "Host key verification failed.\r\n"
              : where + ": Connection refused\r\n";
      case SILENT, CLUSTER -> where + ": Connection timed out\r\n";
    };
  }

  static int telnet(Task task) {
    List<String> operands = ProbeCommands.plain(task, "l");
    if (operands.isEmpty()) {
      return 1;
    }
    Remote remote =
        new Remote(
            operands.getFirst(), operands.size() > 1 ? Remote.number(operands.get(1), 23) : 23);
    task.out(remote.isAddress() ? "Trying " + remote.host() + "...\n" : "");
    task.err(
        switch (remote.reach(task)) {
          case UNRESOLVED ->
              "telnet: could not resolve "
                  + remote.host()
                  + "/"
                  + (operands.size() > 1 ? operands.get(1) : "telnet")
                  + ": Temporary failure in name resolution\n";
          case REFUSED -> "telnet: Unable to connect to remote host: Connection refused\n";
          case SILENT, CLUSTER ->
              "telnet: Unable to connect to remote host: Connection timed out\n";
        });
    return 1;
  }
}
