package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A login as root and the statements that follow it, over the wire. */
final class WireConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MORE_RESULTS = 8;
  private static final int COM_QUIT = 1;
  private static final int COM_QUERY = 3;
  private static final int COM_SET_OPTION = 0x1b;

  private final PacketSocket packets;
  private int status;

  WireConnection(InetSocketAddress server, String schema) throws IOException {
    packets = new PacketSocket(server, PATIENCE);
    packets.receive();
    LoginForm form = LoginForm.root().with(Capability.SESSION_TRACK);
    LoginForm there = schema.isEmpty() ? form : form.to(schema);
    packets.send(there.payload(new byte[0]));
    Packet answer = packets.receive();
    while (answer.first() == 0xfe) {
      packets.send();
      answer = packets.receive();
    }
    if (answer.first() != 0) {
      throw new IOException("login: " + Decoded.error(answer));
    }
  }

  /** The outcome of a text of SQL, with the warnings that it leaves. */
  List<String> query(String sql, boolean multiple) throws IOException {
    if (multiple) {
      setMultiple(true);
    }
    var lines = new ArrayList<String>();
    command(COM_QUERY, sql.getBytes(UTF_8));
    results(lines, false);
    if (multiple) {
      setMultiple(false);
    }
    return lines;
  }

  private void setMultiple(boolean on) throws IOException {
    packets.command(new PacketWriter().int1(COM_SET_OPTION).int2(on ? 0 : 1).toByteArray());
    packets.receive();
  }

  void command(int code, byte... argument) throws IOException {
    packets.command(new PacketWriter().int1(code).bytes(argument).toByteArray());
  }

  Packet receive() throws IOException {
    return packets.receive();
  }

  /** Everything that answers one command. */
  void results(List<String> lines, boolean binary) throws IOException {
    do {
      status = 0;
      Packet first = packets.receive();
      switch (first.first()) {
        case 0 -> {
          lines.add(Decoded.ok(first, true));
          status = Decoded.okStatus(first);
        }
        case 0xff -> lines.add(Decoded.error(first));
        case 0xfb -> {
          lines.add("LOCAL " + Escape.value(first.payload()));
          packets.send();
          status = MORE_RESULTS;
        }
        default -> rows(lines, first, binary);
      }
    } while ((status & MORE_RESULTS) != 0);
  }

  private void rows(List<String> lines, Packet first, boolean binary) throws IOException {
    List<Packet> columns = columns(lines, (int) first.read().lengthEncoded());
    Packet packet = packets.receive();
    while (!packet.isEof() && !packet.isError()) {
      lines.add("ROW " + String.join(" | ", values(packet, columns, binary)));
      packet = packets.receive();
    }
    if (packet.isError()) {
      lines.add(Decoded.error(packet));
    } else {
      status = Decoded.eofStatus(packet);
      lines.add(Decoded.eof(packet));
    }
  }

  /** That many column definitions and the EOF behind them. */
  List<Packet> columns(List<String> lines, int count) throws IOException {
    var columns = new ArrayList<Packet>();
    for (int i = 0; i < count; i++) {
      columns.add(packets.receive());
      lines.add(Decoded.column(columns.getLast()));
    }
    if (count > 0) {
      packets.receive();
    }
    return columns;
  }

  private static List<String> values(Packet row, List<Packet> columns, boolean binary) {
    if (binary) {
      return BinaryRow.values(row, columns);
    }
    var in = row.read();
    var values = new ArrayList<String>();
    while (in.left() > 0) {
      if (in.peek() == 0xfb) {
        in.int1();
        values.add("NULL");
      } else {
        values.add(Escape.value(in.counted()));
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    try (packets) {
      packets.command((byte) COM_QUIT);
    }
  }
}
