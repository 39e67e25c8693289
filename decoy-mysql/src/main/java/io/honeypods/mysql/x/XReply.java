package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import java.io.ByteArrayOutputStream;

/** The frames that the server sends. */
final class XReply {
  /** What the server says first. */
  static final Bytes HELLO =
      frame(11, new ProtoWriter().number(1, 5).bytes(3, Bytes.EMPTY).bytes());

  static final Bytes OK = frame(0, Bytes.EMPTY);
  static final Bytes BYE = frame(0, new ProtoWriter().text(1, "bye!").bytes());

  private XReply() {}

  static Bytes capabilities(Capabilities capabilities, boolean secure) {
    return frame(2, capabilities.list(secure));
  }

  static Bytes challenge(Bytes salt) {
    return frame(3, new ProtoWriter().bytes(1, salt).bytes());
  }

  /** An error; a fatal one is the last thing the server says. */
  static Bytes error(boolean fatal, int code, String latin1) {
    return frame(
        1,
        new ProtoWriter()
            .number(1, fatal ? 1 : 0)
            .number(2, code)
            .text(3, latin1)
            .text(4, "HY000")
            .bytes());
  }

  private static Bytes frame(int type, Bytes body) {
    int length = body.length() + 1;
    var out = new ByteArrayOutputStream(length + 4);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(length >>> shift);
    }
    out.write(type);
    out.writeBytes(body.toByteArray());
    return Bytes.of(out.toByteArray());
  }
}
