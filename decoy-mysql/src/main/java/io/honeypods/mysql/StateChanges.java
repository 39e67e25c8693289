package io.honeypods.mysql;

import io.honeypods.mysql.sql.SqlResult.StateChange;
import java.util.List;

/**
 * What an OK packet tells of the session's state (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_ok_packet.html">session
 * state information</a>).
 */
final class StateChanges {
  private static final int SYSTEM_VARIABLES = 0;
  private static final int SCHEMA = 1;

  private StateChanges() {}

  static void write(PacketWriter out, List<StateChange> changes) {
    var all = new PacketWriter(0);
    for (StateChange change : changes) {
      var one = new PacketWriter(0);
      switch (change) {
        case StateChange.SystemVariable variable -> {
          one.lengthEncodedText(variable.name()).lengthEncodedText(variable.value());
          all.octet(SYSTEM_VARIABLES);
        }
        case StateChange.Schema schema -> {
          one.lengthEncodedText(schema.name());
          all.octet(SCHEMA);
        }
      }
      all.lengthEncodedBytes(one.take().toByteArray());
    }
    out.lengthEncodedBytes(all.take().toByteArray());
  }
}
