package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a value becomes when it is put into a column, and the errors where it does not fit. */
final class Stored {
  private final Run run;
  private final boolean strict;

  /**
   * @param ignore whether errors are only warnings
   */
  Stored(Run run, boolean ignore) {
    this.run = run;
    this.strict = run.session().settings().strict() && !ignore;
  }

  boolean strict() {
    return strict;
  }

  Value convert(Value value, TableColumn column, long row) {
    if (value instanceof Value.Null) {
      return value;
    }
    DataType type = column.type();
    return switch (type.name().family()) {
      case INTEGER ->
          type.name() == TypeName.YEAR ? year(value, column, row) : integer(value, column, row);
      case DECIMAL -> decimal(value, column, row);
      case REAL -> real(value, column, row);
      case BIT -> bits(value, column, row);
      case TEMPORAL -> temporal(value, column, row);
      case TEXT -> text(value, column, row);
      case BINARY -> binary(value, column, row);
      case JSON -> json(value, column);
    };
  }

  private <T> T problem(int code, String state, String message, T otherwise) {
    if (strict) {
      throw new SqlException(code, state, message);
    }
    run.warn(code, message);
    return otherwise;
  }

  private <T> T outOfRange(TableColumn column, long row, T otherwise) {
    return problem(
        1264,
        "22003",
        "Out of range value for column '" + column.name() + "' at row " + row,
        otherwise);
  }

  private void checkNumber(Value value, String kind, TableColumn column, long row) {
    if (!Comparison.isString(value)) {
      return;
    }
    String text = Coercion.text(value);
    if (Coercion.isNumber(text)) {
      return;
    }
    boolean begins = Coercion.number(text).signum() != 0 || text.strip().startsWith("0");
    if (begins) {
      problem(1265, "01000", "Data truncated for column '" + column.name() + "' at row " + row, "");
      return;
    }
    problem(
        1366,
        "HY000",
        "Incorrect "
            + kind
            + " value: '"
            + text
            + "' for column '"
            + column.name()
            + "' at row "
            + row,
        "");
  }

