package io.honeypods.web;

/** The absolute URL of a redirect as nginx writes it. */
final class Location {
  private static final String ESCAPED = " \"#%<>?\\^`{|}";
  private static final String HEX = "0123456789ABCDEF";

  private Location() {}

  /**
   * A URL on this server.
   *
   * @param host lower-case, without port
   * @param path decoded, Latin-1
   */
  static String of(String host, int port, String path, String query) {
    var url = new StringBuilder("http://").append(host);
    if (port != 80) {
      url.append(':').append(port);
    }
    for (int i = 0; i < path.length(); i++) {
      append(url, path.charAt(i));
    }
    return query.isEmpty() ? url.toString() : url.append('?').append(query).toString();
  }

  private static void append(StringBuilder url, char ch) {
    if (ch < 0x20 || ch >= 0x7f || ESCAPED.indexOf(ch) >= 0) {
      url.append('%').append(HEX.charAt(ch >> 4)).append(HEX.charAt(ch & 0xf));
    } else {
      url.append(ch);
    }
  }
}
