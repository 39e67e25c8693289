package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Locale;

/** Reads what follows the columns in CREATE and ALTER TABLE. */
final class TableOptionsParser {
  private final Cursor in;

  TableOptionsParser(Cursor in) {
    this.in = in;
  }

  /** {@code ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 …}. */
  Statement.TableOptions options() {
    String engine = null;
    String charset = null;
    String collation = null;
    Long autoIncrement = null;
    String comment = null;
    var more = new ArrayList<String>();
    while (true) {
      in.acceptSign(",");
      boolean defaulted = in.accept("DEFAULT");
      if (in.accept("ENGINE") || in.accept("TYPE")) {
        in.acceptSign("=");
        engine = in.wordOrString();
      } else if (in.accept("CHARSET")
          || in.accept("CHARACTER", "SET")
          || in.accept("CHAR", "SET")) {
        in.acceptSign("=");
        charset = in.isWord("BINARY") ? in.next().text() : in.wordOrString();
      } else if (in.accept("COLLATE")) {
        in.acceptSign("=");
        collation = in.wordOrString();
      } else if (defaulted) {
        throw in.error();
      } else if (in.accept("AUTO_INCREMENT")) {
        in.acceptSign("=");
        autoIncrement = in.integer();
      } else if (in.accept("COMMENT")) {
        in.acceptSign("=");
        comment = in.string();
      } else if (isPlainOption()) {
        String name = in.next().text().toUpperCase(Locale.ROOT);
        if (name.equals("DATA") || name.equals("INDEX")) {
          in.expect("DIRECTORY");
        }
        in.acceptSign("=");
        String value = in.next().text();
        if (name.equals("ROW_FORMAT")) {
          more.add(name + "=" + value.toUpperCase(Locale.ROOT));
        }
      } else {
        break;
      }
    }
    if (in.isWord("PARTITION")) {
      while (!in.atEnd()) {
        in.next();
      }
    }
    return new Statement.TableOptions(engine, charset, collation, autoIncrement, comment, more);
  }

  private boolean isPlainOption() {
    String word = in.peek().kind() == Token.Kind.WORD ? in.peek().text() : "";
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ROW_FORMAT",
          "KEY_BLOCK_SIZE",
          "MAX_ROWS",
          "MIN_ROWS",
          "AVG_ROW_LENGTH",
          "PACK_KEYS",
          "CHECKSUM",
          "DELAY_KEY_WRITE",
          "STATS_PERSISTENT",
          "STATS_AUTO_RECALC",
          "STATS_SAMPLE_PAGES",
          "INSERT_METHOD",
          "TABLESPACE",
          "ENCRYPTION",
          "COMPRESSION",
          "CONNECTION",
          "PASSWORD",
          "DATA",
          "INDEX" ->
          true;
      default -> false;
    };
  }
}
