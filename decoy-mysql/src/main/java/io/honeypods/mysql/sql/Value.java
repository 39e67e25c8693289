package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value of SQL as MySQL computes with it. */
public sealed interface Value {
  Value NULL = new Null();

  /** No value. */
  record Null() implements Value {}

  /** BIGINT and all that is smaller; {@code unsigned} where its type is. */
  record Int(BigInteger value, boolean unsigned) implements Value {
    public static Int of(long value) {
      return new Int(BigInteger.valueOf(value), false);
    }
  }

  record Decimal(BigDecimal value) implements Value {}

  record Real(double value) implements Value {}

  /** A character string in Unicode. */
  record Text(String value) implements Value {}

  /** A binary string. */
  record Blob(Bytes value) implements Value {}

  record Date(LocalDate value) implements Value {}

  /** DATETIME and TIMESTAMP; {@code fraction} is how many digits of a second are shown. */
  record DateTime(LocalDateTime value, int fraction) implements Value {}

  /** TIME: a duration of either sign. */
  record Time(Duration value, int fraction) implements Value {}

  record Json(String value) implements Value {}
}
