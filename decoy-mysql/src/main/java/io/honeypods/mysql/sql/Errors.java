package io.honeypods.mysql.sql;

/** What the server says, by what is wrong. */
final class Errors {
  private Errors() {}

  static SqlException syntax(String near, int line) {
    int end = near.indexOf('\0') < 0 ? near.length() : near.indexOf('\0');
    String cut = near.substring(0, Math.min(80, end));
    return new SqlException(
        1064,
        "42000",
        "You have an error in your SQL syntax; check the manual that corresponds to your MySQL"
            + " server version for the right syntax to use near '"
            + cut
            + "' at line "
            + line);
  }

  static SqlException stackOverrun() {
    return new SqlException(
        1436,
        "HY000",
        "Thread stack overrun:  271312 bytes used of a 286720 byte stack, and 20000 bytes needed."
            + "  Use 'mysqld --thread_stack=#' to specify a bigger stack.");
  }

  static SqlException identifierTooLong(String name) {
    return new SqlException(1059, "42000", "Identifier name '" + name + "' is too long");
  }

  static SqlException noSchema() {
    return new SqlException(1046, "3D000", "No database selected");
  }

  static SqlException unknownSchema(String name) {
    return new SqlException(1049, "42000", "Unknown database '" + name + "'");
  }

  static SqlException noTable(String schema, String name) {
    return new SqlException(1146, "42S02", "Table '" + schema + "." + name + "' doesn't exist");
  }

  static SqlException unknownTable(String name) {
    return new SqlException(1051, "42S02", "Unknown table '" + name + "'");
  }

  static SqlException unknownTableIn(String name, String clause) {
    return new SqlException(1109, "42S02", "Unknown table '" + name + "' in " + clause);
  }

  static SqlException tableExists(String name) {
    return new SqlException(1050, "42S01", "Table '" + name + "' already exists");
  }

  static SqlException unknownColumn(String name, String clause) {
    return new SqlException(1054, "42S22", "Unknown column '" + name + "' in '" + clause + "'");
  }

  static SqlException ambiguous(String name, String clause) {
    return new SqlException(1052, "23000", "Column '" + name + "' in " + clause + " is ambiguous");
  }

  static SqlException noFunction(String name) {
    return new SqlException(1305, "42000", "FUNCTION " + name + " does not exist");
  }

  static SqlException noProcedure(String name) {
    return new SqlException(1305, "42000", "PROCEDURE " + name + " does not exist");
  }

  static SqlException parameterCount(String function) {
    return new SqlException(
        1582,
        "42000",
        "Incorrect parameter count in the call to native function '" + function + "'");
  }

  static SqlException outOfRange(String type, String expression) {
    return new SqlException(1690, "22003", type + " value is out of range in '" + expression + "'");
  }

  static SqlException operandColumns(int expected) {
    return new SqlException(1241, "21000", "Operand should contain " + expected + " column(s)");
  }

  static SqlException tableFull(String name) {
    return new SqlException(1114, "HY000", "The table '" + name + "' is full");
  }

  static SqlException timeExceeded() {
    return new SqlException(
        3024,
        "HY000",
        "Query execution was interrupted, maximum statement execution time exceeded");
  }

  static SqlException secureFile() {
    return new SqlException(
        1290,
        "HY000",
        "The MySQL server is running with the --secure-file-priv option so it cannot execute this"
            + " statement");
  }

  static SqlException notAllowed(String what) {
    return new SqlException(
        1235, "42000", "This version of MySQL doesn't yet support '" + what + "'");
  }

  static SqlException unknownCharset(String name) {
    return new SqlException(1115, "42000", "Unknown character set: '" + name + "'");
  }

  static SqlException unknownCollation(String name) {
    return new SqlException(1273, "HY000", "Unknown collation: '" + name + "'");
  }

  static SqlException unknownVariable(String name) {
    return new SqlException(1193, "HY000", "Unknown system variable '" + name + "'");
  }

  static SqlException wrongArguments(String function) {
    return new SqlException(1210, "HY000", "Incorrect arguments to " + function);
  }
}
