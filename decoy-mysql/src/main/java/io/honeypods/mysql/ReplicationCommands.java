package io.honeypods.mysql;

import static io.honeypods.mysql.CommandAnswers.command;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.PacketReader.MalformedPacketException;

/** Commands of a replica, which finds no binary log here. */
final class ReplicationCommands {
  private final CommandAnswers answers;

  ReplicationCommands(CommandAnswers answers) {
    this.answers = answers;
  }

  Step<MysqlInput, Bytes> dump(PacketReader in) {
    return answers.fatal("binlog_dump", BinlogRequests.dump(in));
  }

  Step<MysqlInput, Bytes> dumpGtid(PacketReader in) {
    return answers.fatal("binlog_dump_gtid", BinlogRequests.dumpGtid(in));
  }

  Step<MysqlInput, Bytes> register(PacketReader in) throws MalformedPacketException {
    in.skip(4);
    try {
      String host = PacketReader.utf8(in.lengthEncodedBytes());
      return answers.ok().saw(command("register_slave", host));
    } catch (MalformedPacketException _) {
      return answers.refused(Errors.REPORT_HOST_TOO_LONG).saw(command("register_slave", ""));
    }
  }
}
