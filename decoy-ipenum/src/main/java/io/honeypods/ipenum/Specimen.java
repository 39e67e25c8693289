package io.honeypods.ipenum;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.SynFingerprint;
import io.honeypods.decoy.net.SynPacket;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of the first packet of a {@link Tally} show; packets are gone once counted.
 *
 * @param event what it brought beyond the probe: a payload, or that it is malformed
 */
record Specimen(@Nullable SynFingerprint syn, @Nullable Event event) {

  static Specimen of(Packet packet, ByteBuffer bytes) {
    return switch (packet) {
      case Packet.Tcp tcp -> {
        Event sent = tcp.payload() == 0 ? null : payload(tcp.ip(), 20 + tcp.options(), bytes);
        yield new Specimen(SynPacket.parse(bytes), sent);
      }
      case Packet.Udp udp ->
          new Specimen(null, udp.payload() == 0 ? null : payload(udp.ip(), 8, bytes));
      case Packet.Malformed malformed ->
          new Specimen(null, new InputMalformed(malformed.problem(), all(bytes)));
      case Packet.Icmp _, Packet.Sctp _, Packet.Other _, Packet.Fragment _ ->
          new Specimen(null, null);
    };
  }

  /** What is behind the transport's header, as far as it was captured; its length is the true. */
  private static Event payload(IpHeader ip, int header, ByteBuffer bytes) {
    int start = Math.min(bytes.remaining(), ip.length() + header);
    int end = Math.min(bytes.remaining(), ip.length() + ip.payload());
    var kept = copy(bytes.slice(bytes.position() + start, Math.max(0, end - start)));
    return new PayloadReceived(new Payload(kept, ip.payload() - header, kept.sha256()));
  }

  private static Payload all(ByteBuffer bytes) {
    return Payload.of(copy(bytes.slice()));
  }

  private static Bytes copy(ByteBuffer bytes) {
    byte[] copy = new byte[Math.min(Payload.LIMIT, bytes.remaining())];
    bytes.get(copy);
    return Bytes.of(copy);
  }
}
