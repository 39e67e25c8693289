package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Framing;
import io.honeypods.ssh.SshInput.Corrupt;
import io.honeypods.ssh.SshInput.Ident;
import io.honeypods.ssh.SshInput.NoIdent;
import io.honeypods.ssh.SshInput.Packet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a client's bytes into its identification and packets, by the keys that the conversation
 * hands over in between.
 */
final class SshFraming implements Framing<SshInput>, Inbound {
  static final int MAX_IDENT = 8192;
  static final int MAX_PACKET = 256 * 1024;
  private static final int MIN_PACKET = 5;
  private static final int MIN_PADDING = 4;
  private static final int NO_LENGTH = -1;

  private State state = State.IDENT;
  private PacketCipher cipher = new ClearCipher();
  private @Nullable InflatedPayload inflater;
  private long sequence;
  private int length = NO_LENGTH;
  private int scanned;
  private boolean sawReturn;

  private enum State {
    IDENT,
    PACKETS,
    OVER
  }

  @Override
  public @Nullable SshInput next(ByteBuf in) {
    return switch (state) {
      case IDENT -> ident(in);
      case PACKETS -> packet(in);
      case OVER -> null;
    };
  }

  @Override
  public void rekey(PacketCipher next, boolean restarts) {
    cipher = next;
    sequence = restarts ? 0 : sequence;
    close();
  }

  @Override
  public void inflate() {
    if (inflater == null) {
      inflater = new InflatedPayload();
    }
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.close();
      inflater = null;
    }
  }

  /** What is left behind input that was reported is reported no more. */
  @Override
  public Payload unfinished(Bytes unread) {
    return state == State.OVER ? Payload.EMPTY : Payload.of(unread);
  }

  /** As sshd does, byte by byte: a return only before the line's end, no zero bytes. */
  private @Nullable SshInput ident(ByteBuf in) {
    int start = in.readerIndex();
    while (start + scanned < in.writerIndex()) {
      byte c = in.getByte(start + scanned);
      scanned++;
      if (c == '\n') {
        return identified(in);
      }
      if (c == '\r') {
        sawReturn = true;
      } else if (c == 0 || sawReturn) {
        return noIdent(in, c == 0 ? "zero byte in identification" : "return within identification");
      } else if (scanned > MAX_IDENT) {
        return noIdent(in, "identification of over " + MAX_IDENT + " bytes");
      }
    }
    return sawReturn && scanned > MAX_IDENT * 2 ? noIdent(in, "returns without end") : null;
  }

  private SshInput identified(ByteBuf in) {
    byte[] line = take(in, scanned);
    int end = line.length - 1;
    while (end > 0 && line[end - 1] == '\r') {
      end--;
    }
    state = State.PACKETS;
    return new Ident(Bytes.of(line, 0, end), in.isReadable(), this);
  }

  private SshInput noIdent(ByteBuf in, String problem) {
    state = State.OVER;
    byte[] bytes = take(in, scanned);
    boolean more = in.isReadable();
    Bytes all = Bytes.of(PayloadWriter.join(bytes, take(in, in.readableBytes())));
    return new NoIdent(problem, all, more);
  }

  private @Nullable SshInput packet(ByteBuf in) {
    int head = cipher.headLength();
    if (length == NO_LENGTH) {
      if (in.readableBytes() < head) {
        return null;
      }
      byte[] first = ByteBufUtil.getBytes(in, in.readerIndex(), head);
      long told = cipher.lengthOf(first, sequence);
      if (told < MIN_PACKET || told > MAX_PACKET) {
        return corrupt(
            in, "packet length " + told + " (expected " + MIN_PACKET + " to " + MAX_PACKET + ")");
      }
      long counted = cipher.padsLength() ? told + Integer.BYTES : told;
      if (counted % cipher.blockSize() != 0) {
        return corrupt(
            in, "packet length " + told + " (expected blocks of " + cipher.blockSize() + ")");
      }
      length = (int) told;
    }
    int whole = Integer.BYTES + length + cipher.tagLength();
    return in.readableBytes() < whole ? null : open(in, whole);
  }

  private SshInput open(ByteBuf in, int whole) {
    length = NO_LENGTH;
    byte[] packet = take(in, whole);
    byte[] clear = cipher.open(packet, sequence);
    if (clear == null) {
      return corrupt(packet, "packet whose MAC does not hold", null);
    }
    int padding = Byte.toUnsignedInt(clear[0]);
    if (padding < MIN_PADDING) {
      return corrupt(
          packet,
          "padding of " + padding + " bytes (expected ≥ " + MIN_PADDING + ")",
          "Corrupted padlen " + padding + " on input.");
    }
    int end = clear.length - padding;
    if (end <= 1) {
      return corrupt(packet, "padding of " + padding + " bytes leaves no payload", null);
    }
    byte[] payload = Arrays.copyOfRange(clear, 1, end);
    if (inflater != null) {
      payload = inflater.inflate(payload, MAX_PACKET);
      if (payload == null || payload.length == 0) {
        return corrupt(packet, "payload that does not inflate", null);
      }
    }
    return new Packet(Bytes.of(payload), sequence++);
  }

  private SshInput corrupt(ByteBuf in, String problem) {
    return corrupt(take(in, in.readableBytes()), problem, null);
  }

  private SshInput corrupt(byte[] bytes, String problem, @Nullable String farewell) {
    state = State.OVER;
    return new Corrupt(problem, Bytes.of(bytes), farewell);
  }

  private static byte[] take(ByteBuf in, int length) {
    byte[] bytes = new byte[length];
    in.readBytes(bytes);
    return bytes;
  }
}
