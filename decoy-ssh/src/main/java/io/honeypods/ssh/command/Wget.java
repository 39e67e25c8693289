package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code wget}, which reaches nobody. */
final class Wget {
  private Wget() {}

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static int wget(Task task) {
    var urls = new ArrayList<String>();
    boolean quiet = false;
    int tries = 20;
    long seconds = 131;
    List<String> words = task.operands();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-")) {
        urls.add(word);
        continue;
      }
      quiet |= word.equals("--quiet") || word.matches("-[a-zA-Z]*q.*");
      boolean separate =
          word.matches(
                  "-[nc]?[OPTtoUaiQ]|-q?O|--(output-document|tries|timeout|user-agent|header|directory-prefix)")
              && i + 1 < words.size();
      String value =
          separate
              ? words.get(++i)
              : word.contains("=")
                  ? word.substring(word.indexOf('=') + 1)
                  : word.length() > 2 ? word.substring(2) : "";
      if (word.startsWith("-t") || word.startsWith("--tries")) {
        tries = Math.max(1, Remote.number(value, 20));
      } else if (word.startsWith("-T") || word.startsWith("--timeout")) {
        seconds = Math.min(seconds, Math.max(1, Remote.number(value, 131)));
      }
    }
    if (urls.isEmpty()) {
      task.err(
          "wget: missing URL\n"
              + "Usage: wget [OPTION]... [URL]...\n\n"
              + "Try `wget --help' for more options.\n");
      return 1;
    }
    int status = 0;
    for (String url : urls) {
      status = get(task, url, quiet, tries, seconds);
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
