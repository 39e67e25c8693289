package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** CAST, CONVERT and COLLATE. */
final class Casts {
  private Casts() {}

  static Node cast(Node operand, DataType type, Run run) {
    ResultType result = type(operand.type(), type, run).orNull(operand.type().nullable());
    boolean binary = operand.type().isString() && operand.type().collation().isBinary();
    return Node.of(
        result,
        operand.fixed(),
        frame -> {
          Value value = operand.eval(frame);
          return value instanceof Value.Null ? value : convert(value, type, result, run, binary);
        });
  }

  private static ResultType type(ResultType from, DataType type, Run run) {
    return switch (type.name()) {
      case BIGINT -> {
        var plain = ResultType.integer(Math.min(21, Math.max(from.length(), 1)));
        yield type.unsigned() ? plain.asUnsigned() : plain;
      }
      case DECIMAL -> ResultType.decimal(type.precision(), Math.max(0, type.decimals()));
      case CHAR -> {
        Collation connection = run.session().settings().connection();
        Collation collation =
            type.collation().equals(Collation.DEFAULT) ? connection : type.collation();
        yield ResultType.text(type.length() >= 0 ? type.length() : from.length(), collation)
            .asNullable();
      }
      case BINARY -> {
        long bytes = from.isString() ? from.length() * from.collation().maxBytes() : from.length();
        yield ResultType.binary(type.length() >= 0 ? type.length() : bytes).asNullable();
      }
      case DATE -> ResultType.of(ColumnType.DATE, 10, 0).asNullable();
      case DATETIME -> {
        int digits = Math.max(0, type.decimals());
        yield ResultType.of(ColumnType.DATETIME, digits > 0 ? 20L + digits : 19, digits)
            .asNullable();
      }
      case TIME -> {
        int digits = Math.max(0, type.decimals());
        yield ResultType.of(ColumnType.TIME, digits > 0 ? 11L + digits : 10, digits).asNullable();
      }
      case YEAR -> ResultType.of(ColumnType.YEAR, 4, 0);
      case JSON -> ResultType.json();
      case DOUBLE, FLOAT -> ResultType.real();
      default -> from;
    };
  }

  private static Value convert(
      Value value, DataType type, ResultType result, Run run, boolean binary) {
    return switch (type.name()) {
      case BIGINT -> integer(value, type.unsigned(), run);
      case DECIMAL -> decimal(value, type, run);
      case CHAR -> characters(value, type, binary, run);
      case BINARY -> bytes(value, type);
      case DATE -> {
        Value time = dateTime(value, run, "datetime");
        yield time instanceof Value.DateTime(var at, _) ? new Value.Date(at.toLocalDate()) : time;
      }
      case DATETIME -> {
        Value time = dateTime(value, run, "datetime");
        yield time instanceof Value.DateTime(var at, _) ? rounded(at, result.decimals()) : time;
      }
      case TIME -> {
        Value time = Coercion.time(value);
        if (time instanceof Value.Null) {
          run.warn(1292, "Truncated incorrect time value: '" + Coercion.text(value) + "'");
        }
        yield time instanceof Value.Time(var at, _) ? new Value.Time(at, result.decimals()) : time;
      }
      case YEAR -> Value.Int.of(Coercion.small(value));
      case JSON -> json(value);
      case DOUBLE, FLOAT -> new Value.Real(Arithmetic.number(value, run));
      default -> value;
    };
  }

  /** A time rounded to so many digits of a second. */
  static Value.DateTime rounded(LocalDateTime time, int digits) {
    long unit = (long) Math.pow(10, 9.0 - digits);
    long nanos = time.get(ChronoField.NANO_OF_SECOND);
    long up = (nanos + unit / 2) / unit * unit;
    return new Value.DateTime(time.plusNanos(up - nanos).truncatedTo(ChronoUnit.MICROS), digits);
  }

