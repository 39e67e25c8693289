package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.PreparedExchanges.bare;
import static io.honeypods.mysql.diff.PreparedExchanges.parameter;
import static io.honeypods.mysql.diff.PreparedExchanges.prepared;
import static io.honeypods.mysql.diff.Steps.array;
import static io.honeypods.mysql.diff.Steps.command;
import static io.honeypods.mysql.diff.Steps.query;

import java.util.ArrayList;
import java.util.List;

/** Long data for parameters of prepared statements, and cursors over their results. */
final class CursorExchanges {
  private static final int PING = 14;
  private static final int EXECUTE = 0x17;
  private static final int LONG_DATA = 0x18;
  private static final int RESET = 0x1a;
  private static final int FETCH = 0x1c;

  private CursorExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    all.addAll(longData());
    all.addAll(cursors());
    return all;
  }

  private static List<Exchange> longData() {
    Exchange.Step execute = command(EXECUTE, parameter(0, 252));
    return List.of(
        prepared("long data: one piece", "SELECT ?", data(1, 0, "abc"), execute),
        prepared(
            "long data: two pieces", "SELECT ?", data(1, 0, "abc"), data(1, 0, "def"), execute),
        prepared(
            "long data: forgotten by reset",
            "SELECT ?",
            data(1, 0, "abc"),
            command(RESET, array(1, 0, 0, 0)),
            command(EXECUTE, parameter(0, 254, 1, 'x'))),
        prepared(
            "long data: used up",
            "SELECT ?",
            data(1, 0, "abc"),
            execute,
            command(EXECUTE, parameter(0, 254, 1, 'x'))),
        prepared("long data: unknown statement", "SELECT ?", data(9, 0, "abc"), command(PING)),
        prepared(
            "long data: unknown parameter",
            "SELECT ?",
            data(1, 5, "abc"),
            command(EXECUTE, parameter(0, 254, 1, 'x'))),
        prepared(
            "long data: short packet", "SELECT ?", command(LONG_DATA, array(1, 0)), command(PING)),
        prepared("long data: empty", "SELECT ?", data(1, 0, ""), execute));
  }

  private static Exchange.Step data(int statement, int parameter, String text) {
    return command(
        LONG_DATA, new PacketWriter().int4(statement).int2(parameter).text(text).toByteArray());
  }

  private static List<Exchange> cursors() {
    String rows = "SELECT id, a FROM t ORDER BY id";
    Exchange.Step open = command(EXECUTE, bare(1, 1));
    return List.of(
        prepared("cursor: open", rows, open),
        prepared("cursor: fetch 1", rows, open, fetch(1, 1)),
        prepared("cursor: fetch all", rows, open, fetch(1, 100)),
        prepared(
            "cursor: fetch 1, 1, 100, 1",
            rows,
            open,
            fetch(1, 1),
            fetch(1, 1),
            fetch(1, 100),
            fetch(1, 1)),
        prepared("cursor: fetch 0", rows, open, fetch(1, 0)),
        prepared("cursor: fetch without a cursor", rows, fetch(1, 1)),
        prepared("cursor: fetch unknown", rows, fetch(9, 1)),
        prepared("cursor: reset", rows, open, command(RESET, array(1, 0, 0, 0)), fetch(1, 1)),
        prepared("cursor: another statement between", rows, open, query("SELECT 1"), fetch(1, 1)),
        prepared("cursor: on an update", "UPDATE t2 SET a=1", open),
        prepared("cursor: no rows", "SELECT id FROM t WHERE id=99", open, fetch(1, 1)));
  }

  private static Exchange.Step fetch(int statement, int rows) {
    return command(FETCH, new PacketWriter().int4(statement).int4(rows).toByteArray());
  }
}
