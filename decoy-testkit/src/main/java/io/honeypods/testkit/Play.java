package io.honeypods.testkit;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Framing;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Step;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.decoy.net.TlsParameters;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session, driven by hand: what the network does is a call, and what comes of it can be looked
 * at in between. Delays and patience are data, nothing waits.
 *
 * <p>It is stricter than the network: a framing that holds on to a buffer reads garbage later, and
 * one that goes on and on without reading a byte is an error.
 */
public final class Play<I, O> {
  private static final int MAX_IDLE_MESSAGES = 16;
  private static final byte GARBAGE = (byte) 0xee;

  private final ManualClock clock = new ManualClock();
  private final Framing<I> framing;
  private final ReplyEncoder<O> encoder;
  private final List<Bytes> replies = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private Conversation<I, O> conversation;
  private Bytes unread = Bytes.EMPTY;
  private Ending ending = Ending.NONE;
  private boolean gone;
  private boolean tlsAsked;

  private Play(Protocol<I, O> protocol) {
    this.framing = protocol.framing().get();
    this.encoder = protocol.encoder();
    this.conversation = protocol.conversation().apply(clock);
  }

  static <I, O> Play<I, O> begin(Protocol<I, O> protocol) {
    var play = new Play<>(protocol);
    play.take(play.conversation.greet());
    return play;
  }

  /** The peer sends something; once the session is over nobody hears it. */
  public void send(Bytes fragment) {
    if (isOver()) {
      return;
    }
    ByteBuf in = Unpooled.buffer(unread.length() + fragment.length() + 1);
    in.writeBytes(unread.asByteBuffer()).writeBytes(fragment.asByteBuffer());
    receive(in);
    unread = Bytes.of(ByteBufUtil.getBytes(in));
    for (int i = 0; i < in.writerIndex(); i++) {
      in.setByte(i, GARBAGE);
    }
  }

  /** The peer will send no more, but still listens. */
  public void finish() {
    if (!isOver()) {
      take(conversation.finish());
    }
  }

  /** The peer says nothing until our patience is over, and the clock says so. */
  public void timeOut() {
    Duration patience = patience();
    if (patience == null) {
      throw new IllegalStateException("nobody waits in " + conversation + " (expected patience)");
    }
    clock.advance(patience);
    take(conversation.timeOut());
  }

  /** TLS that our side asked for comes about. */
  public void secure(TlsParameters agreed) {
    requireTls();
    take(conversation.secured(agreed));
  }

  /** TLS that our side asked for does not come about. */
  public void failToSecure(String problem) {
    requireTls();
    take(conversation.notSecured(problem));
  }

  /** The peer is gone, unless we hung up before. */
  public void leave() {
    if (!isOver()) {
      gone = true;
      events.addAll(conversation.end());
    }
  }

  public ManualClock clock() {
    return clock;
  }

  /** The state the conversation is in. */
  public Conversation<I, O> conversation() {
    return conversation;
  }

  /** How long our side waits for the peer now; null for ever, and once it is over. */
  public @Nullable Duration patience() {
    return isOver() ? null : conversation.patience();
  }

  public boolean isOver() {
    return gone || ending != Ending.NONE;
  }

  /** How our side ended, exactly. */
  public Ending ending() {
    return ending;
  }

  /** Everything sent so far, each reply as it was flushed. */
  public List<Bytes> replies() {
    return List.copyOf(replies);
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  public List<Duration> delays() {
    return List.copyOf(delays);
  }

  /** What the framing has been shown and left. */
  public Bytes unread() {
    return unread;
  }

  public Outcome outcome() {
    return new Outcome(replies, events, delays, ending);
  }

  private void requireTls() {
    if (!tlsAsked) {
      throw new IllegalStateException("no TLS in " + conversation + " (expected a step with it)");
    }
    tlsAsked = false;
  }

  private void receive(ByteBuf in) {
    int idle = 0;
    while (!isOver()) {
      int before = in.readableBytes();
      I message = framing.next(in);
      if (message == null) {
        return;
      }
      idle = in.readableBytes() == before ? idle + 1 : 0;
      if (idle > MAX_IDLE_MESSAGES) {
        throw new IllegalStateException("%d messages of no byte: %s".formatted(idle, message));
      }
      take(conversation.receive(message));
    }
  }

  private void take(Step<I, O> step) {
    conversation = step.next();
    events.addAll(step.seen());
    if (!step.delay().isZero()) {
      delays.add(step.delay());
    }
    for (O reply : step.replies()) {
      ByteBuf out = encoder.encode(reply, UnpooledByteBufAllocator.DEFAULT);
      replies.add(Bytes.of(ByteBufUtil.getBytes(out)));
      out.release();
    }
    tlsAsked = step.tls() != null;
    ending = step.ending();
    if (isOver()) {
      events.addAll(conversation.end());
    }
  }
}
