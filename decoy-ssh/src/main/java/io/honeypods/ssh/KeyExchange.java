package io.honeypods.ssh;

import io.honeypods.ssh.KexMethod.Agreement;
import org.jspecify.annotations.Nullable;

/** The key exchanges of one session, one after the other. */
final class KeyExchange {
  private final SshServer server;
  private final Outbound out;
  private final Inbound in;
  private final Transcript transcript;
  private final KexInit proposal;

  private Stage stage = Stage.IDLE;
  private @Nullable KexInit client;
  private @Nullable Agreed agreed;
  private @Nullable GroupExchange group;
  private @Nullable PacketCipher nextInbound;
  private byte @Nullable [] sessionId;
  private boolean strict;
  private boolean ignoresNext;
  private boolean ended;

  private enum Stage {
    IDLE,
    INIT,
    EXCHANGE,
    NEW_KEYS
  }

  KeyExchange(SshServer server, Outbound out, Inbound in, String clientIdent) {
    this.server = server;
    this.out = out;
    this.in = in;
    this.transcript = new Transcript(clientIdent, server.profile().ident());
    this.proposal = server.proposal().without(Compatibility.shunned(server.profile(), clientIdent));
  }

  /** Sends our lists. */
  void begin(Turn turn) {
    byte[] ourInit = proposal.payload(server.random(KexInit.COOKIE));
    transcript.sent(ourInit);
    stage = Stage.INIT;
    turn.send(ourInit);
  }

  /** Whether the first exchange is not over yet. */
  boolean isInitial() {
    return !ended;
  }

  boolean isRunning() {
    return stage != Stage.IDLE;
  }

  /** Whether the first exchange goes by the rules that leave no room for other messages. */
  boolean isStrictNow() {
    return strict && !ended;
  }

  /** Whether an exchange waits for a key of ours that is still being made. */
  boolean mustWait() {
    return stage == Stage.EXCHANGE
        && agreed != null
        && !server.hostKeys().isReady(agreed.hostKey());
  }

  /** What the client offered; null before it did. */
  @Nullable KexInit client() {
    return client;
  }

  byte[] sessionId() {
    return sessionId == null ? new byte[0] : sessionId.clone();
  }

  /** Whether the client takes extensions. */
  boolean isExtended() {
    return client != null && client.kex().contains("ext-info-c");
  }

  boolean deflates() {
    return agreed != null && agreed.compressionOut().equals("zlib@openssh.com");
  }

  boolean inflates() {
    return agreed != null && agreed.compressionIn().equals("zlib@openssh.com");
  }

  /** Takes a message of the exchange; false where it is none that is expected now. */
  boolean receive(byte[] payload, long sequence, Turn turn) {
    int type = Byte.toUnsignedInt(payload[0]);
    return switch (stage) {
      case IDLE -> type == Msg.KEXINIT && again(payload, sequence, turn);
      case INIT -> type == Msg.KEXINIT && init(payload, sequence, turn);
      case EXCHANGE -> exchange(type, payload, turn);
      case NEW_KEYS -> type == Msg.NEWKEYS && newKeys(payload, turn);
    };
  }

  private boolean again(byte[] payload, long sequence, Turn turn) {
    begin(turn);
    return init(payload, sequence, turn);
  }

  private boolean init(byte[] payload, long sequence, Turn turn) {
    KexInit offered = KexInit.parse(payload);
    client = offered;
    transcript.received(payload);
    strict |= !ended && offered.kex().contains("kex-strict-c-v00@openssh.com");
    if (isStrictNow() && sequence != 0) {
      turn.disconnect("strict KEX violation: KEXINIT was not the first packet");
      return true;
    }
    agreed = Agreed.between(offered, proposal);
    if (agreed == null) {
      turn.hangUp();
      return true;
    }
    ignoresNext = agreed.guessedWrong();
    group = null;
    stage = Stage.EXCHANGE;
    return true;
  }

  private boolean exchange(int type, byte[] payload, Turn turn) {
    Agreed by = java.util.Objects.requireNonNull(agreed);
    boolean byGroup = by.kex().equals("diffie-hellman-group-exchange-sha256");
    int expected = byGroup ? (group == null ? Msg.GEX_REQUEST : Msg.GEX_INIT) : Msg.KEX_INIT;
    if (ignoresNext && type >= Msg.KEX_INIT && type <= Msg.TRANSPORT_MAX) {
      ignoresNext = false;
      return true;
    }
    if (type != expected) {
      return false;
    }
    PayloadReader reader = PayloadReader.ofMessage(payload);
    if (byGroup && group == null) {
      group = GroupExchange.request(reader, server, turn);
      return true;
    }
    byte[] theirs = reader.string();
    reader.end();
    if (group == null) {
      KexMethod method = KexMethod.of(by.kex());
      reply(by, Msg.KEX_REPLY, new byte[0], theirs, method.agree(theirs), method.digest(), turn);
    } else {
      Agreement ours = group.group().agree(theirs, 256);
      reply(by, Msg.GEX_REPLY, group.hashed().toByteArray(), theirs, ours, "SHA-256", turn);
    }
    return true;
  }

  private void reply(
      Agreed by,
      int type,
      byte[] parameters,
      byte[] theirs,
      Agreement ours,
      String digest,
      Turn turn) {
    HostKey key = server.hostKeys().by(by.hostKey());
    byte[] blob = key.blob().toByteArray();
    byte[] hash = transcript.hash(digest, blob, parameters, theirs, ours);
    if (sessionId == null) {
      sessionId = hash;
    }
    var keys = new SessionKeys(digest, ours.secret().toByteArray(), hash, sessionId);
    turn.send(
        PayloadWriter.message(type)
            .string(blob)
            .string(ours.publicValue().toByteArray())
            .string(key.sign(by.hostKey(), hash)));
    turn.send(PayloadWriter.message(Msg.NEWKEYS));
    out.rekey(keys.outbound(by), strict);
    nextInbound = keys.inbound(by);
    stage = Stage.NEW_KEYS;
    extensions(turn);
  }

  private void extensions(Turn turn) {
    if (!ended && isExtended()) {
      turn.send(server.extensions());
    }
  }

  private boolean newKeys(byte[] payload, Turn turn) {
    PayloadReader.ofMessage(payload).end();
    in.rekey(java.util.Objects.requireNonNull(nextInbound), strict);
    nextInbound = null;
    transcript.forget();
    stage = Stage.IDLE;
    ended = true;
    return !turn.isOver();
  }
}
