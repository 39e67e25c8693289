package io.honeypods.ssh;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

  private final Visit visit;
  private final GlobalRequests requests;
  private final Map<Long, SessionChannel> channels = new HashMap<>();

  Connection(SshServer server, Visit visit, KeyExchange kex) {
    this.visit = visit;
    this.requests = new GlobalRequests(server, kex);
  }

  void begin(Turn turn) {
    requests.begin(turn);
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
      case Msg.GLOBAL_REQUEST -> requests.receive(reader, turn);
      case Msg.CHANNEL_OPEN -> open(reader, turn);
      case Msg.CHANNEL_REQUEST -> on(reader, turn, channel -> channel.request(reader, turn));
      case Msg.CHANNEL_DATA -> on(reader, turn, channel -> channel.data(reader.string(), turn));
      case Msg.CHANNEL_EXTENDED_DATA -> on(reader, turn, _ -> {});
      case Msg.CHANNEL_WINDOW_ADJUST -> on(reader, turn, channel -> channel.adjust(reader.u32()));
      case Msg.CHANNEL_EOF -> on(reader, turn, SessionChannel::endOfInput);
      case Msg.CHANNEL_CLOSE -> {
        SessionChannel channel = channels.remove(reader.u32());
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

  /** Does something with the channel that a message names. */
  private void on(PayloadReader reader, Turn turn, Consumer<SessionChannel> action) {
    long id = reader.u32();
    SessionChannel channel = channels.get(id);
    if (channel == null) {
      turn.disconnect("packet referred to nonexistent channel " + id);
    } else {
      action.accept(channel);
    }
  }

  private void open(PayloadReader reader, Turn turn) {
    String type = reader.cText();
    long peer = reader.u32();
    long window = reader.u32();
    long packet = reader.u32();
    if (type.equals("session") && requests.mayOpenSessions() && channels.size() < MAX_SESSIONS) {
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
