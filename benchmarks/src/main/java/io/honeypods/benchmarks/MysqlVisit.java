package io.honeypods.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One connection to a MySQL server, driven by what the server sends. */
final class MysqlVisit {
  private static final int OK = 0;
  private static final int ERROR = 0xff;
  private static final int END_OR_SWITCH = 0xfe;

  /** What is done again and again. */
  enum Kind {
    /** Connects, reads the greeting and closes. */
    GREETING,
    /** Logs in, quits and waits for the server to close. */
    LOGIN,
    /** Logs in with a wrong password and waits for the server to close. */
    FAILED,
    /** Asks {@code SELECT 1} on a connection that stays. */
    QUERY,
    /** Logs in and stays. */
    IDLE;

    static Kind parse(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /** How far a visit is. */
  enum Progress {
    GOING_ON,
    /** Once more done; the connection is over. */
    DONE,
    /** Once more done; the connection stays. */
    DONE_STAYING,
    FAILED
  }

  private enum Stage {
    GREETING,
    LOGIN,
    RESULT,
    CLOSING
  }

  private final Kind kind;
  private final SocketChannel channel;
  private final ByteBuffer in;
  private Stage stage = Stage.GREETING;
  private int ends;

  private MysqlVisit(Kind kind, SocketChannel channel, ByteBuffer in) {
    this.kind = kind;
    this.channel = channel;
    this.in = in;
  }

  static MysqlVisit open(Kind kind, InetAddress source, InetSocketAddress server, ByteBuffer in)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.bind(new InetSocketAddress(source, 0));
    channel.connect(server);
    channel.configureBlocking(false);
    return new MysqlVisit(kind, channel, in.clear());
  }

  SocketChannel channel() {
    return channel;
  }

  void close() throws IOException {
    channel.close();
  }

  /** Reads what there is and answers it. */
  Progress read() throws IOException {
    if (channel.read(in) < 0) {
      return stage == Stage.CLOSING ? Progress.DONE : Progress.FAILED;
    }
    in.flip();
    Progress progress = Progress.GOING_ON;
    while (progress == Progress.GOING_ON && hasPacket()) {
      int length = length();
      var body = in.slice(in.position() + 4, length);
      in.position(in.position() + 4 + length);
      progress = take(body, length == 0 ? ERROR : body.get(0) & 0xff);
    }
    in.compact();
    return progress;
  }

  private boolean hasPacket() {
    return in.remaining() >= 4 && in.remaining() >= 4 + length();
  }

  private int length() {
    int at = in.position();
    return (in.get(at) & 0xff) | (in.get(at + 1) & 0xff) << 8 | (in.get(at + 2) & 0xff) << 16;
  }

  private Progress take(ByteBuffer body, int type) throws IOException {
    return switch (stage) {
      case GREETING -> greeted(body, type);
      case LOGIN -> answered(body, type);
      case RESULT -> result(body, type);
      case CLOSING -> Progress.FAILED;
    };
  }

  private Progress greeted(ByteBuffer body, int type) throws IOException {
    if (type == ERROR) {
      return Progress.FAILED;
    }
    if (kind == Kind.GREETING) {
      return Progress.DONE;
    }
    stage = Stage.LOGIN;
    return send(MysqlPackets.login(body, password()));
  }

  private Progress answered(ByteBuffer body, int type) throws IOException {
    if (type == END_OR_SWITCH) {
      return send(MysqlPackets.proofAgain(body, password()));
    }
    if ((type == OK) == (kind == Kind.FAILED)) {
      return Progress.FAILED;
    }
    stage = Stage.CLOSING;
    return switch (kind) {
      case GREETING, FAILED -> Progress.GOING_ON;
      case LOGIN -> send(MysqlPackets.QUIT);
      case QUERY -> ask();
      case IDLE -> Progress.DONE_STAYING;
    };
  }

  private Progress result(ByteBuffer body, int type) throws IOException {
    if (type == ERROR) {
      return Progress.FAILED;
    }
    ends += type == END_OR_SWITCH && body.limit() < 9 ? 1 : 0;
    if (ends < 2) {
      return Progress.GOING_ON;
    }
    ask();
    return Progress.DONE_STAYING;
  }

  private Progress ask() throws IOException {
    stage = Stage.RESULT;
    ends = 0;
    return send(MysqlPackets.SELECT);
  }

  private Progress send(ByteBuffer packet) throws IOException {
    ByteBuffer out = packet.duplicate();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    return Progress.GOING_ON;
  }

  private String password() {
    return kind == Kind.FAILED ? "wrong" : "";
  }
}
