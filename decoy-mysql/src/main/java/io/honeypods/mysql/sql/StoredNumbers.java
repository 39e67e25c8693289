package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Year;

/** What a value becomes in a column of numbers. */
final class StoredNumbers {
  private final Run run;
  private final Strictness strictness;

  StoredNumbers(Strictness strictness) {
    this.run = strictness.run();
    this.strictness = strictness;
  }

  private void checkNumber(Value value, String kind, TableColumn column, long row) {
    if (!Comparison.isString(value)) {
      return;
    }
    String text = Coercion.text(value);
    if (NumberText.isNumber(text)) {
      return;
    }
    boolean begins = NumberText.number(text).signum() != 0 || text.strip().startsWith("0");
    if (begins) {
      strictness.problem(
          1265, "01000", "Data truncated for column '" + column.name() + "' at row " + row, "");
      return;
    }
    strictness.problem(
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

  Value integer(Value value, TableColumn column, long row) {
    checkNumber(value, "integer", column, row);
    BigInteger number =
        value instanceof Value.Blob(var bytes)
                && !NumberText.isNumber(Coercion.text(value))
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
      number = strictness.outOfRange(column, row, number.signum() < 0 ? least : most);
    }
    return new Value.Int(number, unsigned);
  }

  Value decimal(Value value, TableColumn column, long row) {
    checkNumber(value, "decimal", column, row);
    int scale = Math.max(0, column.type().decimals());
    BigDecimal given = Coercion.decimal(value);
    BigDecimal number = given.setScale(scale, RoundingMode.HALF_UP);
    BigDecimal limit = BigDecimal.ONE.movePointRight(column.type().precision() - scale);
    boolean negative = column.type().unsigned() && number.signum() < 0;
    if (number.abs().compareTo(limit) >= 0 || negative) {
      BigDecimal most = limit.subtract(BigDecimal.ONE.movePointLeft(scale));
      number =
          strictness.outOfRange(
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

  Value real(Value value, TableColumn column, long row) {
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
        ? new Value.Real(strictness.outOfRange(column, row, 0.0))
        : new Value.Real(number);
  }

  Value bits(Value value, TableColumn column, long row) {
    int length = (int) Math.max(1, column.type().length());
    byte[] bytes =
        value instanceof Value.Blob(var given)
            ? given.toByteArray()
            : Coercion.integer(value).toByteArray();
    var number = new BigInteger(1, bytes);
    if (number.bitLength() > length) {
      number =
          strictness.problem(
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

  Value year(Value value, TableColumn column, long row) {
    int year = Coercion.small(value);
    if (year > 0 && year < 100) {
      year += year < 70 ? 2000 : 1900;
    }
    boolean fits = year == 0 || (year > 1900 && Year.of(year).getValue() < 2156);
    return Value.Int.of(fits ? year : strictness.outOfRange(column, row, 0));
  }
}
