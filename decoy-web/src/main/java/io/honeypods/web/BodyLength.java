package io.honeypods.web;

/**
 * How long a request's body is, as its head says (<a
 * href="https://www.rfc-editor.org/rfc/rfc9112#section-6">RFC 9112, 6</a>).
 *
 * @param bytes of the content; 0 where there is none or it is chunked
 * @param error the status nginx refuses the head with; 0 for none
 */
record BodyLength(long bytes, boolean chunked, int error) {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_IMPLEMENTED = 501;

  static final BodyLength NONE = new BodyLength(0, false, 0);

  /** Reads it from a complete head, in the order in which nginx checks. */
  static BodyLength of(RequestHead head) {
    String length = head.header("Content-Length");
    String coding = head.header("Transfer-Encoding");
    if (head.minor() >= 1 && head.header("Host") == null) {
      return new BodyLength(0, false, BAD_REQUEST);
    }
    long bytes = length == null ? 0 : parse(length);
    if (bytes < 0) {
      return new BodyLength(0, false, BAD_REQUEST);
    }
    if (coding == null) {
      return new BodyLength(bytes, false, 0);
    }
    if (head.minor() == 0) {
      return new BodyLength(bytes, false, BAD_REQUEST);
    }
    if (!coding.equalsIgnoreCase("chunked")) {
      return new BodyLength(bytes, false, NOT_IMPLEMENTED);
    }
    return length == null ? new BodyLength(0, true, 0) : new BodyLength(bytes, false, BAD_REQUEST);
  }

  boolean isEmpty() {
    return bytes == 0 && !chunked;
  }

  /** Decimal digits only, up to 2^63-1; -1 for anything else. */
  private static long parse(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
