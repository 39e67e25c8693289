package io.honeypods.decoy.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import io.honeypods.decoy.config.AdminConfig;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.sink.MetricsSink;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the admin listener. A stranger gets the same "404 page not found" for every path
 * that a server made with Go's standard library gives.
 */
final class AdminPages {
  static final Bytes BAD_REQUEST =
      Bytes.ofLatin1(
          "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
              + "Connection: close\r\n\r\n400 Bad Request");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).withZone(UTC);
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final AdminConfig config;
  private final Map<String, AdminPage> added;
  private final MetricsSink metrics;
  private final BooleanSupplier ready;
  private final @Nullable String nodeIp;
  private final InstantSource clock;

  /** An answer, and whether somebody asked who should not. */
  record Page(int status, Bytes bytes, boolean strange) {}

  AdminPages(
      AdminConfig config,
      Map<String, AdminPage> added,
      MetricsSink metrics,
      BooleanSupplier ready,
      @Nullable String nodeIp,
      InstantSource clock) {
    this.config = config;
    this.added = added;
    this.metrics = metrics;
    this.ready = ready;
    this.nodeIp = nodeIp;
    this.clock = clock;
  }

  Page answer(AdminRequest request, Flow flow) {
    boolean get = request.method().equals("GET") || request.method().equals("HEAD");
    return switch (get ? request.path() : "") {
      case "/livez" -> probe(request, flow, true);
      case "/readyz" -> probe(request, flow, ready.getAsBoolean());
      case "/metrics" -> isAllowed(request, flow) ? metrics(request) : notFound(request);
      default -> added(get ? added.get(request.path()) : null, request, flow);
    };
  }

  /** What decoys add shows more than metrics do, and is for nobody where there is no token. */
  private Page added(@Nullable AdminPage page, AdminRequest request, Flow flow) {
    if (page == null || config.token() == null || !isAllowed(request, flow)) {
      return notFound(request);
    }
    Bytes body = page.body().apply(request.query());
    return body == null ? notFound(request) : page(request, 200, "OK", page.type(), body, false);
  }

  /**
   * Kubelets hold no token, so probes answer everybody; where the node's address is known, anybody
   * else who probes is a stranger.
   */
  private Page probe(AdminRequest request, Flow flow, boolean ok) {
    boolean strange =
        nodeIp != null && !nodeIp.equals(flow.source().ip()) && !isAllowed(request, flow);
    return ok
        ? page(request, 200, "OK", PLAIN, "ok\n", strange)
        : page(request, 503, "Service Unavailable", PLAIN, "not ready\n", strange);
  }

  private Page metrics(AdminRequest request) {
    String accept = request.header("accept");
    return page(request, 200, "OK", MetricsSink.contentType(accept), metrics.scrape(accept), false);
  }

  private Page notFound(AdminRequest request) {
    String type = PLAIN + "\r\nX-Content-Type-Options: nosniff";
    return page(request, 404, "Not Found", type, "404 page not found\n", true);
  }

  private boolean isAllowed(AdminRequest request, Flow flow) {
    boolean address =
        config.allow().isEmpty()
            || config.allow().stream().anyMatch(cidr -> cidr.contains(flow.source().address()));
    return address && hasToken(request);
  }

  private boolean hasToken(AdminRequest request) {
    if (config.token() == null) {
      return true;
    }
    String token = AdminConversation.bearer(request.header("authorization"));
    return token != null
        && MessageDigest.isEqual(token.getBytes(UTF_8), config.token().getBytes(UTF_8));
  }

  private Page page(
      AdminRequest request, int status, String reason, String type, String body, boolean strange) {
    return page(request, status, reason, type, Bytes.utf8(body), strange);
  }

  private Page page(
      AdminRequest request, int status, String reason, String type, Bytes body, boolean strange) {
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nDate: %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(
                status,
                reason,
                type,
                DATE.format(clock.instant()),
                body.length(),
                request.isLast() ? "Connection: close\r\n" : "");
    byte[] start = head.getBytes(UTF_8);
    int length = request.method().equals("HEAD") ? 0 : body.length();
    byte[] whole = Arrays.copyOf(start, start.length + length);
    body.asByteBuffer().get(whole, start.length, length);
    return new Page(status, Bytes.of(whole), strange);
  }
}
