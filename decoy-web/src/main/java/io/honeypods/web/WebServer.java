package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import java.net.Inet6Address;
import java.time.InstantSource;
import java.util.List;

/** What all connections to one listener share. */
final class WebServer {
  private static final int MAX_BODY = 1_048_576;

  private final StaticFiles files;
  private final Pages pages;
  private final ResponseWriter writer;
  private final RequestReport report;
  private final InstantSource clock;

  WebServer(Site site, NginxVersion version, RequestReport report, InstantSource clock) {
    this.files = new StaticFiles(site, version, clock);
    this.pages = new Pages(version);
    this.writer = new ResponseWriter(version, clock);
    this.report = report;
    this.clock = clock;
  }

  /** The answer to a complete head. */
  Response response(HttpInput.Head head, Flow flow) {
    RequestHead request = head.request();
    if (head.body().error() != 0) {
      return pages.error(head.body().error(), request);
    }
    return switch (request.method()) {
      case "TRACE", "CONNECT" -> pages.error(405, request);
      default -> {
        if (head.body().bytes() > MAX_BODY) {
          yield pages.error(413, request);
        }
        Response response = files.response(request, address(request, flow.destination()));
        yield head.brokenBody() && response.ofFile()
            ? pages.error(400, request).ofFile(false)
            : response;
      }
    };
  }

  /** Whether the connection can go on after an answer that its request alone does not explain. */
  static boolean endsConnection(HttpInput.Head head, Response response) {
    return head.body().error() != 0
        || head.brokenBody()
        || response.status() == 413
        || head.request().method().equals("TRACE")
        || head.request().method().equals("CONNECT");
  }

  /** The answer to a head that could not be read. */
  Response refusal(HttpInput.Bad bad) {
    return bad.tooLarge()
        ? pages.headersTooLarge(bad.request())
        : pages.error(bad.status(), bad.request());
  }

  List<Bytes> write(Response response, RequestHead request, boolean keepAlive) {
    return writer.write(response, request, keepAlive);
  }

  RequestReport report() {
    return report;
  }

  InstantSource clock() {
    return clock;
  }

  private static StaticFiles.Address address(RequestHead request, Peer self) {
    String host = request.authority();
    String header = request.header("Host");
    if (host == null && header != null) {
      host = HostName.normalise(header);
    }
    if (host == null) {
      host = self.address() instanceof Inet6Address ? "[" + self.ip() + "]" : self.ip();
    }
    return new StaticFiles.Address(host, self.port());
  }
}
