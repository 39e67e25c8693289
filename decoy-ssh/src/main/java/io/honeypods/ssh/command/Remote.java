package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.time.Duration;

/** Whom a program wants to reach, and how that ends where nothing may leave the pod. */
record Remote(String host, int port) {
  private static final Duration RESOLVER = Duration.ofSeconds(20);
  private static final Duration CONNECT = Duration.ofMillis(131_072);

  /** What comes of a try. */
  enum Result {
    UNRESOLVED,
    REFUSED,
    SILENT,
    CLUSTER
  }

  /** The address in {@code scheme://user@host:port/path}, or in {@code host/path}. */
  static Remote ofUrl(String url, int fallback) {
    String rest = url.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://", "");
    String authority = rest.split("[/?#]", 2)[0];
    String address = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = address.lastIndexOf(':');
    boolean bracket = address.startsWith("[") && address.indexOf(']') > 0;
    if (bracket) {
      int end = address.indexOf(']');
      return new Remote(
          address.substring(1, end),
          address.startsWith(":", end + 1)
              ? number(address.substring(end + 2), fallback)
              : fallback);
    }
    return colon < 0
        ? new Remote(address, fallback)
        : new Remote(address.substring(0, colon), number(address.substring(colon + 1), fallback));
  }

  static int number(String text, int fallback) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535
        ? Integer.parseInt(text)
        : fallback;
  }

  boolean isAddress() {
    return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || host.contains(":");
  }

  boolean isSelf(Task task) {
    return host.equals("localhost")
        || host.startsWith("127.")
        || host.equals("::1")
        || host.equals("0.0.0.0")
        || host.equals(task.machine().host().address())
        || host.equals(task.machine().host().name());
  }

  /** Tells that it was tried, waits as long as it takes, and says what came of it. */
  Result reach(Task task, Duration most) {
    task.machine().reports().outbound(task.name(), host, port);
    if (isSelf(task)) {
      return Result.REFUSED;
    }
    if (host.equals("10.96.0.1")
        || host.matches("kubernetes(\\.default(\\.svc(\\.cluster\\.local)?)?)?")) {
      return Result.CLUSTER;
    }
    if (!isAddress()) {
      task.sleep(RESOLVER.compareTo(most) < 0 ? RESOLVER : most);
      return Result.UNRESOLVED;
    }
    task.sleep(CONNECT.compareTo(most) < 0 ? CONNECT : most);
    return Result.SILENT;
  }

  Result reach(Task task) {
    return reach(task, CONNECT);
  }

  static Duration connect() {
    return CONNECT;
  }
}
