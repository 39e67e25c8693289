package io.honeypods.mysql.sql;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** IF and its kin, locks, and those that take time. */
final class ControlFunctions {
  private static final Duration LONGEST = Duration.ofDays(365);

  private ControlFunctions() {}

  static void register(Function.Register to) {
    to.lenient(
        "if", 3, 3, a -> Types.common(a.subList(1, 3)), c -> as(c, c.truth(0) ? 1 : 2, 1, 3));
    to.lenient("ifnull", 2, 2, ControlFunctions::second, c -> as(c, c.isNull(0) ? 1 : 0, 0, 2));
    to.lenient(
        "nullif", 2, 2, a -> plain(a.getFirst().type()).asNullable(), ControlFunctions::nullIf);
    to.lenient("coalesce", 1, -1, Types::common, ControlFunctions::coalesce);
    to.lenient("isnull", 1, 1, a -> ResultType.integer(1), c -> Predicates.truth(c.isNull(0)));
    to.lenient("interval", 2, -1, a -> ResultType.integer(2), ControlFunctions::interval);
    to.lenient(
        "sleep",
        1,
        1,
        a -> ResultType.integer(21).orNull(a.getFirst().type().nullable()),
        ControlFunctions::sleep);
    to.lenient(
        "benchmark", 2, 2, a -> ResultType.integer(1).asNullable(), ControlFunctions::benchmark);
    to.lenient(
        "get_lock",
        2,
        2,
        a -> ResultType.integer(1).asNullable(),
        c -> Locks.take(c.session(), name(c)));
    to.lenient(
        "release_lock",
        1,
        1,
        a -> ResultType.integer(1).asNullable(),
        c -> Locks.release(c.session(), name(c)));
    to.lenient(
        "is_free_lock",
        1,
        1,
        a -> ResultType.integer(1).asNullable(),
        c -> Predicates.truth(Locks.holder(c.session(), name(c)) == 0));
    to.lenient(
        "is_used_lock",
        1,
        1,
        a -> ResultType.integer(21).asUnsigned().asNullable(),
        ControlFunctions::usedLock);
    to.lenient(
        "release_all_locks",
        0,
        0,
        a -> ResultType.integer(21).asUnsigned(),
        c -> Value.Int.of(Locks.releaseAll(c.session())));
    to.lenient("grouping", 1, -1, a -> ResultType.integer(1), c -> Value.Int.of(0));
    to.lenient("name_const", 2, 2, a -> a.get(1).type().asNullable(), c -> c.value(1));
  }

  private static ResultType plain(ResultType type) {
    return type.isString() ? ResultType.text(type.length(), type.collation()) : type;
  }

  private static Value as(Call c, int chosen, int from, int to) {
    ResultType type = c.type(from);
    for (int i = from + 1; i < to; i++) {
      type = Types.common(type, c.type(i));
    }
    return Types.as(c.value(chosen), type);
  }

  private static ResultType second(List<Node> arguments) {
    ResultType type = Types.common(arguments);
    return arguments.get(1).type().nullable() ? type.asNullable() : type.notNull();
  }

  private static Value coalesce(Call c) {
    for (int i = 0; i < c.size(); i++) {
      if (!c.isNull(i)) {
        return as(c, i, 0, c.size());
      }
    }
    return Value.NULL;
  }

  private static Value nullIf(Call c) {
    boolean equal =
        !c.isNull(0)
            && !c.isNull(1)
            && Comparison.compare(c.value(0), c.value(1), Comparison.common(c.type(0), c.type(1)))
                == 0;
    return equal ? Value.NULL : c.value(0);
  }

  private static Value interval(Call c) {
    if (c.isNull(0)) {
      return Value.Int.of(-1);
    }
    int below = 0;
    while (below + 1 < c.size() && (c.isNull(below + 1) || c.real(below + 1) <= c.real(0))) {
      below++;
    }
    return Value.Int.of(below);
  }

  private static Value sleep(Call c) {
    double seconds = c.isNull(0) ? -1 : c.real(0);
    if (seconds < 0) {
      throw Errors.wrongArguments("sleep.");
    }
    c.run().tick();
    c.run()
        .delay(seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofNanos((long) (seconds * 1e9)));
    return Value.Int.of(0);
  }

  /** Computes once, and tells how long it would have taken to do it so often. */
  private static Value benchmark(Call c) {
    if (c.isNull(0)) {
      return Value.NULL;
    }
    double times = c.real(0);
    if (times < 0) {
      c.run().warn(1411, "Incorrect count value: '" + c.text(0) + "' for function benchmark");
      return Value.NULL;
    }
    c.value(1);
    double nanos = times * Benchmarks.nanos(c.type(1));
    c.run().delay(nanos > 1e16 ? LONGEST : Duration.ofNanos((long) nanos));
    return Value.Int.of(0);
  }

  private static Value usedLock(Call c) {
    long holder = Locks.holder(c.session(), name(c));
    return holder == 0 ? Value.NULL : Value.Int.of(holder);
  }

  private static String name(Call c) {
    String name = c.isNull(0) ? "" : c.text(0);
    if (name.isEmpty() || name.length() > 64) {
      throw new SqlException(
          3057, "42000", "Incorrect user-level lock name '" + (c.isNull(0) ? "NULL" : name) + "'.");
    }
    return name.toLowerCase(Locale.ROOT);
  }
}
