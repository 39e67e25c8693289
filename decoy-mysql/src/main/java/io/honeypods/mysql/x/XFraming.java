package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Framing;
import io.honeypods.mysql.x.XInput.Broken;
import io.honeypods.mysql.x.XInput.Fault;
import io.honeypods.mysql.x.XInput.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * Cuts frames of the X protocol: a length in four bytes, lowest first, then as many bytes, of which
 * the first is the type of the message. What no message can start with is known as soon as it is
 * there, as on the server, which reads them as a stream.
 */
final class XFraming implements Framing<XInput> {
  static final int MAX_BODY = 16_384;

  private static final long MAX_LENGTH = 67_108_864;
  private static final int LENGTH = 4;
  private static final int HEADER = 5;

  private boolean over;

  @Override
  public @Nullable XInput next(ByteBuf in) {
    if (over) {
      in.skipBytes(in.readableBytes());
    }
    if (in.readableBytes() < LENGTH) {
      return null;
    }
    long length = in.getUnsignedIntLE(in.readerIndex());
    if (length == 0) {
      return broken(in, Fault.EMPTY, "frame of 0 bytes (expected >= 1)");
    }
    if (in.readableBytes() < HEADER) {
      return null;
    }
    if (length > MAX_LENGTH) {
      String problem = "frame of " + length + " bytes (expected <= " + MAX_LENGTH + ")";
      return broken(in, Fault.TOO_LONG, problem);
    }
    return message(in, length - 1);
  }

  private @Nullable XInput message(ByteBuf in, long length) {
    int type = in.getUnsignedByte(in.readerIndex() + LENGTH);
    ClientMessage kind = ClientMessage.byId(type);
    if (kind == null) {
      return broken(in, Fault.UNKNOWN_TYPE, "message of type " + type + " (expected a client's)");
    }
    int there = in.readableBytes() - HEADER;
    int kept = (int) Math.min(Math.min(length, there), MAX_BODY);
    boolean whole = kept == length;
    var body = ProtoMessage.read(body(in, kept));
    Fault fault = fault(kind, body, whole);
    if (fault != null) {
      return broken(in, fault, kind + " of broken fields (expected protobuf)");
    }
    if (there > MAX_BODY && !whole) {
      String problem = kind + " of " + length + " bytes (expected <= " + MAX_BODY + ")";
      return broken(in, Fault.NOT_KEPT, problem);
    }
    return whole ? new Message(kind, body, take(in, HEADER + kept)) : null;
  }

  private static @Nullable Fault fault(ClientMessage kind, ProtoMessage body, boolean whole) {
    boolean complete = kind.isComplete(body);
    return switch (body.end()) {
      case WHOLE -> whole && !complete ? Fault.UNPARSABLE : null;
      case CUT -> whole ? Fault.UNPARSABLE : null;
      case STOPPED -> complete ? Fault.TRAILING_BYTES : Fault.UNPARSABLE;
      case MALFORMED -> Fault.UNPARSABLE;
    };
  }

  private Broken broken(ByteBuf in, Fault fault, String problem) {
    over = true;
    return new Broken(fault, problem, take(in, in.readableBytes()));
  }

  private static Bytes body(ByteBuf in, int length) {
    return Bytes.of(ByteBufUtil.getBytes(in, in.readerIndex() + HEADER, length));
  }

  private static Bytes take(ByteBuf in, int length) {
    return Bytes.of(ByteBufUtil.getBytes(in.readSlice(length)));
  }
}
