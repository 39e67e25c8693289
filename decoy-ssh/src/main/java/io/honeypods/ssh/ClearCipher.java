package io.honeypods.ssh;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Before the first keys. */
record ClearCipher() implements PacketCipher {
  private static final int BLOCK = 8;

  @Override
  public int blockSize() {
    return BLOCK;
  }

  @Override
  public boolean padsLength() {
    return true;
  }

  @Override
  public int headLength() {
    return BLOCK;
  }

  @Override
  public long lengthOf(byte[] head, long sequence) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
  }

  @Override
  public int tagLength() {
    return 0;
  }

  @Override
  public byte[] open(byte[] packet, long sequence) {
    return Arrays.copyOfRange(packet, Integer.BYTES, packet.length);
  }

  @Override
  public byte[] seal(byte[] packet, long sequence) {
    return packet;
  }
}
