package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Capture;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a ClientHello together from TLS records (<a
 * href="https://www.rfc-editor.org/rfc/rfc8446#section-5.1">RFC 8446, 5.1</a>).
 */
final class LureFraming implements Framing<LureInput> {
  static final int MAX_HELLO = 16_384;

  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int RECORD_HEADER = 5;
  private static final int MESSAGE_HEADER = 4;

  private final ByteArrayOutputStream message = new ByteArrayOutputStream(0);
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream(0);
  private boolean over;

  @Override
  public @Nullable LureInput next(ByteBuf in) {
    while (!over && in.isReadable()) {
      if (in.getByte(in.readerIndex()) != HANDSHAKE) {
        return other(in, "first byte of a record is not 22 (expected a TLS handshake)");
      }
      if (in.readableBytes() < RECORD_HEADER) {
        return null;
      }
      int length = in.getUnsignedShort(in.readerIndex() + 3);
      if (length == 0 || raw.size() + length > MAX_HELLO) {
        return other(in, "TLS record of " + length + " bytes (expected 1 to " + MAX_HELLO + ")");
      }
      if (in.readableBytes() < RECORD_HEADER + length) {
        return null;
      }
      LureInput input = record(in.readSlice(RECORD_HEADER + length), in);
      if (input != null) {
        return input;
      }
    }
    in.skipBytes(over ? in.readableBytes() : 0);
    return null;
  }

  @Override
  public Payload unfinished(Bytes unread) {
    var all = new Capture();
    all.add(over ? Bytes.EMPTY : Bytes.of(raw.toByteArray()));
    all.add(unread);
    return all.payload();
  }

  private @Nullable LureInput record(ByteBuf record, ByteBuf rest) {
    byte[] bytes = ByteBufUtil.getBytes(record);
    raw.writeBytes(bytes);
    message.write(bytes, RECORD_HEADER, bytes.length - RECORD_HEADER);
    byte[] whole = message.toByteArray();
    if (whole.length < MESSAGE_HEADER) {
      return null;
    }
    int length = ((whole[1] & 0xff) << 16) | ((whole[2] & 0xff) << 8) | (whole[3] & 0xff);
    if (whole[0] != CLIENT_HELLO) {
      return other(rest, "handshake message of type " + whole[0] + " (expected a ClientHello)");
    }
    if (length > MAX_HELLO) {
      return other(rest, "ClientHello of " + length + " bytes (expected <= " + MAX_HELLO + ")");
    }
    if (whole.length < MESSAGE_HEADER + length) {
      return null;
    }
    over = true;
    ClientHello hello = ClientHello.parse(Bytes.of(whole, MESSAGE_HEADER, length));
    Bytes all = Bytes.of(raw.toByteArray());
    return hello == null
        ? new LureInput.Other("ClientHello with lengths that do not add up", all)
        : new LureInput.Hello(hello, all);
  }

  private LureInput other(ByteBuf rest, String problem) {
    over = true;
    raw.writeBytes(ByteBufUtil.getBytes(rest));
    rest.skipBytes(rest.readableBytes());
    return new LureInput.Other(problem, Bytes.of(raw.toByteArray()));
  }
}
