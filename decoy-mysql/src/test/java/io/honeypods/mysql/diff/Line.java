package io.honeypods.mysql.diff;

import java.util.List;

/**
 * A statement of statements.txt.
 *
 * @param marks how it is run and compared: {@code ~} values vary, {@code ^} the order of rows
 *     varies, {@code &} whether an index is used varies, {@code =} only columns are compared,
 *     {@code !} nothing is, {@code *} several statements at once, {@code ?} prepared, {@code 2} on
 *     a second connection
 * @param parameters of a prepared statement, each a literal
 */
record Line(String section, String marks, String sql, List<String> parameters) {
  private static final String BEFORE_PARAMETERS = " <- ";

  static Line parse(String section, String text) {
    int space = text.indexOf(' ');
    boolean marked = space > 0 && text.substring(0, space).matches("[~^=!*?2&]+");
    String marks = marked ? text.substring(0, space) : "";
    String sql = marked ? text.substring(space + 1) : text;
    if (!marks.contains("?")) {
      return new Line(section, marks, sql, List.of());
    }
    int arrow = sql.lastIndexOf(BEFORE_PARAMETERS);
    return arrow < 0
        ? new Line(section, marks, sql, List.of())
        : new Line(
            section,
            marks,
            sql.substring(0, arrow),
            List.of(sql.substring(arrow + BEFORE_PARAMETERS.length()).split(", ", -1)));
  }

  boolean has(char mark) {
    return marks.indexOf(mark) >= 0;
  }

  String name() {
    return section + ": " + (has('2') ? "2 " : "") + sql.replace("\n", " ").strip();
  }

  /** What is left of an outcome when that which may vary is taken out. */
  List<String> comparable(List<String> outcome) {
    if (has('!')) {
      return List.of();
    } else if (has('=')) {
      return outcome.stream().filter(line -> !line.startsWith("ROW")).toList();
    } else if (has('~')) {
      return outcome.stream().map(Line::masked).toList();
    }
    return has('&') ? outcome.stream().map(Line::unplanned).toList() : ordered(outcome);
  }

  private List<String> ordered(List<String> outcome) {
    return has('^') ? sorted(outcome) : outcome;
  }

  private static String unplanned(String line) {
    return line.replace("EOF status=0022", "EOF status=0002");
  }

  private static String masked(String line) {
    if (!line.startsWith("ROW ")) {
      return line;
    }
    return line.replaceAll("'[^|]*'|0x[0-9a-f]*|double [-0-9.E]+|time [0-9a-f]*", "*");
  }

  /** The rows in an order that does not depend on the server; everything else where it is. */
  private static List<String> sorted(List<String> outcome) {
    var rows = outcome.stream().filter(line -> line.startsWith("ROW")).sorted().iterator();
    return outcome.stream().map(line -> line.startsWith("ROW") ? rows.next() : line).toList();
  }
}
