package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.Steps.array;
import static io.honeypods.mysql.diff.Steps.command;
import static io.honeypods.mysql.diff.Steps.login;

import java.util.ArrayList;
import java.util.List;

/** Prepared statements and their parameters. The first of a connection is number 1. */
final class PreparedExchanges {
  private static final int PING = 14;
  private static final int PREPARE = 0x16;
  private static final int EXECUTE = 0x17;
  private static final int CLOSE = 0x19;
  private static final int RESET = 0x1a;
  private static final List<Exchange.Step> ROOT = List.of(login(LoginForm.root().to("raw_test")));

  private PreparedExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    for (String sql :
        List.of(
            "SELECT 1",
            "SELECT ?",
            "SELECT * FROM t WHERE id=? AND a=?",
            "INSERT INTO t2 VALUES (?)",
            "SELEC",
            "",
            "SELECT * FROM nosuch",
            "SET @a=?",
            "SELECT 1; SELECT 2",
            "SHOW VARIABLES LIKE ?",
            "SHOW DATABASES")) {
      all.add(prepared("prepare: " + sql, sql, command(PING)));
    }
    all.add(
        Exchange.of(
            "prepare: deprecated eof",
            login(LoginForm.root().to("raw_test").with(Capability.DEPRECATE_EOF)),
            command(PREPARE, "SELECT * FROM t WHERE id=?"),
            command(EXECUTE, parameter(0, 8, 2, 0, 0, 0, 0, 0, 0, 0))));
    all.addAll(executions());
    all.addAll(unknown());
    return all;
  }

  static Exchange prepared(String name, String sql, Exchange.Step... steps) {
    return Exchange.after(Steps.then(ROOT, command(PREPARE, sql)), name, steps);
  }

  /** One parameter of a type, for statement 1. */
  static byte[] parameter(int flags, int type, int... value) {
    return new PacketWriter()
        .int4(1)
        .int1(flags)
        .int4(1)
        .int1(0)
        .int1(1)
        .int2(type)
        .bytes(array(value))
        .toByteArray();
  }

  static byte[] bare(int id, int flags) {
    return new PacketWriter().int4(id).int1(flags).int4(1).toByteArray();
  }

  private static List<Exchange> executions() {
    var all = new ArrayList<Exchange>();
    all.add(
        prepared("execute: no parameters", "SELECT 1, 'a', NULL", command(EXECUTE, bare(1, 0))));
    all.add(
        prepared(
            "execute: twice",
            "SELECT 1",
            command(EXECUTE, bare(1, 0)),
            command(EXECUTE, bare(1, 0))));
    all.add(prepared("execute: rows", "SELECT * FROM t", command(EXECUTE, bare(1, 0))));
    all.add(prepared("execute: update", "UPDATE t2 SET a=1", command(EXECUTE, bare(1, 0))));
    String one = "SELECT ?";
    all.add(prepared("type: tiny", one, command(EXECUTE, parameter(0, 1, 0xff))));
    all.add(prepared("type: unsigned tiny", one, command(EXECUTE, parameter(0, 0x8001, 0xff))));
    all.add(prepared("type: short", one, command(EXECUTE, parameter(0, 2, 1, 2))));
    all.add(prepared("type: long", one, command(EXECUTE, parameter(0, 3, 1, 2, 3, 4))));
    all.add(
        prepared(
            "type: longlong", one, command(EXECUTE, parameter(0, 8, 1, 0, 0, 0, 0, 0, 0, 0x80))));
    all.add(prepared("type: float", one, command(EXECUTE, parameter(0, 4, 0, 0, 0x80, 0x3f))));
    all.add(
        prepared(
            "type: double", one, command(EXECUTE, parameter(0, 5, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f))));
    all.add(prepared("type: null", one, command(EXECUTE, parameter(0, 6))));
    all.add(prepared("type: date", one, command(EXECUTE, parameter(0, 10, 4, 0xe8, 7, 2, 29))));
    all.add(
        prepared(
            "type: datetime",
            one,
            command(EXECUTE, parameter(0, 12, 7, 0xe8, 7, 2, 29, 10, 11, 12))));
    all.add(
        prepared(
            "type: datetime, micros",
            one,
            command(EXECUTE, parameter(0, 12, 11, 0xe8, 7, 2, 29, 10, 11, 12, 1, 0, 0, 0))));
    all.add(
        prepared(
            "type: datetime, bad",
            one,
            command(EXECUTE, parameter(0, 12, 7, 0xe8, 7, 13, 45, 99, 11, 12))));
    all.add(
        prepared(
            "type: time", one, command(EXECUTE, parameter(0, 11, 8, 1, 1, 0, 0, 0, 10, 11, 12))));
    all.add(prepared("type: time, empty", one, command(EXECUTE, parameter(0, 11, 0))));
    all.add(prepared("type: string", one, command(EXECUTE, parameter(0, 254, 2, 'a', 'b'))));
    all.add(prepared("type: decimal", one, command(EXECUTE, parameter(0, 246, 3, '1', '.', '5'))));
    all.add(prepared("type: blob", one, command(EXECUTE, parameter(0, 252, 2, 0, 0xff))));
    all.add(prepared("type: json", one, command(EXECUTE, parameter(0, 245, 2, '{', '}'))));
    all.add(prepared("type: bit", one, command(EXECUTE, parameter(0, 16, 1, 1))));
    all.add(prepared("type: enum", one, command(EXECUTE, parameter(0, 247, 1, 'a'))));
    all.add(
        prepared(
            "type: unknown 99", one, command(EXECUTE, parameter(0, 99, 1, 'a')), command(PING)));
    all.add(
        prepared("execute: too short for its type", one, command(EXECUTE, parameter(0, 8, 1, 2))));
    all.add(
        prepared(
            "execute: string longer than the packet",
            one,
            command(EXECUTE, parameter(0, 254, 200, 'a'))));
    all.add(
        prepared(
            "execute: without types",
            one,
            command(EXECUTE, new PacketWriter().bytes(bare(1, 0)).int1(0).int1(0).toByteArray())));
    all.add(
        prepared(
            "execute: null by bitmap",
            one,
            command(
                EXECUTE,
                new PacketWriter().bytes(bare(1, 0)).int1(1).int1(1).int2(8).toByteArray())));
    all.add(
        prepared("execute: parameters missing", one, command(EXECUTE, bare(1, 0)), command(PING)));
    all.add(
        prepared(
            "execute: types kept",
            one,
            command(EXECUTE, parameter(0, 1, 5)),
            command(
                EXECUTE,
                new PacketWriter().bytes(bare(1, 0)).int1(0).int1(0).int1(7).toByteArray())));
    all.add(prepared("execute: flags 0xff", "SELECT 1", command(EXECUTE, bare(1, 0xff))));
    return all;
  }

  private static List<Exchange> unknown() {
    byte[] nine = array(9, 0, 0, 0);
    return List.of(
        Exchange.after(ROOT, "unknown: execute", command(EXECUTE, bare(99, 0))),
        Exchange.after(ROOT, "unknown: close", command(CLOSE, nine), command(PING)),
        Exchange.after(ROOT, "unknown: reset", command(RESET, nine)),
        prepared(
            "closed: execute",
            "SELECT 1",
            command(CLOSE, array(1, 0, 0, 0)),
            command(EXECUTE, bare(1, 0))),
        prepared(
            "closed: twice",
            "SELECT 1",
            command(CLOSE, array(1, 0, 0, 0)),
            command(CLOSE, array(1, 0, 0, 0)),
            command(PING)),
        prepared(
            "reset: a statement",
            "SELECT 1",
            command(RESET, array(1, 0, 0, 0)),
            command(EXECUTE, bare(1, 0))),
        prepared(
            "closed: by a reset of the connection",
            "SELECT 1",
            command(0x1f),
            command(EXECUTE, bare(1, 0))),
        prepared(
            "second statement",
            "SELECT 1",
            command(PREPARE, "SELECT ?, ?"),
            command(CLOSE, array(1, 0, 0, 0)),
            command(PREPARE, "SELECT 3")));
  }
}
