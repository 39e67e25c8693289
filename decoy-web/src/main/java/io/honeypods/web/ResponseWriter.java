package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes answers in nginx's order of headers and division into segments. */
final class ResponseWriter {
  static final Bytes CONTINUE = Bytes.ofLatin1("HTTP/1.1 100 Continue\r\n\r\n");

  private static final int PIECE = 65_536;

  private final String server;
  private final InstantSource clock;
  private volatile DateLine date = new DateLine(Long.MIN_VALUE, "");

  /** The {@code Date} header of one second. */
  private record DateLine(long second, String text) {}

  ResponseWriter(NginxVersion version, InstantSource clock) {
    this.server = "Server: nginx/" + version + "\r\n";
    this.clock = clock;
  }

  /** The segments of a response, in order. */
  List<Bytes> write(Response response, RequestHead request, boolean keepAlive) {
    if (request.isHttp09()) {
      return pieces(response.body());
    }
    List<Bytes> body = request.isHead() ? List.of() : response.body();
    String head = head(response, keepAlive);
    boolean joined = !body.isEmpty() && (response.generated() || body.size() > 1);
    var segments = new ArrayList<>(joined ? body.subList(1, body.size()) : body);
    segments.addFirst(Bytes.ofLatin1(joined ? head + body.getFirst().latin1() : head));
    return pieces(segments);
  }

  /** The same segments, none longer than what is sent at once: a reply is copied when it is due. */
  private static List<Bytes> pieces(List<Bytes> segments) {
    if (segments.stream().allMatch(segment -> segment.length() <= PIECE)) {
      return segments;
    }
    var pieces = new ArrayList<Bytes>();
    for (Bytes segment : segments) {
      for (int at = 0; at < segment.length(); at += PIECE) {
        pieces.add(segment.slice(at, Math.min(segment.length(), at + PIECE)));
      }
    }
    return pieces;
  }

  private String head(Response response, boolean keepAlive) {
    var head = new StringBuilder(320).append("HTTP/1.1 ").append(StatusLine.of(response.status()));
    head.append("\r\n").append(server).append(date());
    header(head, "Content-Type", response.contentType());
    if (response.contentLength() >= 0) {
      head.append("Content-Length: ").append(response.contentLength()).append("\r\n");
    }
    header(head, "Last-Modified", response.lastModified());
    header(head, "Location", response.location());
    header(head, "Connection", keepAlive ? "keep-alive" : "close");
    for (Field field : response.more()) {
      header(head, field.name(), field.value());
    }
    return head.append("\r\n").toString();
  }

  private static void header(StringBuilder head, String name, @Nullable String value) {
    if (value != null) {
      head.append(name).append(": ").append(value).append("\r\n");
    }
  }

  private String date() {
    long second = Math.floorDiv(clock.millis(), 1000L);
    DateLine current = date;
    if (current.second != second) {
      current = new DateLine(second, "Date: " + HttpDate.format(clock.instant()) + "\r\n");
      date = current;
    }
    return current.text;
  }
}
