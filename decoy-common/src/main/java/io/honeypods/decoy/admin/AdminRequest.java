package io.honeypods.decoy.admin;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client of the admin listener asks, read leniently from the head of an HTTP request. */
record AdminRequest(String method, String target, String version, List<Field> headers, Bytes raw) {

  /** Reads a head that ends with an empty line; null where it is no HTTP/1 request or cut. */
  static @Nullable AdminRequest parse(Bytes head) {
    String[] lines = head.latin1().split("\r?\n", -1);
    String[] start = lines[0].split(" ", -1);
    boolean whole = lines.length > 1 && lines[lines.length - 1].isEmpty();
    if (!whole
        || start.length != 3
        || !start[1].startsWith("/")
        || !start[2].startsWith("HTTP/1.")) {
      return null;
    }
    var headers = new ArrayList<Field>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.add(new Field(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
      }
    }
    return new AdminRequest(
        start[0], start[1], start[2].substring("HTTP/".length()), List.copyOf(headers), head);
  }

  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  String query() {
    return target.substring(Math.min(path().length() + 1, target.length()));
  }

  @Nullable String header(String name) {
    for (Field header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** Whether the connection can serve another request: no body to skip, and the client wants it. */
  boolean isLast() {
    return header("content-length") != null
        || header("transfer-encoding") != null
        || "close".equalsIgnoreCase(header("connection"))
        || version.equals("1.0");
  }
}
