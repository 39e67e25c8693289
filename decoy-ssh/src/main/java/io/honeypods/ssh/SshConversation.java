package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.ssh.Penalties.Offence;
import io.honeypods.ssh.SshInput.Corrupt;
import io.honeypods.ssh.SshInput.Ident;
import io.honeypods.ssh.SshInput.NoIdent;
import io.honeypods.ssh.SshInput.Packet;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session of sshd, from the first line on. */
final class SshConversation implements Conversation<SshInput, Bytes> {
  private static final int LEAST_FORK_MILLIS = 8;
  private static final int MOST_FORK_MILLIS = 15;
  private static final int MAX_WAITING = 64;
  private static final Duration NEXT_LOOK = Duration.ofMillis(20);

  private final SshServer server;
  private final InetAddress source;
  private final Client client;
  private final Outbound out = new Outbound();
  private final Instant deadline;
  private final Deque<Packet> waiting = new ArrayDeque<>();
  private @Nullable Inbound inbound;
  private @Nullable Visitor visitor;
  private boolean counted;
  private boolean late;

  SshConversation(SshServer server, InetAddress source, Client client) {
    this.server = server;
    this.source = source;
    this.client = client;
    this.deadline = server.clock().instant().plus(server.grace());
  }

  /** The identification, after as long as a fork takes; or why there is none. */
  @Override
  public Step<SshInput, Bytes> greet() {
    var turn = new Turn(out);
    if (!server.enter(source)) {
      turn.line(server.profile().refusal() + "\r\n");
      turn.hangUp();
      return turn.step(this);
    }
    counted = true;
    turn.line(server.profile().ident() + "\r\n");
    turn.after(server.between(LEAST_FORK_MILLIS, MOST_FORK_MILLIS));
    return turn.step(this);
  }

  @Override
  public Step<SshInput, Bytes> receive(SshInput input) {
    var turn = new Turn(out);
    switch (input) {
      case Ident ident -> identify(ident, turn);
      case NoIdent none -> {
        turn.saw(new InputMalformed(none.problem(), Payload.of(none.bytes())));
        turn.refuse("Invalid SSH identification string.", none.more());
      }
      case Corrupt corrupt -> {
        turn.saw(new InputMalformed(corrupt.problem(), Payload.of(corrupt.bytes())));
        if (corrupt.farewell() != null) {
          turn.disconnect(corrupt.farewell());
        }
        turn.hangUp();
      }
      case Packet packet -> take(packet, turn);
    }
    return turn.step(this);
  }

  @Override
  public @Nullable Duration patience() {
    if (!waiting.isEmpty()) {
      return NEXT_LOOK;
    }
    if (isLoggedIn()) {
      return visitor == null ? null : visitor.patience();
    }
    Duration left = left();
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  @Override
  public Step<SshInput, Bytes> timeOut() {
    var turn = new Turn(out);
    if (!isLoggedIn() && !left().isPositive()) {
      late = true;
      turn.hangUp();
    } else if (!waiting.isEmpty()) {
      goOn(turn);
    } else if (visitor != null) {
      visitor.tick(turn);
    }
    return turn.step(this);
  }

  private boolean isLoggedIn() {
    return visitor != null && visitor.isLoggedIn();
  }

  /** What is left of the time to log in. */
  private Duration left() {
    return Duration.between(server.clock().instant(), deadline);
  }

  @Override
  public List<Event> end() {
    var events = new ArrayList<Event>();
    if (visitor != null) {
      events.addAll(visitor.end());
    }
    out.close();
    if (inbound != null) {
      inbound.close();
    }
    if (counted) {
      counted = false;
      server.leave();
      server.punish(source, offence());
    }
    return events;
  }

  private Offence offence() {
    if (late) {
      return Offence.GRACE_EXCEEDED;
    }
    return visitor != null && visitor.hasTried() ? Offence.FAILED_LOGIN : Offence.NO_LOGIN;
  }

  private void identify(Ident ident, Turn turn) {
    String line = ident.line().latin1();
    switch (Identification.of(line)) {
      case GOOD -> {
        inbound = ident.inbound();
        visitor = new Visitor(server, out, ident.inbound(), ident.line(), client);
        visitor.begin(turn);
      }
      case INVALID -> {
        turn.saw(
            new InputMalformed(
                "identification (expected SSH-2.0-software)", Payload.of(ident.line())));
        turn.refuse("Invalid SSH identification string.", ident.more());
      }
      case OTHER_MAJOR -> {
        turn.saw(new InputMalformed("protocol (expected 2.0)", Payload.of(ident.line())));
        turn.refuse("Protocol major versions differ.", ident.more());
      }
      case SCANNER -> {
        turn.saw(ClientReport.of(ident.line(), null));
        turn.hangUp();
      }
    }
  }

  /** Takes what had to wait for a key, if it is there by now. */
  private void goOn(Turn turn) {
    List<Packet> held = List.copyOf(waiting);
    waiting.clear();
    held.forEach(packet -> take(packet, turn));
  }

  private void take(Packet packet, Turn turn) {
    if (visitor == null) {
      throw new IllegalStateException("a packet before the identification");
    }
    if (!waiting.isEmpty() || visitor.mustWait(packet)) {
      waiting.addLast(packet);
      if (waiting.size() > MAX_WAITING) {
        turn.hangUp();
      }
      return;
    }
    try {
      visitor.receive(packet, turn);
    } catch (MalformedException e) {
      turn.saw(new InputMalformed(String.valueOf(e.getMessage()), Payload.of(packet.payload())));
      turn.hangUp();
    }
    if (counted && visitor.isLoggedIn()) {
      counted = false;
      server.leave();
    }
  }
}
