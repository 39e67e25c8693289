package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.ssh.KexMethod.Agreement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.jspecify.annotations.Nullable;

/** A client that sends whatever it is told, and writes down what comes back. */
final class RawSsh implements AutoCloseable {
  static final String IDENT = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10";
  private static final int QUIET_MILLIS = 700;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;
  private final Outbound out = new Outbound();
  private final List<String> heard = new ArrayList<>();
  private PacketCipher cipher = new ClearCipher();
  private String serverIdent = "";
  private byte[] serverInit = {};
  private byte[] clientInit = {};
  private byte[] sessionId = {};
  private long sequence;

  RawSsh(InetSocketAddress address) throws IOException {
    socket = new Socket(address.getAddress(), address.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
    serverIdent = line();
  }

  byte[] sessionId() {
    return sessionId.clone();
  }

  List<String> heard() {
    return heard;
  }

  RawSsh raw(byte... bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  RawSsh raw(String latin1) throws IOException {
    return raw(latin1.getBytes(ISO_8859_1));
  }

  /** Identifies itself and reads the server's lists. */
  RawSsh ident() throws IOException {
    raw(IDENT + "\r\n");
    byte[] packet = read();
    serverInit = packet == null ? new byte[0] : packet;
    return this;
  }

  RawSsh packet(byte[] payload) throws IOException {
    return raw(out.packet(payload));
  }

  RawSsh packet(PayloadWriter payload) throws IOException {
    return packet(payload.bytes());
  }

  RawSsh init(KexInit lists) throws IOException {
    clientInit = lists.payload(new byte[KexInit.COOKIE]);
    return packet(clientInit);
  }

  /** A whole exchange by curve25519 and chacha20. */
  RawSsh exchange(String... signals) throws IOException {
    ident();
    var kex = new ArrayList<>(List.of("curve25519-sha256"));
    kex.addAll(Arrays.asList(signals));
    boolean strict = kex.contains("kex-strict-c-v00@openssh.com");
    KexInit offer = lists(kex, "ssh-ed25519", "chacha20-poly1305@openssh.com");
    init(offer);
    byte[] key = new byte[X25519.SCALAR_SIZE];
    X25519.generatePrivateKey(Randomness.SECURE, key);
    byte[] point = new byte[X25519.POINT_SIZE];
    X25519.scalarMultBase(key, 0, point, 0);
    packet(PayloadWriter.message(Msg.KEX_INIT).string(point));
    byte[] reply = read();
    read();
    PayloadReader reader = PayloadReader.ofMessage(reply == null ? new byte[0] : reply);
    byte[] blob = reader.string();
    byte[] theirs = reader.string();
    byte[] secret = new byte[X25519.POINT_SIZE];
    X25519.calculateAgreement(key, 0, theirs, 0, secret, 0);
    byte[] mpint = new PayloadWriter().mpint(secret).bytes();
    var transcript = new Transcript(IDENT, serverIdent);
    transcript.received(clientInit);
    transcript.sent(serverInit);
    var agreement = new Agreement(Bytes.of(theirs), Bytes.of(mpint));
    byte[] hash = transcript.hash("SHA-256", blob, new byte[0], point, agreement);
    sessionId = hash;
    var keys = new SessionKeys("SHA-256", mpint, hash, hash);
    Agreed agreed = Objects.requireNonNull(Agreed.between(offer, offer));
    packet(PayloadWriter.message(Msg.NEWKEYS));
    out.rekey(keys.inbound(agreed), strict);
    cipher = keys.outbound(agreed);
    sequence = strict ? 0 : sequence;
    return this;
  }

  /** As {@link #exchange} with the service for logins asked for. */
  RawSsh authentication(String... signals) throws IOException {
    exchange(signals);
    packet(PayloadWriter.message(Msg.SERVICE_REQUEST).text("ssh-userauth"));
    return this;
  }

  static KexInit lists(List<String> kex, String hostKey, String cipher) {
    return new KexInit(
        kex,
        List.of(hostKey),
        List.of(cipher),
        List.of(cipher),
        List.of("hmac-sha2-256"),
        List.of("hmac-sha2-256"),
        List.of("none"),
        List.of("none"),
        false);
  }

  /** Writes down all that comes until it is quiet or over. */
  List<String> listen() throws IOException {
    socket.setSoTimeout(QUIET_MILLIS);
    byte[] packet = read();
    while (packet != null) {
      packet = read();
    }
    return heard;
  }

  /**
   * Writes down lines in clear; whether the last line end comes before a RST or is lost to it is a
   * race that sshd runs with the kernel, and so left out. It goes on until it is quiet or over.
   */
  List<String> listenInClear() throws IOException {
    socket.setSoTimeout(QUIET_MILLIS);
    var got = new ByteArrayOutputStream();
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        got.write(c);
      }
      heard.add("text " + Bytes.of(got.toByteArray()));
      heard.add("FIN");
    } catch (SocketTimeoutException _) {
      heard.add("text " + Bytes.of(got.toByteArray()));
      heard.add("open");
    } catch (SocketException _) {
      heard.add("text " + Bytes.of(got.toByteArray()).latin1().stripTrailing());
      heard.add("RST");
    }
    return heard;
  }

  /** The next payload; null where there is none, which is written down. */
  byte @Nullable [] read() throws IOException {
    try {
      byte[] head = in.readNBytes(cipher.headLength());
      if (head.length < cipher.headLength()) {
        heard.add("FIN");
        return null;
      }
      int length = (int) cipher.lengthOf(head, sequence);
      int rest = Integer.BYTES + length + cipher.tagLength() - head.length;
      byte[] packet = PayloadWriter.join(head, in.readNBytes(rest));
      byte[] clear = cipher.open(packet, sequence++);
      if (clear == null) {
        heard.add("a packet that does not open");
        return null;
      }
      byte[] payload = Arrays.copyOfRange(clear, 1, clear.length - clear[0]);
      heard.add(Heard.describe(payload, length, clear[0]));
      return payload;
    } catch (SocketTimeoutException _) {
      heard.add("open");
    } catch (SocketException _) {
      heard.add("RST");
    }
    return null;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** A packet in clear of a given length and padding, whatever is true. */
  static byte[] forged(int length, int padding, byte[] rest) {
    return ByteBuffer.allocate(5 + rest.length)
        .putInt(length)
        .put((byte) padding)
        .put(rest)
        .array();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
