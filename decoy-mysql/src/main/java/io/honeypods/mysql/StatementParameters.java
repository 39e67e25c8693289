package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The values that a client binds to a prepared statement, or sends along with a query. */
final class StatementParameters {
  private static final int UNSIGNED = 0x8000;

  private final PacketReader in;
  private final int count;
  private final boolean named;

  /**
   * @param named whether each type has a name behind it, as query attributes do
   */
  StatementParameters(PacketReader in, int count, boolean named) {
    this.in = in;
    this.count = count;
    this.named = named;
  }

  /** What was read; the types hold for the next time, when the client may leave them out. */
  record Bound(List<Integer> types, List<Value> values) {
    Bound {
      types = List.copyOf(types);
      values = List.copyOf(values);
    }
  }

  /** Reads all, by the types of the last time where none come along. */
  Bound read(List<Integer> lastTypes) throws MalformedPacketException {
    return read(lastTypes, Set.of());
  }

  /** Reads all but those whose value came before, in COM_STMT_SEND_LONG_DATA. */
  Bound read(List<Integer> lastTypes, Set<Integer> known) throws MalformedPacketException {
    Bytes nulls = in.take((count + 7) / 8);
    List<Integer> types = in.octet() == 1 ? types() : lastTypes;
    if (types.size() != count) {
      throw new MalformedPacketException(
          "%d types of parameters (expected %d)".formatted(types.size(), count));
    }
    var values = new ArrayList<Value>();
    for (int i = 0; i < count; i++) {
      boolean isNull = (nulls.at(i / 8) >> i % 8 & 1) != 0;
      values.add(isNull || known.contains(i) ? Value.NULL : value(types.get(i)));
    }
    return new Bound(types, values);
  }

  private List<Integer> types() throws MalformedPacketException {
    var types = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      types.add((int) in.integer(2));
      if (named) {
        in.lengthEncodedBytes();
      }
    }
    return types;
  }

  private Value value(int type) throws MalformedPacketException {
    boolean unsigned = (type & UNSIGNED) != 0;
    return switch (type & 0xff) {
      case 1 -> integer(1, unsigned);
      case 2, 13 -> integer(2, unsigned);
      case 3, 9 -> integer(4, unsigned);
      case 8 -> integer(8, unsigned);
      case 4 -> new Value.Real(Float.intBitsToFloat((int) in.integer(4)));
      case 5 -> new Value.Real(Double.longBitsToDouble(in.integer(8)));
      case 7, 10, 12 -> dateTime(type & 0xff);
      case 11 -> time();
      case 6 -> throw new MalformedPacketException("NULL among values (expected it in the bitmap)");
      case 0, 246 -> decimal(PacketReader.utf8(text()));
      case 249, 250, 251, 252 -> new Value.Blob(text());
      default -> new Value.Text(PacketReader.utf8(text()));
    };
  }

  /** A text that claims to be longer than the packet ends with it. */
  private Bytes text() throws MalformedPacketException {
    return in.take(Math.min(in.lengthEncoded(), in.remaining()));
  }

  private Value integer(int size, boolean unsigned) throws MalformedPacketException {
    long bits = in.integer(size);
    int unused = 64 - 8 * size;
    return unsigned
        ? new Value.Int(new BigInteger(Long.toUnsignedString(bits)), true)
        : Value.Int.of(bits << unused >> unused);
  }

  private static Value decimal(String text) {
    try {
      return text.length() > 100 ? new Value.Text(text) : new Value.Decimal(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return new Value.Text(text);
    }
  }

  private Value dateTime(int type) throws MalformedPacketException {
    var part = new PacketReader(in.take(in.octet()));
    if (part.isAtEnd()) {
      return new Value.Text("0000-00-00");
    }
    try {
      LocalDate date = LocalDate.of((int) part.integer(2), part.octet(), part.octet());
      if (part.isAtEnd()) {
        return type == 10 ? new Value.Date(date) : new Value.DateTime(date.atStartOfDay(), 0);
      }
      LocalDateTime time = date.atTime(part.octet(), part.octet(), part.octet());
      long micros = part.isAtEnd() ? 0 : part.integer(4);
      return new Value.DateTime(time.plusNanos(micros * 1000), micros == 0 ? 0 : 6);
    } catch (DateTimeException _) {
      return new Value.Text(type == 10 ? "0000-00-00" : "0000-00-00 00:00:00");
    }
  }

  private Value time() throws MalformedPacketException {
    var part = new PacketReader(in.take(in.octet()));
    if (part.isAtEnd()) {
      return new Value.Time(Duration.ZERO, 0);
    }
    boolean negative = part.octet() == 1;
    Duration time =
        Duration.ofDays(part.integer(4))
            .plusHours(part.octet())
            .plusMinutes(part.octet())
            .plusSeconds(part.octet());
    long micros = part.isAtEnd() ? 0 : part.integer(4);
    Duration size = time.plusNanos(micros * 1000);
    return new Value.Time(negative ? size.negated() : size, micros == 0 ? 0 : 6);
  }
}
