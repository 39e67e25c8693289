package io.honeypods.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One connection to an SSH server, driven by what the server sends. */
final class SshVisit {

  /** What is done again and again, or done once and held. */
  enum Kind {
    IDENT("curve25519-sha256", false),
    CURVE25519("curve25519-sha256", false),
    MLKEM("mlkem768x25519-sha256", false),
    SNTRUP("sntrup761x25519-sha512@openssh.com", false),
    /** Says nothing, and stays once the server has said what it is. */
    SILENT("curve25519-sha256", true),
    /** Stays after the key exchange. */
    EXCHANGED("curve25519-sha256", true);

    private final String kex;
    private final boolean stays;

    Kind(String kex, boolean stays) {
      this.kex = kex;
      this.stays = stays;
    }

    static Kind parse(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean stays() {
      return stays;
    }
  }

  /**
   * What visits of a kind send, made once.
   *
   * @param lists a KEXINIT by which no other way of exchange can be chosen
   * @param start the first message of the exchange
   */
  record Opening(Kind kind, ByteBuffer lists, ByteBuffer start) {
    static Opening of(Kind kind) {
      return new Opening(kind, SshPackets.lists(kind.kex), SshPackets.start(kind.kex));
    }
  }

  /** How far a visit is. */
  enum Progress {
    GOING_ON,
    DONE,
    FAILED
  }

  private enum Stage {
    IDENT,
    LISTS,
    REPLY,
    NEW_KEYS,
    OVER
  }

  private final Opening opening;
  private final SocketChannel channel;
  private final ByteBuffer in;
  private Stage stage = Stage.IDENT;

  private SshVisit(Opening opening, SocketChannel channel, ByteBuffer in) {
    this.opening = opening;
    this.channel = channel;
    this.in = in;
  }

  static SshVisit open(Opening opening, InetAddress source, InetSocketAddress server, ByteBuffer in)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.bind(new InetSocketAddress(source, 0));
    channel.connect(server);
    channel.configureBlocking(false);
    var visit = new SshVisit(opening, channel, in.clear());
    if (opening.kind != Kind.SILENT) {
      visit.send(SshPackets.IDENT);
    }
    return visit;
  }

  SocketChannel channel() {
    return channel;
  }

  boolean isOver() {
    return stage == Stage.OVER;
  }

  void close() throws IOException {
    channel.close();
  }

  /** Reads what there is and answers it. */
  Progress read() throws IOException {
    if (channel.read(in) < 0 || stage == Stage.OVER) {
      return Progress.FAILED;
    }
    in.flip();
    Progress progress = Progress.GOING_ON;
    while (progress == Progress.GOING_ON && hasNext()) {
      progress = stage == Stage.IDENT ? identified() : packet();
    }
    in.compact();
    stage = progress == Progress.DONE ? Stage.OVER : stage;
    return progress;
  }

  private boolean hasNext() {
    return stage == Stage.IDENT
        ? lineEnd() > 0
        : in.remaining() >= 6 && in.remaining() >= 4 + in.getInt(in.position());
  }

  /** Behind the first line's end; 0 where it is not there yet. */
  private int lineEnd() {
    for (int at = in.position(); at < in.limit(); at++) {
      if (in.get(at) == '\n') {
        return at + 1;
      }
    }
    return 0;
  }

  private Progress identified() throws IOException {
    boolean good = in.get(in.position()) == 'S';
    in.position(lineEnd());
    if (!good) {
      return Progress.FAILED;
    }
    if (opening.kind == Kind.IDENT || opening.kind == Kind.SILENT) {
      return Progress.DONE;
    }
    return on(Stage.LISTS, opening.lists);
  }

  private Progress packet() throws IOException {
    int at = in.position();
    int type = in.get(at + 5);
    in.position(at + 4 + in.getInt(at));
    return switch (stage) {
      case LISTS -> type == SshPackets.KEXINIT ? on(Stage.REPLY, opening.start) : Progress.FAILED;
      case REPLY -> {
        stage = Stage.NEW_KEYS;
        yield type == SshPackets.KEX_REPLY ? Progress.GOING_ON : Progress.FAILED;
      }
      case NEW_KEYS -> {
        send(SshPackets.NEW_KEYS);
        yield type == SshPackets.NEWKEYS ? Progress.DONE : Progress.FAILED;
      }
      case IDENT, OVER -> Progress.FAILED;
    };
  }

  private Progress on(Stage next, ByteBuffer packet) throws IOException {
    stage = next;
    send(packet);
    return Progress.GOING_ON;
  }

  private void send(ByteBuffer packet) throws IOException {
    ByteBuffer out = packet.duplicate();
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }
}
