package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.ColumnType;
import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.PreparedStatement;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlSession;
import io.honeypods.mysql.sql.Value;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prepared statements of one connection (COM_STMT_…). */
final class PreparedStatements {
  private static final int MAX_STATEMENTS = 1024;
  private static final int MAX_LONG_DATA = 1 << 20;
  private static final int CURSOR_READ_ONLY = 1;
  private static final int NO_INDEX_USED = 0x20;
  private static final int CURSOR_EXISTS = 0x40;
  private static final int LAST_ROW_SENT = 0x80;
  private static final ColumnDefinition PARAMETER =
      new ColumnDefinition("", "", "", "?", "", 63, 0, ColumnType.VAR_STRING, 128, 0);

  private final SqlSession session;
  private final Results results;
  private final Map<Long, Prepared> statements = new HashMap<>();
  private long lastId;

  /** One of them, and what was sent for it so far. */
  private static final class Prepared {
    private final PreparedStatement statement;
    private final Map<Integer, ByteArrayOutputStream> longData = new HashMap<>();
    private List<Integer> types = List.of();
    private boolean broken;
    private SqlResult.@Nullable Rows open;
    private int fetched;

    Prepared(PreparedStatement statement) {
      this.statement = statement;
    }
  }

  /** What a command comes to. */
  sealed interface Run {
    record Refused(SqlError error) implements Run {}

    record Sent(Bytes reply) implements Run {}

    record Ran(String statement, Execution execution) implements Run {}

    /** A cursor is open: the rows are fetched later. */
    record Opened(String statement, Execution execution, Bytes header) implements Run {}
  }

  PreparedStatements(SqlSession session, Results results) {
    this.session = session;
    this.results = results;
  }

  Run prepare(String sql) {
    if (statements.size() >= MAX_STATEMENTS) {
      return new Run.Refused(
          new SqlError(
              1461,
              "42000",
              "Can't create more than max_prepared_stmt_count statements (current value: 16382)"));
    }
    return switch (session.prepare(sql)) {
      case SqlSession.Preparation.Refused refused -> new Run.Refused(refused.error());
      case SqlSession.Preparation.Ready ready -> new Run.Sent(prepared(ready.statement()));
    };
  }

  Run execute(PacketReader in) throws MalformedPacketException {
    long id = in.integer(4);
    int flags = in.octet();
    in.skip(4);
    Prepared prepared = statements.get(id);
    if (prepared == null) {
      return new Run.Refused(Errors.unknownStatement(id));
    }
    if (prepared.broken) {
      return new Run.Refused(Errors.WRONG_PARAMETER);
    }
    List<Value> values = List.of();
    int count = prepared.statement.parameters();
    if (count > 0) {
      var bound =
          new StatementParameters(in, count, false)
              .read(prepared.types, prepared.longData.keySet());
      prepared.types = bound.types();
      values = withLongData(prepared, bound.values());
    }
    Execution execution = session.execute(prepared.statement, values);
    boolean cursor = (flags & CURSOR_READ_ONLY) != 0;
    return cursor && execution.results().getLast() instanceof SqlResult.Rows rows
        ? open(prepared, execution, rows)
        : new Run.Ran(prepared.statement.sql(), execution);
  }

  void longData(PacketReader in) throws MalformedPacketException {
    Prepared prepared = statements.get(in.integer(4));
    int parameter = (int) in.integer(2);
    if (prepared == null) {
      return;
    }
    if (parameter >= prepared.statement.parameters()) {
      prepared.broken = true;
    } else {
      var data = prepared.longData.computeIfAbsent(parameter, _ -> new ByteArrayOutputStream());
      if (data.size() < MAX_LONG_DATA) {
        data.writeBytes(in.rest().toByteArray());
      }
    }
  }

  void close(PacketReader in) throws MalformedPacketException {
    statements.remove(in.integer(4));
  }

  Run reset(PacketReader in) throws MalformedPacketException {
    long id = in.integer(4);
    Prepared prepared = statements.get(id);
    if (prepared == null) {
      return new Run.Refused(Errors.unknownStatement(id));
    }
    prepared.longData.clear();
    prepared.broken = false;
    prepared.open = null;
    return new Run.Sent(results.ok(session.status(), 0));
  }

  Run fetch(PacketReader in) throws MalformedPacketException {
    long id = in.integer(4);
    long count = in.integer(4);
    Prepared prepared = statements.get(id);
    if (prepared == null) {
      return new Run.Refused(Errors.unknownStatement(id));
    }
    SqlResult.Rows rows = prepared.open;
    if (rows == null) {
      return new Run.Refused(
          new SqlError(1421, "HY000", "The statement (" + id + ") has no open cursor."));
    }
    var out = new PacketWriter(1);
    int end = (int) Math.min(rows.rows().size(), prepared.fetched + count);
    for (List<Value> row : rows.rows().subList(prepared.fetched, end)) {
      out.begin();
      BinaryRow.write(out, rows.columns(), row);
      out.end();
    }
    prepared.fetched = end;
    boolean last = end == rows.rows().size();
    prepared.open = last ? null : rows;
    results.endOfRows(out, status(rows) | (last ? LAST_ROW_SENT : CURSOR_EXISTS), 0);
    return new Run.Sent(results.packed(out.take()));
  }

  /** COM_RESET_CONNECTION forgets them all. */
  void clear() {
    statements.clear();
  }

  private Bytes prepared(PreparedStatement statement) {
    long id = ++lastId;
    statements.put(id, new Prepared(statement));
    var out = new PacketWriter(1);
    out.begin()
        .octet(0)
        .integer(id, 4)
        .integer(statement.columns().size(), 2)
        .integer(statement.parameters(), 2)
        .octet(0)
        .integer(statement.warnings(), 2)
        .end();
    var parameters = Collections.nCopies(statement.parameters(), PARAMETER);
    results.definitions(out, parameters, session.status(), 0);
    results.definitions(out, statement.columns(), session.status(), 0);
    return results.packed(out.take());
  }

  private Run open(Prepared prepared, Execution execution, SqlResult.Rows rows) {
    var kept = rows.withColumns(rows.columns().stream().map(CursorColumn::of).toList());
    prepared.open = kept;
    prepared.fetched = 0;
    var out = new PacketWriter(1);
    results.headOfCursor(out, kept, status(kept) | CURSOR_EXISTS);
    return new Run.Opened(prepared.statement.sql(), execution, results.packed(out.take()));
  }

  /** Rows of a cursor come from where they are kept, which needs no index. */
  private static int status(SqlResult.Rows rows) {
    return rows.status() & ~NO_INDEX_USED;
  }

  private static List<Value> withLongData(Prepared prepared, List<Value> values) {
    if (prepared.longData.isEmpty()) {
      return values;
    }
    var all = new ArrayList<>(values);
    prepared.longData.forEach(
        (parameter, data) -> all.set(parameter, new Value.Blob(Bytes.of(data.toByteArray()))));
    prepared.longData.clear();
    return all;
  }
}
