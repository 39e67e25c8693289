package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the system's tables look like; their rows come from elsewhere. */
final class SystemTables {
  private static final int CELLS = 8;
  private static final Pattern PART = Pattern.compile("(.+)\\((\\d+)\\)");

  private SystemTables() {}

  static List<SystemTable> read() {
    var tables = new ArrayList<SystemTable>();
    var lines = new ArrayList<List<String>>();
    for (List<String> line : SystemFacts.table("tables.txt", CELLS)) {
      if (line.getFirst().startsWith("@") && !lines.isEmpty()) {
        tables.add(table(lines));
        lines.clear();
      }
      lines.add(line);
    }
    tables.add(table(lines));
    return tables;
  }

  private static SystemTable table(List<List<String>> lines) {
    List<String> head = lines.getFirst();
    Collation collation = collation(head.get(4));
    var columns = new ArrayList<TableColumn>();
    var keys = new ArrayList<Key>();
    for (List<String> line : lines.subList(1, lines.size())) {
      if (line.getFirst().startsWith("#")) {
        keys.add(key(line));
      } else {
        columns.add(column(line, collation));
      }
    }
    return new SystemTable(
        head.get(0).substring(1),
        head.get(1),
        SystemTable.Kind.valueOf(head.get(2)),
        head.get(3),
        collation,
        head.get(5),
        head.get(6),
        columns,
        keys,
        SystemTable.Source.NONE);
  }

  /**
   * Name, type, whether NULL is allowed, {@code =default}, extra, collation, comment, expression.
   */
  private static TableColumn column(List<String> cells, Collation table) {
    DataType type =
        SystemTypes.parse(cells.get(1), cells.get(5).isEmpty() ? table : collation(cells.get(5)));
    boolean nullable = cells.get(2).equals("Y");
    String initial = cells.get(3);
    boolean computed = initial.startsWith("=CURRENT_TIMESTAMP");
    String extra = cells.get(4);
    return new TableColumn(
        cells.get(0),
        type,
        nullable,
        initial.isEmpty() || computed
            ? (nullable ? Value.NULL : null)
            : value(type, initial.substring(1)),
        computed ? initial.substring(1) : null,
        extra.contains("auto_increment"),
        extra.startsWith("on update ") ? extra.substring(10) : null,
        cells.get(7).isEmpty() ? null : cells.get(7).replace("\\\\'", "'"),
        false,
        cells.get(6));
  }

  private static Value value(DataType type, String text) {
    return switch (type.name().family()) {
      case INTEGER -> text.isEmpty() ? Value.Int.of(0) : Value.Int.of(Long.parseLong(text));
      case DECIMAL, REAL -> new Value.Real(text.isEmpty() ? 0 : Double.parseDouble(text));
      case TEXT, BINARY, JSON, BIT, TEMPORAL -> new Value.Text(text);
    };
  }

  private static Key key(List<String> cells) {
    var parts = new ArrayList<Key.Part>();
    for (String part : cells.get(3).split(",", -1)) {
      Matcher prefixed = PART.matcher(part);
      parts.add(
          prefixed.matches()
              ? new Key.Part(prefixed.group(1), Integer.parseInt(prefixed.group(2)), false)
              : new Key.Part(part, 0, false));
    }
    String name = cells.getFirst().substring(1);
    Key.Kind kind =
        name.equals("PRIMARY")
            ? Key.Kind.PRIMARY
            : cells.get(1).equals("0") ? Key.Kind.UNIQUE : Key.Kind.INDEX;
    String using = cells.get(2).toUpperCase(Locale.ROOT);
    return new Key(name, kind, parts, using.equals("HASH") ? using : null, "");
  }

  private static Collation collation(String name) {
    return Objects.requireNonNull(Collation.find(name), name);
  }
}
