package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protobuf message as its fields, in the order they came (<a
 * href="https://protobuf.dev/programming-guides/encoding/">encoding</a>).
 */
record ProtoMessage(List<Field> fields, End end) {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  /**
   * One field: a number, or bytes where it is a string or a message.
   *
   * @param value the number; of bytes their count
   */
  record Field(int id, long value, Bytes bytes) {}

  /** How the bytes end. */
  enum End {
    /** Behind the last field. */
    WHOLE,
    /** Within a field. */
    CUT,
    /** At a zero tag, which no field has but which ends a message. */
    STOPPED,
    /** At what cannot be a field. */
    MALFORMED
  }

  ProtoMessage {
    fields = List.copyOf(fields);
  }

  static ProtoMessage read(Bytes bytes) {
    return new Reader(bytes).read();
  }

  boolean has(int id) {
    return fields.stream().anyMatch(field -> field.id() == id);
  }

  /** The field of this id that counts, which is the last; null for none. */
  @Nullable Field last(int id) {
    return fields.stream()
        .filter(field -> field.id() == id)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /** The bytes of a field; none where it is missing. */
  Bytes bytes(int id) {
    Field field = last(id);
    return field == null ? Bytes.EMPTY : field.bytes();
  }

  /** The message in a field; an empty one where it is missing. */
  ProtoMessage message(int id) {
    return read(bytes(id));
  }

  /** All messages in the fields of this id. */
  List<ProtoMessage> messages(int id) {
    return fields.stream()
        .filter(field -> field.id() == id)
        .map(field -> read(field.bytes()))
        .toList();
  }

  /** Reads fields until they end. */
  private static final class Reader {
    private final Bytes bytes;
    private final List<Field> fields = new ArrayList<>();
    private int at;
    private End end = End.WHOLE;

    Reader(Bytes bytes) {
      this.bytes = bytes;
    }

    ProtoMessage read() {
      while (end == End.WHOLE && at < bytes.length()) {
        field();
      }
      return new ProtoMessage(fields, end);
    }

    private void field() {
      long tag = varint();
      if (end != End.WHOLE) {
        return;
      }
      long id = tag >>> 3;
      if (tag == 0) {
        end = End.STOPPED;
      } else if (id == 0 || id > Integer.MAX_VALUE >> 2) {
        end = End.MALFORMED;
      } else {
        value((int) id, (int) (tag & 7));
      }
    }

    private void value(int id, int type) {
      switch (type) {
        case VARINT -> add(id, varint(), Bytes.EMPTY);
        case FIXED_64 -> add(id, 0, take(Long.BYTES));
        case FIXED_32 -> add(id, 0, take(Integer.BYTES));
        case LENGTH_DELIMITED -> {
          long length = varint();
          if (end == End.WHOLE) {
            Bytes value = take(length);
            add(id, length, value);
          }
        }
        default -> end = End.MALFORMED;
      }
    }

    private void add(int id, long value, Bytes content) {
      if (end == End.WHOLE) {
        fields.add(new Field(id, value, content));
      }
    }

    private long varint() {
      long value = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        if (at == bytes.length()) {
          end = End.CUT;
          return 0;
        }
        byte next = bytes.at(at++);
        value |= (next & 0x7fL) << shift;
        if (next >= 0) {
          return value;
        }
      }
      end = End.MALFORMED;
      return 0;
    }

    private Bytes take(long length) {
      if (length < 0 || length > Integer.MAX_VALUE) {
        end = End.MALFORMED;
        return Bytes.EMPTY;
      }
      if (length > bytes.length() - at) {
        end = End.CUT;
        return Bytes.EMPTY;
      }
      int start = at;
      at += (int) length;
      return bytes.slice(start, at);
    }
  }
}
