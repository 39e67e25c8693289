package io.honeypods.ssh;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Makes packets of payloads, padded as OpenSSH pads them. */
final class Outbound {
  private static final int HEAD = 5;
  private static final int MIN_PADDING = 4;
  private static final int STEP = 1024;

  private PacketCipher cipher = new ClearCipher();
  private @Nullable Deflater deflater;
  private long sequence;
  private boolean secret;

  /** Takes new keys into use; {@code restarts} where packets are counted anew. */
  void rekey(PacketCipher next, boolean restarts) {
    cipher = next;
    sequence = restarts ? 0 : sequence;
    secret = true;
    close();
  }

  /** Deflates payloads from now on. */
  void deflate() {
    if (deflater == null) {
      deflater = new Deflater();
    }
  }

  /** What goes out for a payload. */
  byte[] packet(byte[] payload) {
    byte[] body = deflater == null ? payload : deflated(payload, deflater);
    int block = cipher.blockSize();
    int counted = HEAD + body.length - (cipher.padsLength() ? 0 : Integer.BYTES);
    int padding = block - counted % block;
    if (padding < MIN_PADDING) {
      padding += block;
    }
    ByteBuffer packet = ByteBuffer.allocate(HEAD + body.length + padding);
    packet.putInt(1 + body.length + padding).put((byte) padding).put(body);
    if (secret) {
      byte[] random = new byte[padding];
      Randomness.SECURE.nextBytes(random);
      packet.put(random);
    }
    byte[] sealed = cipher.seal(packet.array(), sequence);
    sequence = (sequence + 1) & 0xffffffffL;
    return sealed;
  }

  /** Frees what is not on the heap. */
  void close() {
    if (deflater != null) {
      deflater.end();
      deflater = null;
    }
  }

  private static byte[] deflated(byte[] payload, Deflater deflater) {
    deflater.setInput(payload);
    byte[] out = new byte[payload.length + STEP];
    int length = 0;
    int got = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
    while (got > 0) {
      length += got;
      out = length == out.length ? Arrays.copyOf(out, length + STEP) : out;
      got = deflater.deflate(out, length, out.length - length, Deflater.SYNC_FLUSH);
    }
    return Arrays.copyOf(out, length);
  }
}
