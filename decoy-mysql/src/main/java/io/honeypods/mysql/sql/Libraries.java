package io.honeypods.mysql.sql;

/** CREATE FUNCTION … SONAME, which never loads anything. */
final class Libraries {
  private static final String PLUGINS = "/usr/lib64/mysql/plugin/";

  private Libraries() {}

  static SqlException refused(Statement.CreateLibraryFunction create) {
    if (create.library().contains("/")) {
      return new SqlException(1124, "HY000", "No paths allowed for shared library");
    }
    return new SqlException(
        1126,
        "HY000",
        "Can't open shared library '"
            + create.library()
            + "' (errno: 11 "
            + PLUGINS
            + create.library()
            + ": cannot open shared object file: No such file or directory)");
  }
}
