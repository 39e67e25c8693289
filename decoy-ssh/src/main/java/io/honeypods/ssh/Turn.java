package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.decoy.net.Step.Ending;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is done about one message: packets that go out together, events, an end. */
final class Turn {
  private static final int DISCONNECT_PROTOCOL_ERROR = 2;

  private final Outbound out;
  private final List<Bytes> replies = new ArrayList<>();
  private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
  private final List<Event> seen = new ArrayList<>();
  private Ending ending = Ending.NONE;
  private Duration delay = Duration.ZERO;

  Turn(Outbound out) {
    this.out = out;
  }

  void send(byte[] payload) {
    packets.writeBytes(out.packet(payload));
  }

  void send(PayloadWriter payload) {
    send(payload.bytes());
  }

  /** Sends a line in clear, in a write of its own. */
  void line(String text) {
    flush();
    replies.add(Bytes.ofLatin1(text));
  }

  /** Sends all so far in a write of its own. */
  void flush() {
    if (packets.size() > 0) {
      replies.add(Bytes.of(packets.toByteArray()));
      packets.reset();
    }
  }

  void saw(Event event) {
    seen.add(event);
  }

  void after(Duration wait) {
    delay = wait;
  }

  void end(Ending how) {
    ending = how;
  }

  /** Ends without a word. */
  void hangUp() {
    ending = Ending.HANG_UP;
  }

  /** Ends as sshd does when it says why. */
  void disconnect(String text) {
    send(PayloadWriter.message(Msg.DISCONNECT).u32(DISCONNECT_PROTOCOL_ERROR).text(text).text(""));
    ending = Ending.HANG_UP;
  }

  /**
   * Text and line end are written apart. What is left unread makes the end a RST, which overtakes
   * the second write: it waits for the first to be acknowledged.
   */
  void refuse(String text, boolean leavesBytes) {
    line(text);
    if (leavesBytes) {
      end(Ending.RESET);
    } else {
      line("\r\n");
      hangUp();
    }
  }

  void unimplemented(long sequence) {
    send(PayloadWriter.message(Msg.UNIMPLEMENTED).u32(sequence));
  }

  boolean isOver() {
    return ending != Ending.NONE;
  }

  Step<SshInput, Bytes> step(Conversation<SshInput, Bytes> next) {
    flush();
    return new Step<>(next, replies, seen, ending, delay, null);
  }
}
