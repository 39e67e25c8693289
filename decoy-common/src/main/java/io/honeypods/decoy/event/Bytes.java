package io.honeypods.decoy.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** An immutable byte string. */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** A copy of the bytes given. */
  public static Bytes of(byte... value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone());
  }

  /** A copy of {@code length} bytes from {@code offset} on. */
  public static Bytes of(byte[] value, int offset, int length) {
    return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(value, offset, offset + length));
  }

  /** One byte for each character; characters above 0xff are not expected and become {@code ?}. */
  public static Bytes ofLatin1(String text) {
    return new Bytes(text.getBytes(ISO_8859_1));
  }

  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(UTF_8));
  }

  public int length() {
    return value.length;
  }

  public boolean isEmpty() {
    return value.length == 0;
  }

  public byte at(int index) {
    return value[index];
  }

  /** The bytes from {@code start} to before {@code end}. */
  public Bytes slice(int start, int end) {
    return start == 0 && end == value.length ? this : of(value, start, end - start);
  }

  /** A read-only view of the bytes. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(value).asReadOnlyBuffer();
  }

  public byte[] toByteArray() {
    return value.clone();
  }

  /** One character for each byte. */
  public String latin1() {
    return new String(value, ISO_8859_1);
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(value);
  }

  /** SHA-256 in lower-case hex. */
  public String sha256() {
    return Digests.sha256(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** The bytes as Latin-1, for messages of tests. */
  @Override
  public String toString() {
    return latin1();
  }
}
