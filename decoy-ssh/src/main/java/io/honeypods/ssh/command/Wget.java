package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** {@code wget}, which reaches nobody. */
final class Wget {
  private Wget() {}

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static int wget(Task task) {
    WgetOptions options = WgetOptions.of(task.operands());
    if (options.urls().isEmpty()) {
      task.err(
          "wget: missing URL\n"
              + "Usage: wget [OPTION]... [URL]...\n\n"
              + "Try `wget --help' for more options.\n");
      return 1;
    }
    if (!options.output().isEmpty() && !options.output().equals("-")) {
      try {
        task.files().create(options.output(), false);
      } catch (Fault fault) {
        task.err(options.output() + ": " + fault.text() + "\n");
        return 3;
      }
    }
    int status = 0;
    for (String url : options.urls()) {
      status = get(task, url, options.quiet(), options.tries(), options.seconds());
    }
    return status;
  }

  private static int get(Task task, String url, boolean quiet, int tries, long seconds) {
    String full = url.matches("(?i)[a-z]+://.*") ? url : "http://" + url;
    String shown = full.replaceFirst("(?i)^[a-z]+://", "").contains("/") ? full : full + "/";
    boolean secure = full.startsWith("https:");
    Remote remote = Remote.ofUrl(full, secure ? 443 : full.startsWith("ftp:") ? 21 : 80);
    for (int attempt = 1; attempt <= tries; attempt++) {
      String again = attempt > 1 ? "(try:%2d)  ".formatted(attempt) : " ";
      say(task, quiet, "--" + TIME.format(task.machine().now()) + "--" + again + shown + "\n");
      if (!remote.isAddress() && attempt == 1) {
        say(task, quiet, "Resolving " + remote.host() + " (" + remote.host() + ")... ");
      } else {
        say(task, quiet, "Connecting to %s:%d... ".formatted(remote.host(), remote.port()));
      }
      switch (remote.reach(task, Duration.ofSeconds(seconds))) {
        case UNRESOLVED -> {
          say(task, quiet, "failed: Temporary failure in name resolution.\n");
          say(task, quiet, "wget: unable to resolve host address '" + remote.host() + "'\n");
          return 4;
        }
        case REFUSED -> {
          say(task, quiet, "failed: Connection refused.\n");
          return 4;
        }
        case CLUSTER -> {
          say(
              task,
              quiet,
              "connected.\nERROR: The certificate of '" + remote.host() + "' is not trusted.\n");
          return 5;
        }
        case SILENT ->
            say(
                task,
                quiet,
                "failed: Connection timed out.\n"
                    + (attempt < tries ? "Retrying.\n\n" : "Giving up.\n\n"));
      }
      task.sleep(Duration.ofSeconds(Math.min(attempt, 10)));
    }
    return 4;
  }

  private static void say(Task task, boolean quiet, String text) {
    if (!quiet) {
      task.err(text);
    }
  }
}
