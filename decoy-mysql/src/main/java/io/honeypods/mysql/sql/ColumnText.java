package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How SHOW and information_schema write what a column is. */
final class ColumnText {
  private ColumnText() {}

  /** PRI, UNI, MUL or nothing. */
  static String key(TableInfo table, TableColumn column) {
    Key primary = table.primary();
    if (primary != null && primary.parts().stream().anyMatch(part -> is(part, column))) {
      return "PRI";
    }
    String found = "";
    for (Key key : table.keys()) {
      if (is(key.parts().getFirst(), column)) {
        boolean alone = key.kind() == Key.Kind.UNIQUE && key.parts().size() == 1;
        if (alone) {
          return "UNI";
        }
        found = "MUL";
      }
    }
    return found;
  }

  private static boolean is(Key.Part part, TableColumn column) {
    return part.column().equalsIgnoreCase(column.name());
  }

  /** The default as text, or null. */
  static @Nullable String initial(TableColumn column) {
    if (column.initialSql() != null) {
      return column.initialSql();
    }
    Value initial = column.initial();
    return initial == null ? null : plain(initial);
  }

  /** A value as its text; null for NULL. */
  static @Nullable String plain(Value value) {
    return switch (value) {
      case Value.Null() -> null;
      case Value.Int(var number, var unsigned) -> number.toString();
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Real(var number) ->
          number == Math.rint(number) && Math.abs(number) < 1e15
              ? String.valueOf((long) number)
              : String.valueOf(number);
      case Value.Text(var text) -> text;
      case Value.Blob(var bytes) -> bytes.latin1();
      case Value.Date(var date) -> date.toString();
      case Value.DateTime(var time, var fraction) -> {
        String text =
            time.format(
                java.time.format.DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss" + (fraction > 0 ? "." + "S".repeat(fraction) : ""),
                    Locale.ROOT));
        yield text;
      }
      case Value.Time(var duration, var fraction) ->
          String.format(
              Locale.ROOT,
              "%s%02d:%02d:%02d",
              duration.isNegative() ? "-" : "",
              duration.abs().toHours(),
              duration.abs().toMinutesPart(),
              duration.abs().toSecondsPart());
      case Value.Json(var text) -> text;
    };
  }

  static String extra(TableColumn column) {
    var words = new ArrayList<String>();
    if (column.autoIncrement()) {
      words.add("auto_increment");
    }
    if (column.initialSql() != null) {
      words.add("DEFAULT_GENERATED");
    }
    if (column.onUpdate() != null) {
      words.add("on update " + column.onUpdate());
    }
    if (column.generated() != null) {
      words.add(column.stored() ? "STORED GENERATED" : "VIRTUAL GENERATED");
    }
    return String.join(" ", words);
  }

  static @Nullable String collation(TableColumn column) {
    return column.type().name().family() == TypeName.Family.TEXT
        ? column.type().collation().name()
        : null;
  }

  /** The most characters that it holds, or null for what is no text. */
  static @Nullable Long characters(DataType type) {
    return switch (type.name()) {
      case CHAR, BINARY -> Math.max(1, type.length());
      case VARCHAR, VARBINARY -> Math.max(0, type.length());
      case TINYTEXT, TINYBLOB -> 255L;
      case TEXT, BLOB -> 65_535L;
      case MEDIUMTEXT, MEDIUMBLOB -> 16_777_215L;
      case LONGTEXT, LONGBLOB -> 4_294_967_295L;
      case ENUM -> longest(type.elements());
      case SET -> (long) String.join(",", type.elements()).length();
      default -> null;
    };
  }

  static @Nullable Long bytes(DataType type) {
    Long characters = characters(type);
    boolean wide =
        switch (type.name()) {
          case CHAR, VARCHAR, ENUM, SET -> true;
          default -> false;
        };
    if (characters == null || !wide) {
      return characters;
    }
    return characters * type.collation().maxBytes();
  }

  private static long longest(List<String> elements) {
    return elements.stream().mapToInt(String::length).max().orElse(0);
  }

  static @Nullable Long precision(DataType type) {
    return switch (type.name()) {
      case TINYINT -> 3L;
      case SMALLINT -> 5L;
      case MEDIUMINT -> 7L;
      case INT -> 10L;
      case BIGINT -> type.unsigned() ? 20L : 19L;
      case DECIMAL -> (long) type.precision();
      case FLOAT -> type.decimals() >= 0 ? type.length() : 12L;
      case DOUBLE -> type.decimals() >= 0 ? type.length() : 22L;
      case BIT -> Math.max(1, type.length());
      default -> null;
    };
  }

  static @Nullable Long scale(DataType type) {
    return switch (type.name()) {
      case TINYINT, SMALLINT, MEDIUMINT, INT, BIGINT -> 0L;
      case DECIMAL -> (long) Math.max(0, type.decimals());
      case FLOAT, DOUBLE -> type.decimals() >= 0 ? (Long) (long) type.decimals() : null;
      default -> null;
    };
  }

  static @Nullable Long fraction(DataType type) {
    return switch (type.name()) {
      case TIME, DATETIME, TIMESTAMP -> (long) Math.max(0, type.decimals());
      default -> null;
    };
  }
}
