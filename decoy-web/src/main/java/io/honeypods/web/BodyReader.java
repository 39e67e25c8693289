package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request, of a known length or in chunks. */
final class BodyReader {
  private final @Nullable ChunkSize chunks;
  private long left;
  private long inHand;
  private boolean ended;

  private BodyReader(@Nullable ChunkSize chunks, long left, long inHand) {
    this.chunks = chunks;
    this.left = left;
    this.inHand = inHand;
  }

  /** A reader of a body of which {@code inHand} bytes, or all, came with the head. */
  static BodyReader of(BodyLength length, int inHand) {
    return new BodyReader(length.chunked() ? new ChunkSize() : null, length.bytes(), inHand);
  }

  /** Content, the end, or that it is broken; null where more bytes are needed. */
  @Nullable HttpInput next(ByteBuf in) {
    int before = in.readableBytes();
    HttpInput input = read(in);
    inHand -= (long) before - in.readableBytes();
    return input == null && ended ? new HttpInput.BodyEnd(chunks == null || inHand >= 0) : input;
  }

  private @Nullable HttpInput read(ByteBuf in) {
    if (left == 0 && chunks != null && !ended) {
      HttpInput broken = frame(in, chunks);
      if (broken != null) {
        return broken;
      }
    }
    int ready = (int) Math.min(left, in.readableBytes());
    if (ready == 0) {
      return null;
    }
    left -= ready;
    ended = left == 0 && chunks == null;
    byte[] content = new byte[ready];
    in.readBytes(content);
    return new HttpInput.BodyPart(Bytes.of(content));
  }

  /** Whether what has come so far cannot be the beginning of a body. */
  boolean isBrokenBy(ByteBuf in) {
    HttpInput input = next(in);
    while (input instanceof HttpInput.BodyPart) {
      input = next(in);
    }
    return input instanceof HttpInput.BodyBroken;
  }

  /** Whether nothing is missing any more, so that the end needs no further byte. */
  boolean isComplete() {
    return ended;
  }

  private @Nullable HttpInput frame(ByteBuf in, ChunkSize size) {
    while (in.isReadable() && left == 0 && !ended) {
      switch (size.accept(in.getByte(in.readerIndex()))) {
        case MORE -> in.skipBytes(1);
        case DATA -> {
          in.skipBytes(1);
          left = size.size();
        }
        case END -> {
          in.skipBytes(1);
          ended = true;
        }
        case BROKEN -> {
          return new HttpInput.BodyBroken();
        }
      }
    }
    return null;
  }
}
