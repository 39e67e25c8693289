package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Programs that ask whether and where a host is. */
final class ProbeCommands {
  private ProbeCommands() {}

  static List<String> plain(Task task, String withValue) {
    var plain = new ArrayList<String>();
    List<String> words = task.operands();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-") || word.length() == 1) {
        plain.add(word);
      } else if (word.length() == 2 && withValue.indexOf(word.charAt(1)) >= 0) {
        i++;
      }
    }
    return plain;
  }

  static String value(Task task, String option, String fallback) {
    List<String> words = task.operands();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith(option)) {
        return words.get(i).length() > option.length()
            ? words.get(i).substring(option.length())
            : i + 1 < words.size() ? words.get(i + 1) : fallback;
      }
    }
    return fallback;
  }

  static int ping(Task task) {
    List<String> operands = plain(task, "cIiWwstpQMl");
    if (operands.isEmpty()) {
      task.err("ping: usage error: Destination address required\n");
      return 1;
    }
    String host = operands.getLast();
    Remote remote = new Remote(host, 0);
    task.machine().reports().outbound("ping", host, 0);
    if (!remote.isAddress() && !remote.isSelf(task)) {
      task.sleep(Duration.ofSeconds(20));
      task.err("ping: " + host + ": Temporary failure in name resolution\n");
      return 2;
    }
    String address = host.equals("localhost") ? "127.0.0.1" : host;
    task.out("PING %s (%s) 56(84) bytes of data.%n".formatted(host, address));
    int count = Remote.number(value(task, "-c", "60000"), 60_000);
    int deadline = Remote.number(value(task, "-w", "60000"), 60_000);
    int sent = 0;
    int got = 0;
    try {
      while (sent < count && sent < deadline) {
        sent++;
        if (remote.isSelf(task)) {
          got++;
          task.out(
              String.format(
                  Locale.ROOT,
                  "64 bytes from %s: icmp_seq=%d ttl=64 time=0.0%d ms%n",
                  address,
                  sent,
                  31 + sent % 17));
        }
        task.sleep(Duration.ofSeconds(sent == count && got > 0 ? 0 : 1));
      }
      task.sleep(got == 0 ? Duration.ofSeconds(9) : Duration.ZERO);
    } finally {
      int lost = (sent - got) * 100 / Math.max(1, sent);
      task.out(
          "%n--- %s ping statistics ---%n%d packets transmitted, %d received, %d%% packet loss, time %dms%n%s%n"
              .formatted(
                  host,
                  sent,
                  got,
                  lost,
                  Math.max(0, sent - 1) * 1021,
                  got > 0 ? "rtt min/avg/max/mdev = 0.031/0.036/0.048/0.005 ms\n" : ""));
    }
    return got > 0 ? 0 : 1;
  }

  static int lookup(Task task) {
    List<String> operands =
        plain(task, "tpc").stream()
            .filter(word -> !word.startsWith("@") && !word.startsWith("+"))
            .toList();
    if (operands.isEmpty()) {
      return 1;
    }
    task.machine().reports().outbound(task.name(), operands.getFirst(), 53);
    task.sleep(Duration.ofSeconds(15));
    task.out(
        task.name().equals("dig")
            ? ";; communications error to 10.96.0.10#53: timed out\n"
                + ";; communications error to 10.96.0.10#53: timed out\n"
                + ";; communications error to 10.96.0.10#53: timed out\n\n"
                + "; <<>> DiG 9.18.41-1~deb12u1-Debian <<>> "
                + operands.getFirst()
                + "\n;; global options: +cmd\n;; no servers could be reached\n"
            : ";; communications error to 10.96.0.10#53: timed out\n"
                + ";; communications error to 10.96.0.10#53: timed out\n"
                + ";; no servers could be reached\n"
                + (task.name().equals("nslookup") ? "\n" : ""));
    return task.name().equals("dig") ? 9 : 1;
  }
}
