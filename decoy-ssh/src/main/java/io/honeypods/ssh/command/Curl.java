package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Debian;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code curl}, which reaches nobody. */
final class Curl {
  private final Task task;
  private final List<String> urls = new ArrayList<>();
  private long seconds = 131;
  private boolean silent;
  private boolean shows;
  private boolean fails;
  private int at;

  private Curl(Task task) {
    this.task = task;
  }

  private static final String CURL_VALUES = "AbcCdDeEFhHKmMoPQrTtuUwxXYyz";
  private static final List<String> CURL_WORDS =
      List.of(
          "--connect-timeout",
          "--max-time",
          "--output",
          "--header",
          "--request",
          "--data",
          "--user-agent",
          "--retry",
          "--user",
          "--proxy",
          "--data-binary",
          "--cacert",
          "--form",
          "--resolve",
          "--retry-delay",
          "--interface",
          "--referer",
          "--cookie",
          "--write-out",
          "--data-raw",
          "--upload-file");

  static int curl(Task task) {
    return new Curl(task).run();
  }

  private int run() {
    List<String> words = task.operands();
    while (at < words.size()) {
      String word = words.get(at++);
      if (word.equals("--version") || word.matches("-[a-zA-Z]*V")) {
        return version(task);
      }
      if (!word.startsWith("-") || word.equals("-")) {
        urls.add(word);
      } else if (word.startsWith("--")) {
        named(word);
      } else {
        letters(word);
      }
    }
    if (urls.isEmpty()) {
      boolean old = task.machine().host().debian() == Debian.BOOKWORM;
      task.err(
          (old ? "" : "curl: (2) no URL specified\n")
              + "curl: try 'curl --help' or 'curl --manual' for more information\n");
      return 2;
    }
    int status = 0;
    for (String url : urls) {
      status = fetch(task, url, Math.max(1, seconds), silent && !shows, fails);
    }
    return status;
  }

  private String next() {
    return at < task.operands().size() ? task.operands().get(at++) : "";
  }

  private void named(String word) {
    silent |= word.equals("--silent");
    shows |= word.equals("--show-error");
    fails |= word.equals("--fail");
    if (CURL_WORDS.contains(word)) {
      String value = next();
      seconds = word.contains("time") ? Math.min(seconds, number(value)) : seconds;
    } else if (word.startsWith("--url=")) {
      urls.add(word.substring(6));
    }
  }

  private void letters(String word) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      silent |= letter == 's';
      shows |= letter == 'S';
      fails |= letter == 'f';
      if (CURL_VALUES.indexOf(letter) >= 0) {
        String value = i + 1 < word.length() ? word.substring(i + 1) : next();
        seconds = letter == 'm' ? Math.min(seconds, number(value)) : seconds;
        return;
      }
    }
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,6}(\\.[0-9]*)?") ? Long.parseLong(text.split("\\.", 2)[0]) : 131;
  }

  private static int version(Task task) {
    String version = task.machine().host().debian().curl();
    boolean old = task.machine().host().debian() == Debian.BOOKWORM;
    String ssl = Dpkg.named(task, "libssl3*").getFirst().version().replaceFirst("-.*", "");
    task.out(
        "curl %1$s (x86_64-pc-linux-gnu) libcurl/%1$s OpenSSL/%2$s zlib/%3$s%nProtocols: dict file ftp ftps http https imap imaps%n"
            .formatted(version, ssl, old ? "1.2.13" : "1.3.1"));
    return 0;
  }

  private static int fetch(Task task, String url, long seconds, boolean mute, boolean fails) {
    if (url.matches("(?i)(file|dict|gopher|ldap|tftp)://.*")) {
      return complain(task, mute, 1, "Protocol \"" + url.split(":", 2)[0] + "\" not supported");
    }
    Remote remote =
        Remote.ofUrl(url, url.startsWith("https:") ? 443 : url.startsWith("ftp:") ? 21 : 80);
    if (remote.host().isEmpty()) {
      return complain(task, mute, 3, "URL rejected: No host part in the URL");
    }
    String failed =
        task.machine().host().debian() == Debian.BOOKWORM
            ? "Couldn't connect to server"
            : "Could not connect to server";
    return switch (remote.reach(task, Duration.ofSeconds(seconds))) {
      case UNRESOLVED -> complain(task, mute, 6, "Could not resolve host: " + remote.host());
      case REFUSED ->
          complain(
              task,
              mute,
              7,
              "Failed to connect to %s port %d after 0 ms: %s"
                  .formatted(remote.host(), remote.port(), failed));
      case SILENT ->
          complain(
              task,
              mute,
              28,
              seconds < 131
                  ? "Connection timed out after %d ms".formatted(seconds * 1000 + 1)
                  : "Failed to connect to %s port %d after %d ms: %s"
                      .formatted(
                          remote.host(), remote.port(), 130_000 + task.pid() % 1800, failed));
      case CLUSTER -> cluster(task, url, mute, fails);
    };
  }

  private static int complain(Task task, boolean mute, int code, String text) {
    if (!mute) {
      task.err("curl: (" + code + ") " + text + "\n");
    }
    return code;
  }

  private static int cluster(Task task, String url, boolean mute, boolean fails) {
    String line = " " + String.join(" ", task.operands());
    if (!line.matches(".*(-k|--insecure|--cacert|[ ]-[a-zA-Z]*k).*") && url.startsWith("https")) {
      return complain(
          task,
          mute,
          60,
          "SSL certificate problem: unable to get local issuer certificate\n"
              + "More details here: https://curl.se/docs/sslcerts.html\n\n"
              + "curl failed to verify the legitimacy of the server and therefore could not\n"
              + "establish a secure connection to it. To learn more about this situation and\n"
              + "how to fix it, please visit the web page mentioned above.");
    }
    if (fails) {
      return complain(task, mute, 22, "The requested URL returned error: 403");
    }
    String path =
        "/" + (url.replaceFirst("^https?://", "") + "/").split("/", 2)[1].replaceFirst("/$", "");
    boolean known = line.contains("Bearer");
    String user = known ? "system:serviceaccount:default:bastion" : "system:anonymous";
    task.out(
        "{\n"
            + "  \"kind\": \"Status\",\n"
            + "  \"apiVersion\": \"v1\",\n"
            + "  \"metadata\": {},\n"
            + "  \"status\": \"Failure\",\n"
            + "  \"message\": \"forbidden: User \\\""
            + user
            + "\\\" cannot get path \\\""
            + path
            + "\\\"\",\n  \"reason\": \"Forbidden\",\n  \"details\": {},\n  \"code\": 403\n}");
    return 0;
  }
}
