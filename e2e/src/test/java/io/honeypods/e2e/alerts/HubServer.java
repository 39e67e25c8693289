package io.honeypods.e2e.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What stands beside Prometheus in a namespace of the lab, as a process of its own: a page of
 * metrics from a file, and a webhook that prints when it was told what.
 */
final class HubServer {
  static final int PORT = 8080;

  private HubServer() {}

  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[0]);
    var server = HttpServer.create(new InetSocketAddress(Lab.HUB_IP, PORT), 0);
    var out = new PrintStream(System.out, true, UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] told = exchange.getRequestBody().readAllBytes();
            if (told.length > 0) {
              out.println(Instant.now() + " " + new String(told, UTF_8));
            }
            byte[] body = Files.readAllBytes(page);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    out.println("ready");
  }
}
