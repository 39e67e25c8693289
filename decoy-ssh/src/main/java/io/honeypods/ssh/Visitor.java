package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Payload;
import io.honeypods.ssh.SshInput.Packet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that has said what it is: hands its packets to whom they are for. */
final class Visitor {
  private final SshServer server;
  private final Outbound out;
  private final Inbound in;
  private final Bytes ident;
  private final Client client;
  private final KeyExchange kex;
  private final Authentication authentication;
  private @Nullable Connection connection;
  private boolean reported;

  Visitor(SshServer server, Outbound out, Inbound in, Bytes ident, Client client) {
    this.server = server;
    this.out = out;
    this.in = in;
    this.ident = ident;
    this.client = client;
    this.kex = new KeyExchange(server, out, in, ident.latin1());
    this.authentication = new Authentication(server);
  }

  void begin(Turn turn) {
    kex.begin(turn);
  }

  boolean isLoggedIn() {
    return connection != null;
  }

  boolean hasTried() {
    return authentication.hasTried();
  }

  @Nullable Duration patience() {
    return connection == null ? null : connection.patience();
  }

  void tick(Turn turn) {
    if (connection != null) {
      connection.tick(turn);
    }
  }

  /** What was not said yet. */
  List<Event> end() {
    var events = new ArrayList<Event>();
    if (!reported) {
      reported = true;
      events.add(ClientReport.of(ident, null));
    }
    if (connection != null) {
      events.addAll(connection.end());
    }
    return events;
  }

  /** Whether a packet cannot be answered before all our keys are made. */
  boolean mustWait(Packet packet) {
    boolean logsIn = Byte.toUnsignedInt(packet.payload().at(0)) == Msg.USERAUTH_REQUEST;
    return kex.mustWait() || (logsIn && !server.hostKeys().isReady());
  }

  void receive(Packet packet, Turn turn) {
    byte[] payload = packet.payload().toByteArray();
    int type = Byte.toUnsignedInt(payload[0]);
    if (type == 0 || (type >= Msg.LOCAL_MIN && !isPing(type))) {
      unexpected(packet, turn);
      if (type == 0 || !server.profile().isModern()) {
        turn.disconnect("Invalid ssh2 packet type: " + type);
      }
      turn.hangUp();
    } else if ((kex.isStrictNow() && type != Msg.DISCONNECT) || !noted(type, payload, turn)) {
      dispatch(type, packet, turn);
    }
    report(turn);
  }

  private boolean isPing(int type) {
    return (type == Msg.PING || type == Msg.PONG) && server.profile().isModern();
  }

  /** Takes the messages that may come at any time. */
  private boolean noted(int type, byte[] payload, Turn turn) {
    PayloadReader reader = PayloadReader.ofMessage(payload);
    switch (type) {
      case Msg.IGNORE -> {}
      case Msg.DEBUG -> {
        reader.bool();
        reader.string();
        reader.string();
      }
      case Msg.UNIMPLEMENTED -> reader.u32();
      case Msg.DISCONNECT -> turn.hangUp();
      case Msg.PING -> {
        byte[] data = reader.string();
        if (isLoggedIn()) {
          turn.send(PayloadWriter.message(Msg.PONG).string(data));
        }
      }
      case Msg.PONG -> reader.string();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void dispatch(int type, Packet packet, Turn turn) {
    byte[] payload = packet.payload().toByteArray();
    if (kex.isInitial()) {
      if (type > Msg.TRANSPORT_MAX) {
        unexpected(packet, turn);
        turn.hangUp();
      } else if (!kex.receive(payload, packet.sequence(), turn)) {
        refuseInExchange(type, packet, turn);
      }
    } else if (connection == null) {
      if (!authentication.receive(payload, kex, turn)) {
        unimplemented(packet, turn);
      } else if (authentication.user() != null && !turn.isOver()) {
        enter(turn);
      }
    } else if (type <= Msg.TRANSPORT_MAX) {
      rekey(packet, turn);
    } else if (!connection.receive(payload, turn)) {
      unimplemented(packet, turn);
    }
  }

  private void rekey(Packet packet, Turn turn) {
    boolean wasRunning = kex.isRunning();
    if (!kex.receive(packet.payload().toByteArray(), packet.sequence(), turn)) {
      unimplemented(packet, turn);
    } else if (wasRunning && !kex.isRunning()) {
      compress();
    }
  }

  private void refuseInExchange(int type, Packet packet, Turn turn) {
    if (kex.isStrictNow()) {
      turn.saw(
          new InputMalformed(
              "message " + type + " in a strict key exchange", Payload.of(packet.payload())));
      turn.disconnect(
          "strict KEX violation: unexpected packet type %d (seqnr %d)"
              .formatted(type, packet.sequence()));
    } else {
      unimplemented(packet, turn);
    }
  }

  private void enter(Turn turn) {
    compress();
    connection =
        new Connection(
            server,
            new Visit(server, java.util.Objects.requireNonNull(authentication.user()), client),
            kex);
    connection.begin(turn);
  }

  private void compress() {
    if (kex.deflates()) {
      out.deflate();
    }
    if (kex.inflates()) {
      in.inflate();
    }
  }

  private static void unimplemented(Packet packet, Turn turn) {
    unexpected(packet, turn);
    turn.unimplemented(packet.sequence());
  }

  private static void unexpected(Packet packet, Turn turn) {
    int type = Byte.toUnsignedInt(packet.payload().at(0));
    turn.saw(new InputMalformed("message " + type + " out of place", Payload.of(packet.payload())));
  }

  private void report(Turn turn) {
    KexInit client = kex.client();
    if (!reported && client != null) {
      reported = true;
      turn.saw(ClientReport.of(ident, client));
    }
  }
}
