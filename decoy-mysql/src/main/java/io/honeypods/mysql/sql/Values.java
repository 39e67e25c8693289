package io.honeypods.mysql.sql;

/** What can be said of a value alone. */
final class Values {
  private Values() {}

  /** What it takes in memory, roughly. */
  static long footprint(Value value) {
    return switch (value) {
      case Value.Null() -> 8;
      case Value.Int(var number, var unsigned) -> 48;
      case Value.Decimal(var number) -> 64;
      case Value.Real(var number) -> 24;
      case Value.Text(var text) -> 48 + 2L * text.length();
      case Value.Blob(var bytes) -> 32 + bytes.length();
      case Value.Date(var date) -> 32;
      case Value.DateTime(var time, var fraction) -> 64;
      case Value.Time(var time, var fraction) -> 48;
      case Value.Json(var text) -> 48 + 2L * text.length();
    };
  }

  /** The first characters or bytes, as a key takes them; the whole where {@code length} is 0. */
  static Value prefix(Value value, int length) {
    if (length == 0) {
      return value;
    }
    return switch (value) {
      case Value.Text(var text) when text.length() > length ->
          new Value.Text(
              text.substring(
                  0,
                  text.offsetByCodePoints(
                      0, Math.min(length, text.codePointCount(0, text.length())))));
      case Value.Blob(var bytes) when bytes.length() > length ->
          new Value.Blob(bytes.slice(0, length));
      default -> value;
    };
  }
}