  private static Value integer(Value value, boolean unsigned, Run run) {
    BigInteger number;
    if (value instanceof Value.Text(var text)) {
      BigDecimal read = NumberText.number(text);
      String kept = text.strip();
      if (!kept.matches("[+-]?[0-9]+")) {
        run.warn(1292, "Truncated incorrect INTEGER value: '" + Printer.cut(text) + "'");
      }
      number = read.setScale(0, RoundingMode.DOWN).toBigInteger();
    } else {
      number = Coercion.integer(value);
    }
    if (unsigned) {
      return Arithmetic.unsigned(number.bitLength() > 64 ? -1L : number.longValue());
    }
    if (number.bitLength() > 63) {
      return number.bitLength() == 64 && number.signum() > 0
          ? Value.Int.of(number.longValue())
          : Value.Int.of(number.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
    }
    return new Value.Int(number, false);
  }

  private static Value decimal(Value value, DataType type, Run run) {
    if (value instanceof Value.Text(var text) && !NumberText.isNumber(text)) {
      run.warn(1292, "Truncated incorrect DECIMAL value: '" + Printer.cut(text) + "'");
    }
    int scale = Math.max(0, type.decimals());
    BigDecimal number = Coercion.decimal(value).setScale(scale, RoundingMode.HALF_UP);
    BigDecimal limit = BigDecimal.ONE.movePointRight(type.precision() - scale);
    if (number.abs().compareTo(limit) >= 0) {
      BigDecimal most = limit.subtract(BigDecimal.ONE.movePointLeft(scale));
      number = number.signum() < 0 ? most.negate() : most;
      run.warn(1264, "Out of range value for column '' at row 1");
    }
    return new Value.Decimal(number);
  }

  private static Value characters(Value value, DataType type, boolean binary, Run run) {
    String text =
        value instanceof Value.Blob(var bytes) && binary
            ? new String(bytes.toByteArray(), Charsets.of(Collation.DEFAULT))
            : Coercion.text(value);
    if (type.collation().isBinary()) {
      return Coercion.blob(Coercion.bytes(value, Collation.DEFAULT));
    }
    if (type.length() >= 0 && text.codePointCount(0, text.length()) > type.length()) {
      run.warn(
          1292,
          "Truncated incorrect CHAR(" + type.length() + ") value: '" + Printer.cut(text) + "'");
      return new Value.Text(text.substring(0, text.offsetByCodePoints(0, (int) type.length())));
    }
    return new Value.Text(text);
  }

  private static Value bytes(Value value, DataType type) {
    byte[] bytes = Coercion.bytes(value, Collation.DEFAULT);
    int length = (int) Math.min(type.length(), 1 << 20);
    return new Value.Blob(Bytes.of(length >= 0 ? Arrays.copyOf(bytes, length) : bytes));
  }

  private static Value dateTime(Value value, Run run, String name) {
    Value time = Coercion.dateTime(value, run.local());
    if (time instanceof Value.Null) {
      run.warn(1292, "Incorrect " + name + " value: '" + Coercion.text(value) + "'");
    }
    return time;
  }

  private static Value json(Value value) {
    if (value instanceof Value.Text(var text)) {
      return new Value.Json(Json.write(JsonFunctions.read(text, 1, "cast_as_json")));
    }
    return new Value.Json(Json.write(Json.of(value)));
  }

  static Node transcode(Node operand, String charset) {
    Collation collation = TypeParser.collation(charset, null, Collation.DEFAULT);
    ResultType from = operand.type();
    ResultType type = ResultType.text(from.length(), collation).asNullable();
    boolean wasBinary = from.isString() && from.collation().isBinary();
    return Node.of(
        type,
        operand.fixed(),
        frame -> {
          Value value = operand.eval(frame);
          if (value instanceof Value.Null) {
            return value;
          }
          if (collation.isBinary()) {
            return Coercion.blob(
                Coercion.bytes(
                    value,
                    wasBinary
                        ? Collation.DEFAULT
                        : from.isString() ? from.collation() : Collation.DEFAULT));
          }
          if (value instanceof Value.Blob(var bytes)) {
            return Coercion.decoded(bytes.toByteArray(), collation);
          }
          byte[] encoded = Coercion.text(value).getBytes(Charsets.of(collation));
          return Coercion.decoded(encoded, collation);
        });
  }

  static Node collate(Node operand, String name) {
    Collation collation = Collation.find(name);
    if (collation == null) {
      throw Errors.unknownCollation(name);
    }
    ResultType from = operand.type();
    if (from.isString() && !from.collation().charset().equals(collation.charset())) {
      throw new SqlException(
          1253,
          "42000",
          "COLLATION '"
              + collation.name()
              + "' is not valid for CHARACTER SET '"
              + from.collation().charset()
              + "'");
    }
    ResultType type =
        from.isString() ? from.collated(collation) : ResultType.text(from.length(), collation);
    return Node.of(type.asNullable(), operand.fixed(), operand::eval);
  }
}
