package io.honeypods.ipenum;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Service;
import io.honeypods.decoy.net.Step;
import io.netty.buffer.ByteBufUtil;
import java.time.Duration;
import java.util.List;

/**
 * A port that accepts, says nothing, and reports the first of what is sent.
 *
 * @param reads how often something was sent
 */
record Tripwire(int reads) implements Conversation<Bytes, Bytes> {
  private static final int MOST_REPORTED = 4;
  private static final int SSH = 22;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Service<Bytes, Bytes> service(int port) {
    return new Service<>(
        IpenumDecoy.NAME,
        "ipenum.tripwires",
        new Endpoint("0.0.0.0", port),
        port == SSH
            ? List.of(AlertName.IP_ENUM, AlertName.NETWORK_SSH)
            : List.of(AlertName.IP_ENUM),
        false,
        () ->
            in -> {
              var read = Bytes.of(ByteBufUtil.getBytes(in));
              in.skipBytes(in.readableBytes());
              return read.isEmpty() ? null : read;
            },
        (reply, allocator) -> allocator.buffer(0),
        _ -> new Tripwire(0));
  }

  @Override
  public Step<Bytes, Bytes> receive(Bytes sent) {
    Step<Bytes, Bytes> step = Step.silent(new Tripwire(reads + 1));
    return reads < MOST_REPORTED ? step.saw(new PayloadReceived(Payload.of(sent))) : step;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }
}
