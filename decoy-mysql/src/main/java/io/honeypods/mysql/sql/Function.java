package io.honeypods.mysql.sql;

import java.util.List;

/**
 * A native function.
 *
 * @param most arguments, or -1 for any number
 * @param strict whether NULL as any argument makes the result NULL
 */
record Function(int least, int most, boolean strict, Typing typing, Body body) {

  interface Typing {
    ResultType type(List<Node> arguments);
  }

  interface Body {
    Value call(Call call);
  }

  /** Takes functions by name. */
  interface Register {
    void put(String name, Function function);

    default void strict(String name, int least, int most, Typing typing, Body body) {
      put(name, new Function(least, most, true, typing, body));
    }

    default void lenient(String name, int least, int most, Typing typing, Body body) {
      put(name, new Function(least, most, false, typing, body));
    }
  }

  /** Types that do not depend on the arguments, but for whether they can be NULL. */
  static Typing fixed(ResultType type) {
    return arguments -> type;
  }

  static Typing nullable(ResultType type) {
    return arguments -> type.asNullable();
  }
}
