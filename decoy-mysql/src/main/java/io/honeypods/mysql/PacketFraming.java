package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Framing;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Cuts <a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_packets.html">packets
 * </a> out of a stream: three bytes of length, one of sequence, the payload. From the login packet
 * it learns whether commands will come compressed; commands are what counts from 0.
 */
final class PacketFraming implements Framing<MysqlInput> {
  static final int HEADER = 4;
  private static final int CAPABILITIES = 4;

  private enum Phase {
    FIRST,
    BEGUN,
    LOGIN,
    COMMANDS
  }

  private final int maxLogin;
  private final int maxPacket;
  private final Inflated inflated = new Inflated();
  private Phase phase = Phase.FIRST;
  private boolean compresses;

  /** A framing that takes payloads of so many bytes before and after login. */
  PacketFraming(int maxLogin, int maxPacket) {
    this.maxLogin = maxLogin;
    this.maxPacket = maxPacket;
  }

  @Override
  public @Nullable MysqlInput next(ByteBuf in) {
    if (phase == Phase.FIRST) {
      return first(in);
    }
    if (compresses && (phase == Phase.COMMANDS || isCommand(in))) {
      phase = Phase.COMMANDS;
      return compressed(in);
    }
    return packet(in);
  }

  @Override
  public int held() {
    return inflated.bytes().readableBytes();
  }

  @Override
  public Payload unfinished(Bytes unread) {
    return Payload.of(unread.isEmpty() ? rest(inflated.bytes()) : unread);
  }

  private @Nullable MysqlInput first(ByteBuf in) {
    if (in.readableBytes() < HEADER) {
      return null;
    }
    if (in.getByte(in.readerIndex() + 3) != 1) {
      return new MysqlInput.OutOfOrder(rest(in));
    }
    phase = Phase.BEGUN;
    return new MysqlInput.Begun();
  }

  private static boolean isCommand(ByteBuf in) {
    return in.readableBytes() >= HEADER && in.getByte(in.readerIndex() + 3) == 0;
  }

  private @Nullable MysqlInput packet(ByteBuf in) {
    if (in.readableBytes() < HEADER) {
      return null;
    }
    int length = in.getUnsignedMediumLE(in.readerIndex());
    int sequence = in.getUnsignedByte(in.readerIndex() + 3);
    if (phase == Phase.LOGIN && sequence == 0) {
      phase = Phase.COMMANDS;
    }
    if (phase != Phase.BEGUN && sequence != 0 && length > maxLogin) {
      return new MysqlInput.OutOfOrder(rest(in));
    }
    int most = phase == Phase.COMMANDS ? maxPacket : maxLogin;
    if (length > most) {
      return tooLarge(in, sequence, length, most);
    }
    if (in.readableBytes() < HEADER + length) {
      return null;
    }
    in.skipBytes(HEADER);
    Bytes payload = read(in, length);
    if (phase == Phase.BEGUN) {
      phase = Phase.LOGIN;
      compresses = payload.length() >= CAPABILITIES && (payload.at(0) & Capabilities.COMPRESS) != 0;
    }
    return new MysqlInput.Packet(sequence, payload);
  }

  /** Before login the server waits for all of it: nothing is said before it is too much. */
  private @Nullable MysqlInput tooLarge(ByteBuf in, int sequence, int length, int most) {
    boolean waits = phase != Phase.COMMANDS && in.readableBytes() < HEADER + most;
    return waits ? null : new MysqlInput.TooLarge(sequence, length, rest(in));
  }

  private @Nullable MysqlInput compressed(ByteBuf in) {
    MysqlInput input = packet(inflated.bytes());
    while (input == null) {
      switch (inflated.add(in, maxPacket + HEADER)) {
        case NEEDS_MORE -> {
          return null;
        }
        case BROKEN -> {
          return new MysqlInput.Garbled(inflated.problem(), rest(in));
        }
        case ADDED -> input = packet(inflated.bytes());
      }
    }
    inflated.compact();
    return input;
  }

  private static Bytes rest(ByteBuf in) {
    return read(in, in.readableBytes());
  }

  private static Bytes read(ByteBuf in, int length) {
    byte[] bytes = new byte[length];
    in.readBytes(bytes);
    return Bytes.of(bytes);
  }
}
