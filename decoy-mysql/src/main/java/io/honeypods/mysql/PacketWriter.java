package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.event.Bytes;
import java.util.Arrays;

/** Builds packets one behind the other, each with its header. */
final class PacketWriter {
  private static final int FULL = 0xff_ffff;

  private byte[] bytes = new byte[256];
  private int length;
  private int start;
  private int sequence;

  /** A writer whose first packet counts {@code sequence}. */
  PacketWriter(int sequence) {
    this.sequence = sequence;
  }

  /** Begins a packet. */
  PacketWriter begin() {
    start = length;
    return zeros(PacketFraming.HEADER);
  }

  /** Ends the packet begun, and its header with it. */
  PacketWriter end() {
    int payload = length - start - PacketFraming.HEADER;
    if (payload >= FULL) {
      throw new IllegalStateException("payload of " + payload + " bytes (expected < 16 MiB)");
    }
    putInteger(start, payload, 3);
    bytes[start + 3] = (byte) sequence++;
    return this;
  }

  /** The number of the next packet, 0 to 255. */
  int sequence() {
    return sequence & 0xff;
  }

  int length() {
    return length;
  }

  /** All packets so far; the writer goes on with the next. */
  Bytes take() {
    Bytes taken = Bytes.of(bytes, 0, length);
    length = 0;
    return taken;
  }

  PacketWriter integer(long value, int size) {
    ensure(size);
    putInteger(length, value, size);
    length += size;
    return this;
  }

  PacketWriter octet(int value) {
    return integer(value, 1);
  }

  PacketWriter zeros(int count) {
    ensure(count);
    Arrays.fill(bytes, length, length + count, (byte) 0);
    length += count;
    return this;
  }

  PacketWriter raw(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  PacketWriter text(String value) {
    return raw(value.getBytes(UTF_8));
  }

  PacketWriter textAndNul(String value) {
    return text(value).octet(0);
  }

  PacketWriter lengthEncoded(long value) {
    if (value < 0xfb && value >= 0) {
      return octet((int) value);
    }
    if (value <= 0xffff && value >= 0) {
      return octet(0xfc).integer(value, 2);
    }
    return value <= FULL && value >= 0
        ? octet(0xfd).integer(value, 3)
        : octet(0xfe).integer(value, 8);
  }

  PacketWriter lengthEncodedText(String value) {
    return lengthEncodedBytes(value.getBytes(UTF_8));
  }

  PacketWriter lengthEncodedBytes(byte[] value) {
    return lengthEncoded(value.length).raw(value);
  }

  private void putInteger(int position, long value, int size) {
    for (int i = 0; i < size; i++) {
      bytes[position + i] = (byte) (value >>> (8 * i));
    }
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
