package io.honeypods.decoy.admin;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Cuts the heads of HTTP requests out of a stream; one too long comes as far as it was read. */
final class AdminFraming implements Framing<Bytes> {
  static final int MAX_HEAD = 8192;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream(0);
  private int lineLength;

  @Override
  public @Nullable Bytes next(ByteBuf in) {
    byte[] bytes = ByteBufUtil.getBytes(in);
    for (int i = 0; i < bytes.length; i++) {
      head.write(bytes[i]);
      if (bytes[i] == '\n' ? endsHead() : head.size() >= MAX_HEAD) {
        in.skipBytes(i + 1);
        return take();
      }
      lineLength += bytes[i] == '\r' || bytes[i] == '\n' ? 0 : 1;
    }
    in.skipBytes(bytes.length);
    return null;
  }

  private boolean endsHead() {
    boolean empty = lineLength == 0;
    lineLength = 0;
    return empty;
  }

  private Bytes take() {
    Bytes whole = Bytes.of(head.toByteArray());
    head.reset();
    lineLength = 0;
    return whole;
  }
}
