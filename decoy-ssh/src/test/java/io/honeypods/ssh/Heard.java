package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;

/** What a server's packet is, in words that can be compared. */
final class Heard {
  private Heard() {}

  /** A payload without what is random in it. */
  static String describe(byte[] payload, int length, int padding) {
    int type = Byte.toUnsignedInt(payload[0]);
    String size = " length " + length + " padding " + padding;
    return switch (type) {
      case Msg.KEXINIT ->
          "KEXINIT "
              + KexInit.parse(payload).kex()
              + " "
              + Integer.toHexString(KexInit.parse(payload).hashCode())
              + size;
      case Msg.KEX_REPLY, Msg.GEX_REPLY -> "message " + type;
      default -> "message " + type + " " + Bytes.of(payload).slice(1, payload.length) + size;
    };
  }
}
