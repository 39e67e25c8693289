package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Capture;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.time.Duration;
import java.util.List;

/** What a peer still sends after our side ended: it is read, counted and dropped for a while. */
final class Drain {
  static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration TOTAL = Duration.ofSeconds(30);

  private final Capture capture = new Capture();
  private final long began = System.nanoTime();

  /** Takes what was sent; returns false once it took too long in all. */
  boolean take(ByteBuf bytes) {
    capture.add(Bytes.of(ByteBufUtil.getBytes(bytes)));
    return System.nanoTime() - began < TOTAL.toNanos();
  }

  List<Event> end() {
    return capture.length() == 0 ? List.of() : List.of(new PayloadReceived(capture.payload()));
  }
}
