package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.PacketReader.MalformedPacketException;

/** The first packet of a server, read as a client reads it. */
record Greeting(
    String version,
    long connectionId,
    Bytes scramble,
    int capabilities,
    int collation,
    String plugin) {

  static Greeting of(Bytes packet) {
    try {
      var in = new PacketReader(packet.slice(PacketFraming.HEADER, packet.length()));
      in.skip(1);
      String version = in.upToNul().latin1();
      long id = in.integer(4);
      String first = in.take(8).latin1();
      in.skip(1);
      int low = (int) in.integer(2);
      int collation = in.octet();
      in.skip(2);
      int high = (int) in.integer(2);
      in.skip(11);
      String second = in.take(12).latin1();
      in.skip(1);
      return new Greeting(
          version,
          id,
          Bytes.ofLatin1(first + second),
          high << 16 | low,
          collation,
          in.upToNul().latin1());
    } catch (MalformedPacketException e) {
      throw new AssertionError("greeting " + packet, e);
    }
  }
}
