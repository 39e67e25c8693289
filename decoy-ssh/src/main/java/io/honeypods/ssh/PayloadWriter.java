package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Writes the types of <a href="https://www.rfc-editor.org/rfc/rfc4251#section-5">RFC 4251</a>. */
final class PayloadWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

  /** A writer of a message. */
  static PayloadWriter message(int type) {
    return new PayloadWriter().u8(type);
  }

  PayloadWriter u8(int value) {
    out.write(value);
    return this;
  }

  PayloadWriter bool(boolean value) {
    return u8(value ? 1 : 0);
  }

  PayloadWriter u32(long value) {
    return u8((int) (value >> 24)).u8((int) (value >> 16)).u8((int) (value >> 8)).u8((int) value);
  }

  PayloadWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
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
    return out.toByteArray();
  }

  /** The bytes of a list joined. */
  static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
