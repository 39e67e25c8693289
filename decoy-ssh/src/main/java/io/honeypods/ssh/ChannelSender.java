package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.ssh.host.Pipe;
import org.jspecify.annotations.Nullable;

/** Our direction of a channel: as much at a time as the client's window takes. */
final class ChannelSender {
  private static final int UNHEARD = 256 * 1024;
  private static final long MAX_WINDOW = 0xffffffffL;
  private static final int STDERR = 1;

  private final long peer;
  private final int maxPacket;
  private long window;
  private long sinceAdjusted;

  ChannelSender(long peer, long window, long maxPacket) {
    this.peer = peer;
    this.window = window;
    this.maxPacket = (int) Math.max(1, maxPacket);
  }

  void adjust(long more) {
    window = Math.min(window + more, MAX_WINDOW);
    sinceAdjusted = 0;
  }

  /** Whether much was sent and nothing was said to it. */
  boolean isUnheard() {
    return sinceAdjusted > UNHEARD;
  }

  /** Sends what is in a pipe; whether there was anything. */
  boolean send(Pipe from, boolean error, @Nullable Recording recording, Turn turn) {
    boolean any = false;
    while (window > 0 && from.length() > 0) {
      String piece = from.take((int) Math.min(window, maxPacket));
      if (piece == null) {
        break;
      }
      any = true;
      window -= piece.length();
      sinceAdjusted += piece.length();
      if (recording != null) {
        recording.output(piece);
      }
      PayloadWriter message =
          PayloadWriter.message(error ? Msg.CHANNEL_EXTENDED_DATA : Msg.CHANNEL_DATA).u32(peer);
      turn.send((error ? message.u32(STDERR) : message).string(piece.getBytes(ISO_8859_1)));
    }
    return any;
  }
}
