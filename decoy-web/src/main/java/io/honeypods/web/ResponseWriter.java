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
      return response.body();
    }
    List<Bytes> body = request.isHead() ? List.of() : response.body();
    String head = head(response, keepAlive);
    if (body.isEmpty()) {
      return List.of(Bytes.ofLatin1(head));
    }
    boolean multipart = body.size() > 1;
    if (!response.generated() && !multipart) {
      return List.of(Bytes.ofLatin1(head), body.getFirst());
    }
    var segments = new ArrayList<>(body);
    segments.set(0, Bytes.ofLatin1(head + body.getFirst().latin1()));
    return segments;
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
