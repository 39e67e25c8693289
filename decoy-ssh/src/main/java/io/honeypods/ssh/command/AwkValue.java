package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Decimal;

/**
 * A value of {@code awk}.
 *
 * @param number what it counts as
 */
record AwkValue(Kind kind, String text, double number) {
  static final AwkValue NONE = new AwkValue(Kind.NONE, "", 0);
  private static final double LARGEST_INT = Integer.MAX_VALUE;

  /** What a value came from, which says how it compares. */
  enum Kind {
    NONE,
    NUMBER,
    TEXT,
    INPUT
  }

  static AwkValue of(double number) {
    return new AwkValue(Kind.NUMBER, shown(number, 6), number);
  }

  static AwkValue of(boolean is) {
    return of(is ? 1 : 0);
  }

  static AwkValue of(String text) {
    return new AwkValue(Kind.TEXT, text, Decimal.leading(text));
  }

  /** Text that was read: a number too where it looks like one. */
  static AwkValue input(String text) {
    Kind kind = Decimal.isNumber(text) ? Kind.INPUT : Kind.TEXT;
    return new AwkValue(kind, text, Decimal.leading(text));
  }

  boolean isTrue() {
    return kind == Kind.TEXT ? !text.isEmpty() : number != 0;
  }

  static int compare(AwkValue left, AwkValue right) {
    return left.kind == Kind.TEXT || right.kind == Kind.TEXT
        ? left.text.compareTo(right.text)
        : Double.compare(left.number + 0.0, right.number + 0.0);
  }

  /** A number as it is printed: whole where it is small enough, else with so many digits. */
  static String shown(double number, int digits) {
    return number == Math.rint(number) && Math.abs(number) <= LARGEST_INT
        ? String.valueOf((long) number)
        : Decimal.general(number, digits, false);
  }
}
