package io.honeypods.ssh;

import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.Text;
import java.util.Arrays;

/** The requests of a connection that belong to no channel: host keys, and forwarding to us. */
final class GlobalRequests {
  private final SshServer server;
  private final KeyExchange kex;
  private boolean noMoreSessions;

  GlobalRequests(SshServer server, KeyExchange kex) {
    this.server = server;
    this.kex = kex;
  }

  /** Tells all host keys, as OpenSSH does. */
  void begin(Turn turn) {
    PayloadWriter keys =
        PayloadWriter.message(Msg.GLOBAL_REQUEST).text("hostkeys-00@openssh.com").bool(false);
    server.hostKeys().keys().forEach(key -> keys.string(key.blob().toByteArray()));
    turn.send(keys);
  }

  boolean mayOpenSessions() {
    return !noMoreSessions;
  }

  void receive(PayloadReader reader, Turn turn) {
    String name = reader.cText();
    boolean wantsReply = reader.bool();
    switch (name) {
      case "no-more-sessions@openssh.com" -> {
        noMoreSessions = true;
        answer(wantsReply, true, turn);
      }
      case "hostkeys-prove-00@openssh.com" -> prove(reader, turn);
      case "tcpip-forward" -> {
        String host = reader.text();
        turn.saw(new TunnelRequested(name, Text.of(host), (int) reader.u32()));
        answer(wantsReply, false, turn);
      }
      case "streamlocal-forward@openssh.com" -> {
        turn.saw(new TunnelRequested(name, Text.of(reader.text()), 0));
        answer(wantsReply, false, turn);
      }
      default -> answer(wantsReply, false, turn);
    }
  }

  private static void answer(boolean wanted, boolean success, Turn turn) {
    if (wanted) {
      turn.send(PayloadWriter.message(success ? Msg.REQUEST_SUCCESS : Msg.REQUEST_FAILURE));
    }
  }

  private void prove(PayloadReader reader, Turn turn) {
    PayloadWriter proofs = PayloadWriter.message(Msg.REQUEST_SUCCESS);
    while (reader.remaining() > 0) {
      byte[] blob = reader.string();
      HostKey key =
          server.hostKeys().keys().stream()
              .filter(each -> Arrays.equals(each.blob().toByteArray(), blob))
              .findFirst()
              .orElseThrow(() -> new MalformedException("proof of a key that is not ours"));
      byte[] proven =
          new PayloadWriter()
              .text("hostkeys-prove-00@openssh.com")
              .string(kex.sessionId())
              .string(blob)
              .bytes();
      proofs.string(key.sign(key.algorithms().getFirst(), proven));
    }
    turn.send(proofs);
  }
}
