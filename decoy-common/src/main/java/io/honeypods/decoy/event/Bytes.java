package io.honeypods.decoy.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** An immutable byte string; a slice shares the bytes of the whole. */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int offset;
  private final int length;

  private Bytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** A copy of the bytes given. */
  public static Bytes of(byte... value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone(), 0, value.length);
  }

  /** A copy of {@code length} bytes from {@code offset} on. */
  public static Bytes of(byte[] value, int offset, int length) {
    return of(Arrays.copyOfRange(value, offset, offset + length));
  }

  /** One byte for each character; characters above 0xff are not expected and become {@code ?}. */
  public static Bytes ofLatin1(String text) {
    return owned(text.getBytes(ISO_8859_1));
  }

  public static Bytes utf8(String text) {
    return owned(text.getBytes(UTF_8));
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public byte at(int index) {
    return array[offset + Objects.checkIndex(index, length)];
  }

  /** The bytes from {@code start} to before {@code end}, without copying them. */
  public Bytes slice(int start, int end) {
    Objects.checkFromToIndex(start, end, length);
    return start == 0 && end == length ? this : new Bytes(array, offset + start, end - start);
  }

  /** A read-only view of the bytes. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
  }

  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** One character for each byte. */
  public String latin1() {
    return new String(array, offset, length, ISO_8859_1);
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(toByteArray());
  }

  /** SHA-256 in lower-case hex. */
  public String sha256() {
    return Digests.sha256(toByteArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && asByteBuffer().equals(that.asByteBuffer());
  }

  @Override
  public int hashCode() {
    return asByteBuffer().hashCode();
  }

  /** The bytes as Latin-1, for messages of tests. */
  @Override
  public String toString() {
    return latin1();
  }

  private static Bytes owned(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value, 0, value.length);
  }
}
