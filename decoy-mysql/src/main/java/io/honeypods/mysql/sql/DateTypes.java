package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Map;

/** The types that functions of dates and times give. */
final class DateTypes {
  private static final Map<String, Integer> EXTRACTED =
      Map.ofEntries(
          Map.entry("YEAR", 4),
          Map.entry("YEAR_MONTH", 6),
          Map.entry("DAY_HOUR", 9),
          Map.entry("DAY_MINUTE", 11),
          Map.entry("DAY_SECOND", 13),
          Map.entry("HOUR_MINUTE", 4),
          Map.entry("HOUR_SECOND", 6),
          Map.entry("MINUTE_SECOND", 4),
          Map.entry("DAY_MICROSECOND", 20),
          Map.entry("HOUR_MICROSECOND", 13),
          Map.entry("MINUTE_MICROSECOND", 11),
          Map.entry("SECOND_MICROSECOND", 9));

  private DateTypes() {}

  static ResultType date() {
    return ResultType.of(ColumnType.DATE, 10, 0);
  }

  static ResultType stamp(int digits) {
    return ResultType.of(ColumnType.DATETIME, digits > 0 ? 20L + digits : 19, digits);
  }

  static ResultType time(int digits) {
    return ResultType.of(ColumnType.TIME, digits > 0 ? 11L + digits : 10, digits);
  }

  /** NOW and its kin: the argument says how many digits of a second there are. */
  static ResultType present(List<Node> arguments) {
    return stamp(asked(arguments));
  }

  static ResultType clock(List<Node> arguments) {
    int digits = asked(arguments);
    return ResultType.of(ColumnType.TIME, digits > 0 ? 9L + digits : 8, digits);
  }

  private static int asked(List<Node> arguments) {
    Integer digits = StringTypes.number(arguments, 0);
    return digits == null ? 0 : Math.max(0, Math.min(6, digits));
  }

  /** How many digits of a second the values of a node have. */
  static int digits(Node node) {
    ResultType type = node.type();
    if (!type.isString()) {
      return Math.min(6, type.decimals());
    }
    Value value = StringTypes.fixed(node);
    if (value == null) {
      return 6;
    }
    String text = Coercion.text(value);
    Value read = text.indexOf('-') > 0 ? Temporals.dateTime(text) : Temporals.time(text);
    return switch (read) {
      case Value.DateTime(_, int fraction) -> fraction;
      case Value.Time(_, int fraction) -> fraction;
      default -> 6;
    };
  }

  static int digits(List<Node> arguments) {
    int digits = 0;
    for (Node argument : arguments) {
      digits = Math.max(digits, digits(argument));
    }
    return digits;
  }

  /** The digits of a number that stands for seconds. */
  static int fraction(Node node) {
    return Math.min(6, node.type().decimals());
  }

  /** ADDTIME and SUBTIME. */
  static ResultType sum(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    int digits = digits(arguments);
    return switch (type.wire()) {
      case DATETIME, TIMESTAMP -> stamp(digits).asNullable();
      case TIME -> time(digits).asNullable();
      default -> text();
    };
  }

  /** What a date becomes that was given as text. */
  static ResultType text() {
    return new ResultType(ColumnType.STRING, 29, ResultType.VARIES, false, true, Collation.DEFAULT);
  }

  static ResultType extracted(List<Node> arguments) {
    Value unit = StringTypes.fixed(arguments.getFirst());
    String name = unit == null ? "" : Coercion.text(unit);
    return ResultType.integer(EXTRACTED.getOrDefault(name, 2)).asNullable();
  }

  /** UNIX_TIMESTAMP of a time with a fraction is no whole number. */
  static ResultType epoch(List<Node> arguments) {
    int digits = arguments.isEmpty() ? 0 : digits(arguments.getFirst());
    ResultType type =
        digits == 0 ? ResultType.integer(11) : ResultType.decimal(11 + digits, digits);
    return type.orNull(!arguments.isEmpty() && arguments.getFirst().type().nullable());
  }

  /** DATE_FORMAT, TIME_FORMAT and FROM_UNIXTIME with a pattern. */
  static Function.Typing formatted(int pattern) {
    return arguments -> {
      Value value =
          arguments.get(pattern) instanceof Node.Constant(_, var constant) ? constant : null;
      long length =
          value == null
              ? arguments.get(pattern).type().length() * 10
              : value instanceof Value.Null ? 0 : DateFormats.longest(Coercion.text(value));
      return ResultType.text(length).asNullable();
    };
  }

  /** STR_TO_DATE: by what the pattern asks for. */
  static ResultType parsed(List<Node> arguments) {
    Value value = StringTypes.fixed(arguments.get(1));
    if (value == null || value instanceof Value.Null) {
      return (value == null ? stamp(6) : date()).asNullable();
    }
    String pattern = Coercion.text(value);
    boolean timed = pattern.matches("(?s).*%[fHSTrhiIklps].*");
    boolean dated = pattern.matches("(?s).*%[aWUuVvbMcdDejmwXxYy].*");
    int digits = pattern.contains("%f") ? 6 : 0;
    return (timed ? dated ? stamp(digits) : time(digits) : date()).asNullable();
  }
}
