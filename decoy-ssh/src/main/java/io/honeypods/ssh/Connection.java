package io.honeypods.ssh;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client that logged in asks for: <a href="https://www.rfc-editor.org/rfc/rfc4254">RFC
 * 4254</a>.
 */
final class Connection {
  private static final int MAX_SESSIONS = 10;
  private static final int PROHIBITED = 1;
  private static final int CONNECT_FAILED = 2;
  private static final int MAX_PACKET = 32_768;

  private final SshServer server;
  private final Visit visit;
  private final KeyExchange kex;
  private final Map<Long, SessionChannel> channels = new HashMap<>();
  private boolean noMoreSessions;

  Connection(SshServer server, Visit visit, KeyExchange kex) {
    this.server = server;
    this.visit = visit;
    this.kex = kex;
  }

  /** Tells all host keys, as OpenSSH does. */
  void begin(Turn turn) {
    PayloadWriter keys =
        PayloadWriter.message(Msg.GLOBAL_REQUEST).text("hostkeys-00@openssh.com").bool(false);
    server.hostKeys().keys().forEach(key -> keys.string(key.blob().toByteArray()));
    turn.send(keys);
  }

  @Nullable Duration patience() {
    return visit.patience();
  }

  /** Time has passed: what runs goes on. */
  void tick(Turn turn) {
    visit.run(channels.values(), turn);
  }

  List<Event> end() {
    channels.values().forEach(SessionChannel::hangUp);
    channels.clear();
    return visit.end();
  }

  /** Takes a message; false where it is none for us. */
  boolean receive(byte[] payload, Turn turn) {
    boolean known = dispatch(payload, turn);
    if (known && !turn.isOver()) {
      visit.run(channels.values(), turn);
    }
    return known;
  }

  private boolean dispatch(byte[] payload, Turn turn) {
    PayloadReader reader = PayloadReader.ofMessage(payload);
    switch (Byte.toUnsignedInt(payload[0])) {
      case Msg.GLOBAL_REQUEST -> global(reader, turn);
      case Msg.CHANNEL_OPEN -> open(reader, turn);
      case Msg.CHANNEL_REQUEST -> {
        SessionChannel channel = channel(reader, turn);
        if (channel != null) {
          channel.request(reader, turn);
        }
      }
      case Msg.CHANNEL_DATA -> {
        SessionChannel channel = channel(reader, turn);
        if (channel != null) {
          channel.data(reader.string(), turn);
        }
      }
      case Msg.CHANNEL_EXTENDED_DATA -> {
        channel(reader, turn);
      }
      case Msg.CHANNEL_WINDOW_ADJUST -> {
        SessionChannel channel = channel(reader, turn);
        if (channel != null) {
          channel.adjust(reader.u32());
        }
      }
      case Msg.CHANNEL_EOF -> {
        SessionChannel channel = channel(reader, turn);
        if (channel != null) {
          channel.endOfInput();
        }
      }
      case Msg.CHANNEL_CLOSE -> {
        long id = reader.u32();
        SessionChannel channel = channels.remove(id);
        if (channel != null) {
          channel.close(turn);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private @Nullable SessionChannel channel(PayloadReader reader, Turn turn) {
    long id = reader.u32();
    SessionChannel channel = channels.get(id);
    if (channel == null) {
      turn.disconnect("packet referred to nonexistent channel " + id);
    }
    return channel;
  }

  private void global(PayloadReader reader, Turn turn) {
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
              .filter(each -> java.util.Arrays.equals(each.blob().toByteArray(), blob))
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

  private void open(PayloadReader reader, Turn turn) {
    String type = reader.cText();
    long peer = reader.u32();
    long window = reader.u32();
    long packet = reader.u32();
    if (type.equals("session") && !noMoreSessions && channels.size() < MAX_SESSIONS) {
      long id = freeId();
      channels.put(id, new SessionChannel(visit, peer, window, Math.min(packet, MAX_PACKET)));
      turn.send(
          PayloadWriter.message(Msg.CHANNEL_OPEN_CONFIRMATION)
              .u32(peer)
              .u32(id)
              .u32(0)
              .u32(MAX_PACKET));
      return;
    }
    turn.send(
        PayloadWriter.message(Msg.CHANNEL_OPEN_FAILURE)
            .u32(peer)
            .u32(tunnel(type, reader, turn) ? PROHIBITED : CONNECT_FAILED)
            .text("open failed")
            .text(""));
  }

  private static boolean tunnel(String type, PayloadReader reader, Turn turn) {
    boolean tcp = type.equals("direct-tcpip");
    boolean local = type.equals("direct-streamlocal@openssh.com");
    if (!tcp && !local && !type.equals("tun@openssh.com")) {
      return false;
    }
    Text host = tcp || local ? Text.of(reader.text()) : Text.EMPTY;
    turn.saw(new TunnelRequested(type, host, tcp ? (int) reader.u32() : 0));
    return true;
  }

  private long freeId() {
    long id = 0;
    while (channels.containsKey(id)) {
      id++;
    }
    return id;
  }
}
