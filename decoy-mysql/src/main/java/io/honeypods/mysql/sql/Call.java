package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function being called: its arguments, computed when they are asked for. */
final class Call {
  private final Run run;
  private final String name;
  private final List<Node> arguments;
  private final Frame frame;
  private final @Nullable Value[] values;
  private final Expr.Call source;

  Call(Run run, String name, List<Node> arguments, Frame frame, Expr.Call source) {
    this.run = run;
    this.name = name;
    this.arguments = arguments;
    this.frame = frame;
    this.values = new Value[arguments.size()];
    this.source = source;
  }

  Run run() {
    return run;
  }

  Session session() {
    return run.session();
  }

  String name() {
    return name;
  }

  int size() {
    return arguments.size();
  }

  Value value(int index) {
    Value value = values[index];
    if (value == null) {
      value = arguments.get(index).eval(frame);
      values[index] = value;
    }
    return value;
  }

  boolean isNull(int index) {
    return value(index) instanceof Value.Null;
  }

  boolean anyNull() {
    for (int i = 0; i < size(); i++) {
      if (isNull(i)) {
        return true;
      }
    }
    return false;
  }

  String text(int index) {
    Value value = value(index);
    int decimals = type(index).decimals();
    return switch (value) {
      case Value.Real(var number) when decimals < ResultType.VARIES ->
          Coercion.real(number, decimals);
      case Value.Decimal decimal -> Coercion.text(Types.shown(decimal, type(index)));
      default -> Coercion.text(value);
    };
  }

  int integer(int index) {
    return Coercion.small(value(index));
  }

  double real(int index) {
    return Arithmetic.number(value(index), run);
  }

  BigDecimal decimal(int index) {
    return Coercion.decimal(value(index));
  }

  boolean truth(int index) {
    return Coercion.truth(value(index));
  }

  List<Node> nodes() {
    return arguments;
  }

  ResultType type(int index) {
    return arguments.get(index).type();
  }

  Collation collation(int index) {
    ResultType type = type(index);
    return type.isString() ? type.collation() : Collation.DEFAULT;
  }

  /** The bytes of an argument in its own character set. */
  byte[] bytes(int index) {
    return Coercion.bytes(
        value(index), collation(index).isBinary() ? Collation.DEFAULT : collation(index));
  }

  /** Text that is binary if an argument is. */
  Value string(String text, int like) {
    return value(like) instanceof Value.Blob
        ? Coercion.blob(text.getBytes(StandardCharsets.ISO_8859_1))
        : new Value.Text(text);
  }

  /** The call as error texts quote it. */
  String printed() {
    return Printer.print(source);
  }

  /** Refuses a result that would be too long. */
  boolean tooLong(long length) {
    if (length <= run.maxString()) {
      return false;
    }
    run.warn(
        1301, "Result of " + name + "() was larger than max_allowed_packet (67108864) - truncated");
    return true;
  }
}
