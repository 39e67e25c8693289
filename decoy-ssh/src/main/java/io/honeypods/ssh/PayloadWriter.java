package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Writes the types of <a href="https://www.rfc-editor.org/rfc/rfc4251#section-5">RFC 4251</a>. */
final class PayloadWriter {
  private static final int FIRST = 256;

  private byte[] out = new byte[FIRST];
  private int length;

  /** A writer of a message. */
  static PayloadWriter message(int type) {
    return new PayloadWriter().u8(type);
  }

  PayloadWriter u8(int value) {
    require(1);
    out[length++] = (byte) value;
    return this;
  }

  PayloadWriter bool(boolean value) {
    return u8(value ? 1 : 0);
  }

  PayloadWriter u32(long value) {
    require(Integer.BYTES);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out[length++] = (byte) (value >> shift);
    }
    return this;
  }

  PayloadWriter raw(byte[] bytes) {
    require(bytes.length);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
    return this;
  }

  PayloadWriter string(byte[] bytes) {
    return u32(bytes.length).raw(bytes);
  }

  PayloadWriter text(String text) {
    return string(text.getBytes(ISO_8859_1));
  }

  PayloadWriter names(List<String> names) {
    return text(String.join(",", names));
  }

  PayloadWriter mpint(BigInteger value) {
    return value.signum() == 0 ? u32(0) : string(value.toByteArray());
  }

  /** A positive number given as its bytes. */
  PayloadWriter mpint(byte[] magnitude) {
    return mpint(new BigInteger(1, magnitude));
  }

  byte[] bytes() {
    return Arrays.copyOf(out, length);
  }

  private void require(int more) {
    if (more > out.length - length) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, Math.addExact(length, more)));
    }
  }

  /** The bytes of a list joined. */
  static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
