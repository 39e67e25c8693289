package io.honeypods.drill;

import java.io.IOException;

/**
 * The first lines of SSH, with the mark as the comment that RFC 4253 allows there. There is no key
 * exchange and so no login: the connection and the client's name are what the decoy sees.
 */
final class SshVisit {
  private SshVisit() {}

  static String identify(String host, int port, Mark mark) throws IOException {
    try (var connection = new Connection(host, port)) {
      connection.send("SSH-2.0-OpenSSH_9.9 " + mark.text() + "\r\n");
      return "named itself to " + connection.line() + " (no login is tried)";
    }
  }
}
