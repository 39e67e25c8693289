package io.honeypods.mysql;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What came in the <a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_compression_packet.html">
 * compressed protocol</a>: three bytes of length, one of sequence, three of length before
 * compression, 0 where nothing was gained by it.
 */
final class Inflated {
  static final int HEADER = 7;

  private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
  private String problem = "";

  /** What came of one more compressed packet. */
  enum Outcome {
    NEEDS_MORE,
    ADDED,
    BROKEN
  }

  /** Packets, as far as they are there; the reader takes them. */
  ByteBuf bytes() {
    return bytes;
  }

  String problem() {
    return problem;
  }

  /** Takes one compressed packet that holds at most {@code most} bytes. */
  Outcome add(ByteBuf in, int most) {
    if (in.readableBytes() < HEADER) {
      return Outcome.NEEDS_MORE;
    }
    int length = in.getUnsignedMediumLE(in.readerIndex());
    int before = in.getUnsignedMediumLE(in.readerIndex() + 4);
    int whole = bytes.readableBytes() + Math.max(length, before);
    if (whole > most) {
      return broken("compressed packet of %d bytes (expected at most %d)".formatted(whole, most));
    }
    if (in.readableBytes() < HEADER + length) {
      return Outcome.NEEDS_MORE;
    }
    in.skipBytes(HEADER);
    byte[] packed = new byte[length];
    in.readBytes(packed);
    return before == 0 ? append(packed) : inflate(packed, before);
  }

  /** Lets go of what was read. */
  void compact() {
    if (!bytes.isReadable()) {
      bytes = Unpooled.EMPTY_BUFFER;
    }
  }

  private Outcome inflate(byte[] packed, int length) {
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      byte[] content = new byte[length];
      int got = inflater.inflate(content);
      return got == length
          ? append(content)
          : broken("%d bytes inflated (expected %d)".formatted(got, length));
    } catch (DataFormatException e) {
      return broken("not deflated: " + e.getMessage());
    }
  }

  private Outcome append(byte[] content) {
    bytes = Unpooled.wrappedBuffer(bytes.slice(), Unpooled.wrappedBuffer(content)).copy();
    return Outcome.ADDED;
  }

  private Outcome broken(String what) {
    problem = what;
    return Outcome.BROKEN;
  }
}
