package io.honeypods.web;

import io.honeypods.decoy.event.Field;
import java.util.Locale;

/** Whether nginx keeps a connection after a request. */
final class Connections {
  private static final int MAX_REQUESTS = 1000;

  private Connections() {}

  /**
   * What the request wants and the server grants.
   *
   * @param answered requests of this connection that were answered before
   */
  static boolean keepAlive(RequestHead request, int answered) {
    boolean keep = request.minor() >= 1 && request.major() == 1;
    for (Field header : request.headers()) {
      if (header.name().equalsIgnoreCase("Connection")) {
        keep = wish(header.value().toLowerCase(Locale.ROOT), keep);
      }
    }
    boolean oldBrowser =
        request.method().equals("POST") && UserAgent.of(request.header("User-Agent")).msie6();
    return keep && !oldBrowser && answered + 1 < MAX_REQUESTS;
  }

  private static boolean wish(String value, boolean otherwise) {
    if (value.contains("close")) {
      return false;
    }
    return value.contains("keep-alive") || otherwise;
  }
}
