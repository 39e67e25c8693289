package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Program;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Applets of BusyBox that say other things than the programs they are named after. */
final class BusyboxCommands {
  private static final int TFTP = 69;
  private static final int FTP = 21;
  private static final Map<String, Program> APPLETS =
      Map.of(
          "wget", BusyboxCommands::wget,
          "tftp", BusyboxCommands::tftp,
          "ftpget", BusyboxCommands::ftp,
          "ftpput", BusyboxCommands::ftp);
  private static final String NOT_THERE =
      "apt.*|dpkg.*|kubectl|curl|bash|systemctl|sudo|ssh.*|perl";

  private BusyboxCommands() {}

  static int busybox(Task task) {
    if (task.operands().isEmpty()) {
      String version = Dpkg.named(task, "busybox").getFirst().version();
      task.out(
          "BusyBox v%1$s (Debian %2$s) multi-call binary.%n"
                  .formatted(version.replaceFirst("^1:", "").replaceFirst("-.*", ""), version)
              + "BusyBox is copyrighted by many authors between 1998-2015.\n"
              + "Licensed under GPLv2. See source distribution for detailed\n"
              + "copyright notices.\n\n"
              + "Usage: busybox [function [arguments]...]\n");
      return 0;
    }
    String applet = task.operands().getFirst();
    boolean shell = applet.equals("sh") || applet.equals("ash");
    Program own = APPLETS.get(applet);
    Program program = own != null ? own : task.machine().program(shell ? "dash" : applet);
    if (program == null || applet.matches(NOT_THERE)) {
      task.err(applet + ": applet not found\n");
      return 127;
    }
    return task.call(program, task.start(task.operands()));
  }

  private static int wget(Task task) {
    WgetOptions options = WgetOptions.of(task.operands());
    if (options.urls().isEmpty()) {
      task.err("BusyBox: missing URL\n");
      return 1;
    }
    for (String url : options.urls()) {
      String full = url.matches("(?i)[a-z]+://.*") ? url : "http://" + url;
      Remote remote = Remote.ofUrl(full, full.startsWith("https:") ? 443 : 80);
      if (!options.quiet() && remote.isAddress()) {
        task.err("Connecting to %1$s (%1$s:%2$d)%n".formatted(remote.host(), remote.port()));
      }
      int status = unreached(task, remote, Duration.ofSeconds(options.seconds()));
      if (status != 0) {
        return status;
      }
    }
    return 0;
  }

  private static int unreached(Task task, Remote remote, Duration most) {
    String problem =
        switch (remote.reach(task, most)) {
          case UNRESOLVED -> "bad address '" + remote.host() + "'";
          case REFUSED ->
              "can't connect to remote host (" + remote.host() + "): Connection refused";
          case SILENT, CLUSTER ->
              "can't connect to remote host (" + remote.host() + "): Connection timed out";
        };
    return task.fail(1, problem);
  }

  /** {@code tftp -g -r FILE HOST}, which creates the file before it asks. */
  private static int tftp(Task task) {
    List<String> operands = ProbeCommands.plain(task, "lrb");
    String local = ProbeCommands.value(task, "-l", ProbeCommands.value(task, "-r", ""));
    if (operands.isEmpty()) {
      task.err("Usage: tftp [OPTIONS] HOST [PORT]\n");
      return 1;
    }
    try {
      if (!local.isEmpty() && task.operands().contains("-g")) {
        task.files().create(local.substring(local.lastIndexOf('/') + 1), false);
      }
    } catch (Fault fault) {
      return task.fail(1, "can't open '" + local + "': " + fault.text());
    }
    int port = operands.size() > 1 ? Remote.number(operands.get(1), TFTP) : TFTP;
    return switch (new Remote(operands.getFirst(), port).reach(task, Duration.ofSeconds(60))) {
      case UNRESOLVED -> task.fail(1, "bad address '" + operands.getFirst() + "'");
      case REFUSED -> task.fail(1, "read error: Connection refused");
      case SILENT, CLUSTER -> task.fail(1, "timeout");
    };
  }

  private static int ftp(Task task) {
    List<String> operands = ProbeCommands.plain(task, "upP");
    if (operands.size() < 2) {
      task.err("Usage: " + task.name() + " [OPTIONS] HOST [LOCAL_FILE] REMOTE_FILE\n");
      return 1;
    }
    int port = Remote.number(ProbeCommands.value(task, "-P", ""), FTP);
    return unreached(task, new Remote(operands.getFirst(), port), Remote.connect());
  }
}
