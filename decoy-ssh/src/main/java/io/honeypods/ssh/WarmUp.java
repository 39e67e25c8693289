package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.util.List;

/** Does often enough what the first visitors would otherwise wait for. */
final class WarmUp {
  private static final int ROUNDS = 12;
  private static final byte[] IDENT = Bytes.ofLatin1("SSH-2.0-OpenSSH_9.2p1\r\n").toByteArray();

  private WarmUp() {}

  /**
   * Plays visitors to itself, until the classes are there and the code is warm. Nobody is told of
   * them, and they do not count.
   */
  static void run(SshServer server) {
    List<String> kex = server.proposal().kex();
    for (int i = 0; i < ROUNDS; i++) {
      visit(server, "curve25519-sha256");
      visit(server, kex.getFirst());
      for (HostKey key : server.hostKeys().quick()) {
        key.sign(key.algorithms().getFirst(), IDENT);
      }
    }
    new Umac(new byte[16], 8).tag(0, IDENT, 0, IDENT.length);
  }

  /** A visit until the server has sent its first packet with keys. */
  private static void visit(SshServer server, String kex) {
    var nobody = new Client("", "0.0.0.0", 0, "0.0.0.0", 0);
    var conversation = new SshConversation(server, InetAddress.ofLiteral("0.0.0.0"), nobody);
    conversation.greet();
    var framing = new SshFraming();
    var out = new Outbound();
    ByteBuf bytes =
        Unpooled.wrappedBuffer(
            IDENT,
            out.packet(only(kex, server.proposal()).payload(new byte[KexInit.COOKIE])),
            out.packet(PayloadWriter.message(Msg.KEX_INIT).string(anyPublic(kex)).bytes()));
    for (SshInput input = framing.next(bytes); input != null; input = framing.next(bytes)) {
      conversation.receive(input);
    }
    bytes.release();
    conversation.end();
  }

  private static KexInit only(String kex, KexInit all) {
    return new KexInit(
        List.of(kex),
        List.of("ssh-ed25519", "ecdsa-sha2-nistp256", "rsa-sha2-512"),
        all.ciphersIn(),
        all.ciphersOut(),
        all.macsIn(),
        all.macsOut(),
        all.compressionIn(),
        all.compressionOut(),
        false);
  }

  /** Zeros, which any encapsulation takes for a key, and the base point of the curve. */
  private static byte[] anyPublic(String kex) {
    byte[] point = new byte[32];
    point[0] = 9;
    return KexMethod.of(kex) instanceof KexMethod.Hybrid hybrid
        ? PayloadWriter.join(new byte[hybrid.kem().publicKey()], point)
        : point;
  }
}
