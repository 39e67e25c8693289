package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Puts packets into the compressed protocol; {@link Inflated} has its layout. */
final class Deflated {
  /** Shorter ones are sent as they are. */
  private static final int LEAST = 50;

  private Deflated() {}

  /** One compressed packet that counts {@code sequence}. */
  static Bytes of(Bytes packets, int sequence) {
    byte[] plain = packets.toByteArray();
    byte[] packed = plain.length < LEAST ? plain : deflate(plain);
    boolean gained = packed.length < plain.length;
    return new PacketWriter(0)
        .integer(gained ? packed.length : plain.length, 3)
        .octet(sequence)
        .integer(gained ? plain.length : 0, 3)
        .raw(gained ? packed : plain)
        .take();
  }

  /** One compressed packet for each piece, counted from 1. */
  static List<Bytes> all(List<Bytes> pieces) {
    var packed = new ArrayList<Bytes>();
    for (int i = 0; i < pieces.size(); i++) {
      packed.add(of(pieces.get(i), i + 1));
    }
    return packed;
  }

  private static byte[] deflate(byte[] plain) {
    try (var deflater = new Deflater(6)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] packed = new byte[plain.length];
      int length = deflater.deflate(packed);
      return deflater.finished() ? Arrays.copyOf(packed, length) : plain;
    }
  }
}
