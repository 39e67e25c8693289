package io.honeypods.decoy.net;

import io.honeypods.decoy.event.SynFingerprint;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Linux keeps of the SYN that opened a connection (<a
 * href="https://man7.org/linux/man-pages/man7/tcp.7.html">tcp(7)</a>), which takes no capability.
 */
final class SynReader {
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_SAVE_SYN = 27;
  private static final int TCP_SAVED_SYN = 28;

  /** The longest IPv4 or IPv6 header with the longest TCP header. */
  private static final int LENGTH = 256;

  /** Asks a listener to keep the SYN of each connection. */
  static final IntegerUnixChannelOption SAVE_SYN =
      new IntegerUnixChannelOption("TCP_SAVE_SYN", IPPROTO_TCP, TCP_SAVE_SYN);

  private static final RawUnixChannelOption SAVED_SYN =
      new RawUnixChannelOption("TCP_SAVED_SYN", IPPROTO_TCP, TCP_SAVED_SYN, LENGTH);

  private SynReader() {}

  /** The peer's SYN; null where the transport or the kernel does not tell. */
  static @Nullable SynFingerprint syn(Channel channel) {
    if (!(channel instanceof EpollSocketChannel epoll)) {
      return null;
    }
    try {
      ByteBuffer saved = epoll.config().getOption(SAVED_SYN);
      return saved == null ? null : SynPacket.parse(saved);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  /** The round-trip time as the handshake showed it; null where the transport does not tell. */
  static @Nullable Duration roundTrip(Channel channel) {
    if (!(channel instanceof EpollSocketChannel epoll)) {
      return null;
    }
    try {
      return Duration.ofNanos(epoll.tcpInfo().rtt() * 1000L);
    } catch (UncheckedIOException e) {
      return null;
    }
  }
}
