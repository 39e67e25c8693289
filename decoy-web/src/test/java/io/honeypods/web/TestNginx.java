package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Our nginx with a small site, as the tests without sockets know it. */
final class TestNginx {
  static final Instant MODIFIED = Instant.parse("2026-03-01T10:20:30Z");
  static final Bytes INDEX = Bytes.ofLatin1("<h1>hello</h1>\n");
  static final Bytes DATA = Bytes.ofLatin1("0123456789".repeat(10));
  static final NginxVersion VERSION = NginxVersion.parse("1.30.6");
  static final Planted PLANTED =
      new Planted("mysql", "backup", "n7Wq2LxT9vKcRb4Zpa", "/ops/db-backup.sh");
  static final RequestReport REPORT = new RequestReport(List.of(PLANTED));
  static final Flow FLOW =
      new Flow(peer(192, 0, 2, 7, 40_000), peer(198, 51, 100, 5, 8888), Flow.Transport.TCP);

  static final Protocol<HttpInput, Bytes> PROTOCOL =
      new Protocol<>(
          () -> new HttpFraming(VERSION),
          ReplyEncoder.BYTES,
          clock -> WebConversation.begin(server(clock), FLOW));

  private TestNginx() {}

  static WebServer server(InstantSource clock) {
    return new WebServer(site(), VERSION, REPORT, clock);
  }

  static Play<HttpInput, Bytes> begin() {
    return PROTOCOL.begin();
  }

  private static Site site() {
    return new Site(
        Map.of(
            "/",
            new Resource.Directory(MODIFIED),
            "/index.html",
            new Resource.File(INDEX, MODIFIED),
            "/data.txt",
            new Resource.File(DATA, MODIFIED),
            "/docs",
            new Resource.Directory(MODIFIED),
            "/private.txt",
            new Resource.Unreadable(false)));
  }

  private static Peer peer(int a, int b, int c, int d, int port) {
    try {
      byte[] address = {(byte) a, (byte) b, (byte) c, (byte) d};
      return new Peer(InetAddress.getByAddress(address), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