  private Value integer(Value value, TableColumn column, long row) {
    checkNumber(value, "integer", column, row);
    BigInteger number =
        value instanceof Value.Blob(var bytes)
                && !Coercion.isNumber(Coercion.text(value))
                && bytes.length() <= 8
            ? new BigInteger(1, bytes.toByteArray())
            : Coercion.integer(value);
    boolean unsigned = column.type().unsigned();
    int bits =
        switch (column.type().name()) {
          case TINYINT -> 8;
          case SMALLINT -> 16;
          case MEDIUMINT -> 24;
          case INT -> 32;
          default -> 64;
        };
    BigInteger most = BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1).subtract(BigInteger.ONE);
    BigInteger least = unsigned ? BigInteger.ZERO : most.add(BigInteger.ONE).negate();
    if (number.compareTo(most) > 0 || number.compareTo(least) < 0) {
      number = outOfRange(column, row, number.signum() < 0 ? least : most);
    }
    return new Value.Int(number, unsigned);
  }

  private Value decimal(Value value, TableColumn column, long row) {
    checkNumber(value, "decimal", column, row);
    int scale = Math.max(0, column.type().decimals());
    BigDecimal given = Coercion.decimal(value);
    BigDecimal number = given.setScale(scale, RoundingMode.HALF_UP);
    BigDecimal limit = BigDecimal.ONE.movePointRight(column.type().precision() - scale);
    boolean negative = column.type().unsigned() && number.signum() < 0;
    if (number.abs().compareTo(limit) >= 0 || negative) {
      BigDecimal most = limit.subtract(BigDecimal.ONE.movePointLeft(scale));
      number =
          outOfRange(
              column,
              row,
              negative
                  ? BigDecimal.ZERO.setScale(scale)
                  : number.signum() < 0 ? most.negate() : most);
    } else if (given.stripTrailingZeros().scale() > scale) {
      run.note(1265, "Data truncated for column '" + column.name() + "' at row " + row);
    }
    return new Value.Decimal(number);
  }

  private Value real(Value value, TableColumn column, long row) {
    checkNumber(value, "double", column, row);
    double number = Coercion.real(value);
    if (column.type().name() == TypeName.FLOAT) {
      number = Double.parseDouble(Float.toString((float) number));
    }
    if (column.type().decimals() >= 0 && Double.isFinite(number)) {
      number =
          BigDecimal.valueOf(number)
              .setScale(column.type().decimals(), RoundingMode.HALF_UP)
              .doubleValue();
    }
    return column.type().unsigned() && number < 0
        ? new Value.Real(outOfRange(column, row, 0.0))
        : new Value.Real(number);
  }

  private Value bits(Value value, TableColumn column, long row) {
    int length = (int) Math.max(1, column.type().length());
    byte[] bytes =
        value instanceof Value.Blob(var given)
            ? given.toByteArray()
            : Coercion.integer(value).toByteArray();
    var number = new BigInteger(1, bytes);
    if (number.bitLength() > length) {
      number =
          problem(
              1406,
              "22001",
              "Data too long for column '" + column.name() + "' at row " + row,
              BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
    }
    byte[] raw = number.toByteArray();
    byte[] fixed = new byte[(length + 7) / 8];
    for (int i = 0; i < fixed.length && i < raw.length; i++) {
      fixed[fixed.length - 1 - i] = raw[raw.length - 1 - i];
    }
    return new Value.Blob(Bytes.of(fixed));
  }

  private Value year(Value value, TableColumn column, long row) {
    int year = Coercion.small(value);
    if (year > 0 && year < 100) {
      year += year < 70 ? 2000 : 1900;
    }
    boolean fits = year == 0 || (year > 1900 && Year.of(year).getValue() < 2156);
    return Value.Int.of(fits ? year : outOfRange(column, row, 0));
  }

  private Value temporal(Value value, TableColumn column, long row) {
    int digits = Math.max(0, column.type().decimals());
    if (column.type().name() == TypeName.TIME) {
      Value time = Coercion.time(value);
      return time instanceof Value.Time(var at, _)
          ? new Value.Time(at, digits)
          : incorrect("time", value, column, row);
    }
    Value time = Coercion.dateTime(value, run.local());
    boolean date = column.type().name() == TypeName.DATE;
    if (!(time instanceof Value.DateTime(var at, _))) {
      return incorrect(date ? "date" : "datetime", value, column, row);
    }
    return date ? new Value.Date(at.toLocalDate()) : Casts.rounded(at, digits);
  }

  private Value incorrect(String kind, Value value, TableColumn column, long row) {
    return problem(
        1292,
        "22007",
        "Incorrect "
            + kind
            + " value: '"
            + Coercion.text(value)
            + "' for column '"
            + column.name()
            + "' at row "
            + row,
        Value.NULL);
  }

  private Value text(Value value, TableColumn column, long row) {
    String text =
        value instanceof Value.Blob(var bytes)
            ? new String(bytes.toByteArray(), Coercion.charset(column.type().collation()))
            : Coercion.text(value);
    if (column.type().name() == TypeName.ENUM) {
      return element(value, text, column, row);
    }
    if (column.type().name() == TypeName.SET) {
      return set(text, column, row);
    }
    ResultType type = Fields.type(column);
    long length = text.codePointCount(0, text.length());
    boolean bytes = column.type().name().isBlob();
    long size = bytes ? text.getBytes(Coercion.charset(column.type().collation())).length : length;
    if (size > type.length()) {
      String cut =
          text.substring(0, text.offsetByCodePoints(0, (int) Math.min(length, type.length())));
      if (!text.substring(cut.length()).isBlank()) {
        problem(
            1406, "22001", "Data too long for column '" + column.name() + "' at row " + row, "");
      }
      text = cut;
    }
    return new Value.Text(column.type().name() == TypeName.CHAR ? text.stripTrailing() : text);
  }

  private Value element(Value value, String text, TableColumn column, long row) {
    List<String> elements = column.type().elements();
    for (String element : elements) {
      if (element.equalsIgnoreCase(text)) {
        return new Value.Text(element);
      }
    }
    int index = Coercion.isNumber(text) ? Coercion.small(value) : 0;
    if (index >= 1 && index <= elements.size()) {
      return new Value.Text(elements.get(index - 1));
    }
    return problem(
        1265,
        "01000",
        "Data truncated for column '" + column.name() + "' at row " + row,
        new Value.Text(""));
  }

  private Value set(String text, TableColumn column, long row) {
    List<String> given = text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    var kept = new ArrayList<String>();
    for (String element : column.type().elements()) {
      if (given.stream().anyMatch(element::equalsIgnoreCase)) {
        kept.add(element);
      }
    }
    if (kept.size() < given.size()
        && given.stream().anyMatch(word -> kept.stream().noneMatch(word::equalsIgnoreCase))) {
      problem(1265, "01000", "Data truncated for column '" + column.name() + "' at row " + row, "");
    }
    return new Value.Text(String.join(",", kept));
  }

  private Value binary(Value value, TableColumn column, long row) {
    byte[] bytes = Coercion.bytes(value, Collation.DEFAULT);
    long most = Fields.type(column).length();
    if (bytes.length > most) {
      problem(1406, "22001", "Data too long for column '" + column.name() + "' at row " + row, "");
      bytes = Arrays.copyOf(bytes, (int) most);
    }
    return Coercion.blob(
        column.type().name() == TypeName.BINARY ? Arrays.copyOf(bytes, (int) most) : bytes);
  }

  private Value json(Value value, TableColumn column) {
    if (value instanceof Value.Json) {
      return value;
    }
    Object parsed = Json.parse(Coercion.text(value));
    if (parsed == null) {
      throw new SqlException(
          3140,
          "22032",
          "Invalid JSON text: \"Invalid value.\" at position 0 in value for column '"
              + column.name()
              + "'.");
    }
    return new Value.Json(Json.write(parsed));
  }
}
