package io.honeypods.web;

/** Reason phrases as nginx words them, some of which no RFC has. */
final class StatusLine {
  private StatusLine() {}

  /** The code and its phrase, such as {@code 404 Not Found}. */
  static String of(int status) {
    return switch (status) {
      case 200 -> "200 OK";
      case 206 -> "206 Partial Content";
      case 301 -> "301 Moved Permanently";
      case 304 -> "304 Not Modified";
      case 400 -> "400 Bad Request";
      case 403 -> "403 Forbidden";
      case 404 -> "404 Not Found";
      case 405 -> "405 Not Allowed";
      case 412 -> "412 Precondition Failed";
      case 413 -> "413 Request Entity Too Large";
      case 414 -> "414 Request-URI Too Large";
      case 416 -> "416 Requested Range Not Satisfiable";
      case 501 -> "501 Not Implemented";
      case 505 -> "505 HTTP Version Not Supported";
      default -> throw new IllegalArgumentException("status " + status + " (expected one we send)");
    };
  }
}
