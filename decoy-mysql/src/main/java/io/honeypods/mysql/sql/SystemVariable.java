package io.honeypods.mysql.sql;

/**
 * A system variable as it is defined, before anybody sets it.
 *
 * @param initial its value as text, {@code \N} for NULL
 */
record SystemVariable(
    String name, Reach reach, boolean writable, VariableKind kind, String initial) {

  boolean hasGlobal() {
    return reach != Reach.SESSION;
  }

  boolean hasSession() {
    return reach != Reach.GLOBAL;
  }

  Value initialValue() {
    return initial.equals("\\N") ? Value.NULL : kind.read(initial);
  }

  SqlException readOnly() {
    return new SqlException(1238, "HY000", "Variable '" + name + "' is a read only variable");
  }

  SqlException wrongValue(String value) {
    return new SqlException(
        1231, "42000", "Variable '" + name + "' can't be set to the value of '" + value + "'");
  }

  SqlException wrongType() {
    return new SqlException(1232, "42000", "Incorrect argument type to variable '" + name + "'");
  }

  /** What a variable has a value of. */
  enum Reach {
    GLOBAL,
    SESSION,
    BOTH
  }
}
