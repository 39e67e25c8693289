package io.honeypods.mysql.x;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A message that a client may send (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/mysqlx_protocol_messages.html">X
 * Protocol</a>), with the fields it cannot do without.
 */
enum ClientMessage {
  CON_CAPABILITIES_GET(1),
  CON_CAPABILITIES_SET(2, 1),
  CON_CLOSE(3),
  SESS_AUTHENTICATE_START(4, 1),
  SESS_AUTHENTICATE_CONTINUE(5, 1),
  SESS_RESET(6),
  SESS_CLOSE(7),
  SQL_STMT_EXECUTE(12, 1),
  CRUD_FIND(17, 2),
  CRUD_INSERT(18, 1),
  CRUD_UPDATE(19, 2),
  CRUD_DELETE(20, 1),
  EXPECT_OPEN(24),
  EXPECT_CLOSE(25),
  CRUD_CREATE_VIEW(30, 1),
  CRUD_MODIFY_VIEW(31, 1),
  CRUD_DROP_VIEW(32, 1),
  PREPARE_PREPARE(40, 1, 2),
  PREPARE_EXECUTE(41, 1),
  PREPARE_DEALLOCATE(42, 1),
  CURSOR_OPEN(43, 1, 4),
  CURSOR_CLOSE(44, 1),
  CURSOR_FETCH(45, 1),
  COMPRESSION(46, 4);

  private static final Map<Integer, ClientMessage> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(message -> message.id, Function.identity()));

  private final int id;
  private final long required;

  ClientMessage(int id, int... required) {
    this.id = id;
    this.required = IntStream.of(required).mapToLong(field -> 1L << field).sum();
  }

  static @Nullable ClientMessage byId(int id) {
    return BY_ID.get(id);
  }

  /** Whether a message has all the fields that this kind needs. */
  boolean isComplete(ProtoMessage message) {
    return IntStream.range(0, Long.SIZE)
        .filter(field -> (required >>> field & 1) != 0)
        .allMatch(message::has);
  }
}
