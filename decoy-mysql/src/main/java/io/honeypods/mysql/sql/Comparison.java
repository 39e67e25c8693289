package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;

/** The order of values, as collations and types have it. */
final class Comparison {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private Comparison() {}

  /** Below, at or above 0 as two values that are not NULL stand in order. */
  static int compare(Value left, Value right, Collation collation) {
    if (left instanceof Value.Text(var a) && right instanceof Value.Text(var b)) {
      return fold(a, collation).compareTo(fold(b, collation));
    }
    if (left instanceof Value.Int(var a, _) && right instanceof Value.Int(var b, _)) {
      return a.compareTo(b);
    }
    if (isString(left) && isString(right)) {
      return Arrays.compareUnsigned(
          Coercion.bytes(left, Collation.DEFAULT), Coercion.bytes(right, Collation.DEFAULT));
    }
    if (isTemporal(left) || isTemporal(right)) {
      return temporal(left, right);
    }
    if (left instanceof Value.Json || right instanceof Value.Json) {
      return Json.compare(left, right);
    }
    if (isReal(left) || isReal(right)) {
      return Double.compare(Coercion.real(left), Coercion.real(right));
    }
    return Coercion.decimal(left).compareTo(Coercion.decimal(right));
  }

  private static boolean isReal(Value value) {
    return value instanceof Value.Real || isString(value);
  }

  static boolean isString(Value value) {
    return value instanceof Value.Text || value instanceof Value.Blob;
  }

  static boolean isTemporal(Value value) {
    return value instanceof Value.Date
        || value instanceof Value.DateTime
        || value instanceof Value.Time;
  }

  private static int temporal(Value left, Value right) {
    if (left instanceof Value.Time(var a, _) && right instanceof Value.Time(var b, _)) {
      return a.compareTo(b);
    }
    if (left instanceof Value.Time || right instanceof Value.Time) {
      Value a = Coercion.time(left);
      Value b = Coercion.time(right);
      if (a instanceof Value.Time(var x, _) && b instanceof Value.Time(var y, _)) {
        return x.compareTo(y);
      }
    }
    boolean numeric = left instanceof Value.Int || right instanceof Value.Int;
    Value a = Coercion.dateTime(left, EPOCH);
    Value b = Coercion.dateTime(right, EPOCH);
    if (!numeric
        && a instanceof Value.DateTime(var x, _)
        && b instanceof Value.DateTime(var y, _)) {
      return x.compareTo(y);
    }
    return Double.compare(Coercion.real(left), Coercion.real(right));
  }

  /** A text in a form whose plain order is that of the collation. */
  static String fold(String text, Collation collation) {
    String name = collation.name();
    boolean padded = !name.contains("0900");
    String kept = padded ? stripSpaces(text) : text;
    if (name.endsWith("_bin") || collation.isBinary()) {
      return kept;
    }
    var folded = new StringBuilder(kept.length());
    boolean ascii = true;
    for (int i = 0; i < kept.length() && ascii; i++) {
      char c = kept.charAt(i);
      ascii = c < 0x80;
      if (ascii) {
        Weights.add(c, folded);
      }
    }
    if (ascii && !collation.isCaseSensitive()) {
      return folded.toString();
    }
    return foldWide(kept, collation);
  }

  private static String foldWide(String text, Collation collation) {
    String plain = text;
    if (!collation.name().contains("_as_")) {
      plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
    var folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int kind = Character.getType(c);
      if (kind == Character.NON_SPACING_MARK) {
        continue;
      }
      Weights.add(c, folded);
    }
    return collation.isCaseSensitive() ? folded + "\0" + text : folded.toString();
  }

  private static String stripSpaces(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether two characters are the same letter to a collation. */
  static boolean sameLetter(int a, int b, Collation collation) {
    if (a == b) {
      return true;
    }
    if (collation.isCaseSensitive()) {
      return false;
    }
    if (a < 0x80 && b < 0x80) {
      return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
    return fold(Character.toString(a), collation).equals(fold(Character.toString(b), collation));
  }

  /** What stands for a value in an index: equal and ordered as the value is in its column. */
  static Comparable<?> sortKey(Value value, Collation collation) {
    return switch (value) {
      case Value.Null() -> "";
      case Value.Int(var number, _) -> new BigDecimal(number);
      case Value.Decimal(var number) -> number.stripTrailingZeros();
      case Value.Real(var number) -> number == 0 ? 0.0 : number;
      case Value.Text(var text) -> fold(text, collation);
      case Value.Blob(var bytes) -> new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
      case Value.Date(var date) -> date.toString();
      case Value.DateTime(var time, _) -> Temporals.format(time, 6);
      case Value.Time(var time, _) -> time;
      case Value.Json(var text) -> text;
    };
  }

  /** What stands for a value in DISTINCT, GROUP BY and UNION; {@code ""} for NULL is kept apart. */
  static Object groupKey(Value value, Collation collation) {
    return switch (value) {
      case Value.Null() -> Value.NULL;
      case Value.Int _, Value.Decimal _ -> Coercion.decimal(value).stripTrailingZeros();
      case Value.Real _,
          Value.Text _,
          Value.Blob _,
          Value.Date _,
          Value.DateTime _,
          Value.Time _,
          Value.Json _ ->
          sortKey(value, collation);
    };
  }

  /** The collation in which two expressions are compared; the more explicit one wins. */
  static Collation common(ResultType left, ResultType right) {
    if (!left.isString()) {
      return right.isString() ? right.collation() : Collation.DEFAULT;
    }
    if (!right.isString()) {
      return left.collation();
    }
    if (left.collation().isBinary() || right.collation().isBinary()) {
      return Collation.BINARY;
    }
    if (left.collation().equals(Collation.DEFAULT)) {
      return right.collation();
    }
    return left.collation();
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
