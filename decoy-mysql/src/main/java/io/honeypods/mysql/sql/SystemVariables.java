package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system variables, through which {@code @@x} and SET work. */
interface SystemVariables {

  /**
   * The value of a variable, or null if there is none of that name (error 1193 is the caller's).
   *
   * @param name in lower case
   * @throws SqlException such as 1238, where the variable has no such scope
   */
  @Nullable Value get(Session session, Scope scope, String name);

  /**
   * Changes a variable; its own value back where {@code value} is null, for DEFAULT.
   *
   * @return what session tracking tells, mostly nothing
   * @throws SqlException such as 1193, 1231, 1238
   */
  List<SqlResult.StateChange> set(Session session, Scope scope, String name, @Nullable Value value);

  /** Gives a variable a global value before anybody is there. */
  void preset(String name, Value value);

  /** Where a variable was asked for; {@code @@x} alone is ANY. */
  enum Scope {
    ANY,
    SESSION,
    GLOBAL,
    PERSIST,
    PERSIST_ONLY
  }
}
