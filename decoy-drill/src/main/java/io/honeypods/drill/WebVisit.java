package io.honeypods.drill;

import java.io.IOException;

/** A request as curl would make it, with the mark as its user agent. */
final class WebVisit {
  private WebVisit() {}

  static String get(String host, int port, Mark mark) throws IOException {
    try (var connection = new Connection(host, port)) {
      connection.send(
          "GET / HTTP/1.1\r\nHost: %s:%d\r\nUser-Agent: %s\r\nAccept: */*\r\nConnection: close\r\n\r\n"
              .formatted(host, port, mark.text()));
      return "GET / was answered with " + connection.line();
    }
  }
}
