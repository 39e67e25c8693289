package io.honeypods.mysql;

import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.SqlError;

/** Requests for the binary log, which is not there: why each is refused. */
final class BinlogRequests {
  private static final int FIRST_POSITION = 4;

  /** A set of GTIDs begins with how many there are, in so many bytes. */
  private static final int GTID_COUNT = 8;

  private BinlogRequests() {}

  static SqlError dump(PacketReader in) {
    try {
      long position = in.integer(4);
      in.skip(6);
      return position < FIRST_POSITION ? Errors.POSITION_TOO_LOW : Errors.NO_BINARY_LOG;
    } catch (MalformedPacketException _) {
      return Errors.MALFORMED_PACKET;
    }
  }

  static SqlError dumpGtid(PacketReader in) {
    try {
      in.skip(6);
      in.take(in.integer(4));
      in.skip(8);
      long length = in.integer(4);
      in.take(length);
      return length < GTID_COUNT ? Errors.MALFORMED_GTID_SET : Errors.NO_BINARY_LOG;
    } catch (MalformedPacketException _) {
      return Errors.MALFORMED_PACKET;
    }
  }
}
