package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.sql.ClientText;
import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlResult.StateChange;
import io.honeypods.mysql.sql.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what comes of commands as a client with certain capabilities reads it. */
final class Results {
  private static final int MORE_RESULTS = 8;
  private static final int STATE_CHANGED = 0x4000;
  private static final int PIECE = 16 * 1024;

  private final Capabilities capabilities;

  Results(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  Bytes error(SqlError error) {
    return packed(Replies.error(1, error, true));
  }

  Bytes ok(int status, int warnings) {
    return ok(status, warnings, List.of());
  }

  /** An OK packet that tells what changed of the session. */
  Bytes ok(int status, int warnings, List<StateChange> changes) {
    var out = new PacketWriter(1);
    ok(out, 0x00, new SqlResult.Done(0, 0, status, warnings, "", changes), status);
    return packed(out.take());
  }

  /** The OK packet of a login, which tells the schema that came with it. */
  void welcome(PacketWriter out, int status, @Nullable String schema) {
    List<StateChange> changes =
        schema == null ? List.of() : List.of(new StateChange.Schema(schema));
    ok(out, 0x00, new SqlResult.Done(0, 0, status, 0, "", changes), status);
  }

  Bytes eof(int status) {
    var out = new PacketWriter(1);
    eof(out, status, 0);
    return packed(out.take());
  }

  /** A bare text, as COM_STATISTICS is answered. */
  Bytes text(String text) {
    return packed(new PacketWriter(1).begin().text(text).end().take());
  }

  /** Results of text commands, in pieces of about 16 KiB. */
  List<Bytes> text(List<SqlResult> results) {
    return all(results, TextRow::write);
  }

  /** Results of prepared statements. */
  List<Bytes> binary(List<SqlResult> results) {
    return all(results, BinaryRow::write);
  }

  /** The answer to COM_FIELD_LIST: definitions alone, each with a default behind it. */
  Bytes fields(SqlResult result, int status) {
    var out = new PacketWriter(1);
    switch (result) {
      case SqlResult.Rows rows -> {
        List<Value> defaults = rows.rows().getFirst();
        for (int i = 0; i < defaults.size(); i++) {
          definition(out.begin(), rows.columns().get(i));
          TextRow.value(out, rows.columns().get(i), defaults.get(i));
          out.end();
        }
        endOfRows(out, status, 0);
      }
      case SqlResult.Failed failed -> Replies.error(out, failed.error(), true);
      case SqlResult.Done done -> ok(out, 0x00, done, status);
    }
    return packed(out.take());
  }

  /** Definitions of columns, and an EOF packet where the client expects one. */
  void definitions(PacketWriter out, List<ColumnDefinition> columns, int status, int warnings) {
    for (ColumnDefinition column : columns) {
      definition(out.begin(), column).end();
    }
    if (!columns.isEmpty() && !capabilities.has(Capabilities.DEPRECATE_EOF)) {
      eof(out, status, warnings);
    }
  }

  /** The end of rows: an EOF packet, or an OK packet that stands for one. */
  void endOfRows(PacketWriter out, int status, int warnings) {
    if (capabilities.has(Capabilities.DEPRECATE_EOF)) {
      ok(out, 0xfe, new SqlResult.Done(0, 0, status, warnings, "", List.of()), status);
    } else {
      eof(out, status, warnings);
    }
  }

  /** What is sent, in the compressed protocol if that was agreed on. */
  Bytes packed(Bytes packets) {
    return capabilities.has(Capabilities.COMPRESS) ? Deflated.of(packets, 1) : packets;
  }

  /** What stands before rows that are fetched later: the flags come behind it in any case. */
  void headOfCursor(PacketWriter out, SqlResult.Rows rows, int status) {
    head(out, rows, status);
    if (capabilities.has(Capabilities.DEPRECATE_EOF)) {
      endOfRows(out, status, rows.warningsBefore());
    }
  }

  /** Writes one row as the payload of a packet. */
  @FunctionalInterface
  interface RowFormat {
    void write(PacketWriter out, List<ColumnDefinition> columns, List<Value> row);
  }

  /** The column count and the definitions that stand before rows. */
  void head(PacketWriter out, SqlResult.Rows rows, int status) {
    out.begin().lengthEncoded(rows.columns().size());
    if (capabilities.has(Capabilities.OPTIONAL_RESULTSET_METADATA)) {
      out.octet(1);
    }
    out.end();
    definitions(out, rows.columns(), status, rows.warningsBefore());
  }

  private List<Bytes> all(List<SqlResult> results, RowFormat format) {
    var pieces = new ArrayList<Bytes>();
    var out = new PacketWriter(1);
    for (int i = 0; i < results.size(); i++) {
      int more = i + 1 < results.size() ? MORE_RESULTS : 0;
      write(results.get(i), more, format, out, pieces);
    }
    if (out.length() > 0) {
      pieces.add(out.take());
    }
    return capabilities.has(Capabilities.COMPRESS) ? Deflated.all(pieces) : pieces;
  }

  private void write(
      SqlResult result, int more, RowFormat format, PacketWriter out, List<Bytes> pieces) {
    switch (result) {
      case SqlResult.Done done -> ok(out, 0x00, done, done.status() | more);
      case SqlResult.Failed(var error, var begun) -> {
        if (begun != null) {
          head(out, begun, begun.status());
        }
        Replies.error(out, error, true);
      }
      case SqlResult.Rows rows -> {
        head(out, rows, rows.status() | more);
        for (List<Value> row : rows.rows()) {
          out.begin();
          format.write(out, rows.columns(), row);
          out.end();
          if (out.length() >= PIECE) {
            pieces.add(out.take());
          }
        }
        endOfRows(out, rows.status() | more, rows.warnings());
      }
    }
  }

  private void ok(PacketWriter out, int header, SqlResult.Done done, int status) {
    boolean tracks = capabilities.has(Capabilities.SESSION_TRACK);
    boolean changed = tracks && !done.changes().isEmpty();
    out.begin()
        .octet(header)
        .lengthEncoded(done.affectedRows())
        .lengthEncoded(done.lastInsertId())
        .integer(changed ? status | STATE_CHANGED : status, 2)
        .integer(done.warnings(), 2);
    if (changed) {
      out.lengthEncodedText(done.info());
      StateChanges.write(out, done.changes());
    } else if (!done.info().isEmpty()) {
      out.lengthEncodedText(done.info());
    }
    out.end();
  }

  private void eof(PacketWriter out, int status, int warnings) {
    out.begin().octet(0xfe).integer(warnings, 2).integer(status, 2).end();
  }

  private static PacketWriter definition(PacketWriter out, ColumnDefinition column) {
    return out.lengthEncodedText("def")
        .lengthEncodedText(column.schema())
        .lengthEncodedText(column.table())
        .lengthEncodedText(column.originalTable())
        .lengthEncodedText(ClientText.valid(column.name()))
        .lengthEncodedText(column.originalName())
        .octet(12)
        .integer(column.collation(), 2)
        .integer(column.length(), 4)
        .octet(column.type().code())
        .integer(column.flags(), 2)
        .octet(column.decimals())
        .zeros(2);
  }
}
