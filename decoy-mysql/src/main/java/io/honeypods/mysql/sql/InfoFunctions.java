package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the server says of itself and of the session. */
final class InfoFunctions {
  private InfoFunctions() {}

  private static Function.Typing text(long length) {
    return a -> ResultType.text(length, Collation.UTF8MB3);
  }

  static void register(Function.Register to) {
    to.lenient(
        "version",
        0,
        0,
        a -> ResultType.text(6, Collation.UTF8MB3),
        c -> new Value.Text(c.run().server().profile().version()));
    for (String name : List.of("database", "schema")) {
      to.lenient(
          name,
          0,
          0,
          a -> ResultType.text(34, Collation.UTF8MB3).asNullable(),
          InfoFunctions::schema);
    }
    for (String name : List.of("user", "session_user", "system_user")) {
      to.lenient(
          name,
          0,
          0,
          text(93),
          c -> new Value.Text(c.session().client().user() + "@" + c.session().client().ip()));
    }
    to.lenient("current_user", 0, 0, text(93), InfoFunctions::currentUser);
    Function.Typing unbound =
        a -> ResultType.text(ResultType.UNBOUND, Collation.UTF8MB3).asNullable();
    to.lenient("current_role", 0, 0, unbound, c -> new Value.Text("NONE"));
    to.lenient("roles_graphml", 0, 0, unbound, RoleGraph::text);
    to.lenient(
        "connection_id",
        0,
        0,
        a -> ResultType.integer(21).asUnsigned(),
        c -> unsigned(c.session().client().connectionId()));
    to.lenient(
        "last_insert_id",
        0,
        1,
        a -> ResultType.integer(21).asUnsigned(),
        InfoFunctions::lastInsertId);
    to.lenient(
        "row_count",
        0,
        0,
        a -> ResultType.integer(21),
        c -> Value.Int.of(c.session().tally().rowCount()));
    to.lenient(
        "found_rows",
        0,
        0,
        a -> ResultType.integer(21),
        c -> Value.Int.of(c.session().tally().foundRows()));
    to.lenient("charset", 1, 1, text(64), c -> new Value.Text(collation(c).charset()));
    to.lenient("collation", 1, 1, text(64), c -> new Value.Text(collation(c).name()));
    to.lenient("coercibility", 1, 1, a -> ResultType.integer(10), InfoFunctions::coercibility);
    to.lenient("uuid", 0, 0, text(36), c -> new Value.Text(uuid(c)));
    to.lenient(
        "uuid_short",
        0,
        0,
        a -> ResultType.integer(21).asUnsigned(),
        c -> unsigned(System.nanoTime() & Long.MAX_VALUE));
  }

  private static Value unsigned(long number) {
    return new Value.Int(BigInteger.valueOf(number), true);
  }

  private static Value schema(Call c) {
    String schema = c.session().schema();
    return schema == null ? Value.NULL : new Value.Text(schema);
  }

  private static Value currentUser(Call c) {
    var account = c.session().client().account();
    return new Value.Text(account.name() + "@" + account.host());
  }

  private static Value lastInsertId(Call c) {
    if (c.size() > 0) {
      if (c.isNull(0)) {
        return Value.NULL;
      }
      c.session().tally().lastInsertId(Arithmetic.word(c.value(0)));
    }
    return unsigned(c.session().tally().lastInsertId());
  }

  private static Collation collation(Call c) {
    return c.type(0).isString() ? c.type(0).collation() : Collation.BINARY;
  }

  private static Value coercibility(Call c) {
    return Value.Int.of(c.isNull(0) ? 6 : c.type(0).isString() ? 4 : 5);
  }

  /** A UUID of version 1, as the server makes them: the time, and a node from its own UUID. */
  private static String uuid(Call c) {
    long ticks =
        c.run().now().toEpochMilli() * 10_000
            + 0x01B21DD213814000L
            + (System.nanoTime() / 100) % 10_000;
    String node = c.run().server().profile().serverUuid();
    String tail =
        node.length() >= 12
            ? node.substring(node.length() - 12)
            : UUID.nameUUIDFromBytes(new byte[1]).toString().substring(24);
    return String.format(
        Locale.ROOT,
        "%08x-%04x-1%03x-%s-%s",
        ticks & 0xffffffffL,
        ticks >>> 32 & 0xffff,
        ticks >>> 48 & 0xfff,
        "9c7e",
        tail);
  }
}
