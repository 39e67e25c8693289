package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.web.ByteRanges.ByteRange;
import java.util.ArrayList;
import java.util.List;

/** A {@code multipart/byteranges} body, in the segments nginx sends it in. */
final class Multipart {
  private Multipart() {}

  /** The parts of a file: each delimiter with its headers, then the bytes of the range. */
  static List<Bytes> body(Bytes file, String type, List<ByteRange> ranges, String boundary) {
    var parts = new ArrayList<Bytes>();
    for (ByteRange range : ranges) {
      parts.add(
          Bytes.ofLatin1(
              "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                  .formatted(boundary, type, range.of(file.length()))));
      parts.add(file.slice((int) range.start(), (int) range.end()));
    }
    parts.add(Bytes.ofLatin1("\r\n--" + boundary + "--\r\n"));
    return parts;
  }
}
