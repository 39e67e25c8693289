package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads data types. */
final class TypeParser {
  private final Cursor in;

  TypeParser(Cursor in) {
    this.in = in;
  }

  /** A collation from what a definition says of it. */
  static Collation collation(
      @Nullable String charset, @Nullable String collation, Collation otherwise) {
    if (collation != null) {
      Collation found = Collation.find(collation);
      if (found == null) {
        throw Errors.unknownCollation(collation);
      }
      if (charset != null && !found.charset().equals(canonical(charset))) {
        throw new SqlException(
            1253,
            "42000",
            "COLLATION '" + found.name() + "' is not valid for CHARACTER SET '" + charset + "'");
      }
      return found;
    }
    if (charset == null) {
      return otherwise;
    }
    Collation found = Collation.ofCharset(charset);
    if (found == null) {
      throw Errors.unknownCharset(charset);
    }
    return found;
  }

  private static String canonical(String charset) {
    return charset.equalsIgnoreCase("utf8") ? "utf8mb3" : charset.toLowerCase(Locale.ROOT);
  }

  /** A column's type. */
  Statement.TypeSpec type() {
    Token token = in.next();
    if (token.kind() != Token.Kind.WORD) {
      throw in.errorAt(token);
    }
    String word = token.text().toUpperCase(Locale.ROOT);
    return switch (word) {
      case "BOOL", "BOOLEAN" -> plain(TypeName.TINYINT, 1);
      case "SERIAL" ->
          new Statement.TypeSpec(TypeName.BIGINT, -1, -1, true, false, null, null, List.of());
      case "TINYINT", "INT1" -> number(TypeName.TINYINT, 1);
      case "SMALLINT", "INT2" -> number(TypeName.SMALLINT, 1);
      case "MEDIUMINT", "INT3", "MIDDLEINT" -> number(TypeName.MEDIUMINT, 1);
      case "INT", "INTEGER", "INT4" -> number(TypeName.INT, 1);
      case "BIGINT", "INT8" -> number(TypeName.BIGINT, 1);
      case "DECIMAL", "NUMERIC", "DEC", "FIXED" -> number(TypeName.DECIMAL, 2);
      case "FLOAT", "FLOAT4" -> number(TypeName.FLOAT, 2);
      case "DOUBLE", "REAL", "FLOAT8" -> {
        in.accept("PRECISION");
        yield number(TypeName.DOUBLE, 2);
      }
      case "BIT" -> plain(TypeName.BIT, Math.max(1, size(1)[0]));
      case "YEAR" -> {
        size(1);
        yield plain(TypeName.YEAR, -1);
      }
      case "DATE" -> plain(TypeName.DATE, -1);
      case "TIME" -> temporal(TypeName.TIME);
      case "DATETIME" -> temporal(TypeName.DATETIME);
      case "TIMESTAMP" -> temporal(TypeName.TIMESTAMP);
      case "CHAR", "CHARACTER", "NCHAR", "NATIONAL" -> {
        boolean varying = in.accept("VARYING") || in.accept("VARCHAR");
        yield text(varying ? TypeName.VARCHAR : TypeName.CHAR);
      }
      case "VARCHAR", "NVARCHAR" -> text(TypeName.VARCHAR);
      case "TINYTEXT" -> text(TypeName.TINYTEXT);
      case "TEXT" -> text(TypeName.TEXT);
      case "MEDIUMTEXT" -> text(TypeName.MEDIUMTEXT);
      case "LONGTEXT" -> text(TypeName.LONGTEXT);
      case "LONG" -> {
        boolean binary = in.accept("VARBINARY");
        in.accept("VARCHAR");
        yield binary ? plain(TypeName.MEDIUMBLOB, -1) : text(TypeName.MEDIUMTEXT);
      }
      case "BINARY" -> plain(TypeName.BINARY, Math.max(1, size(1)[0]));
      case "VARBINARY" -> sized(TypeName.VARBINARY);
      case "TINYBLOB" -> plain(TypeName.TINYBLOB, -1);
      case "BLOB" -> {
        size(1);
        yield plain(TypeName.BLOB, -1);
      }
      case "MEDIUMBLOB" -> plain(TypeName.MEDIUMBLOB, -1);
      case "LONGBLOB" -> plain(TypeName.LONGBLOB, -1);
      case "ENUM" -> elements(TypeName.ENUM);
      case "SET" -> elements(TypeName.SET);
      case "JSON" -> plain(TypeName.JSON, -1);
      case "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "GEOMETRYCOLLECTION" ->
          plain(TypeName.GEOMETRY, -1);
      default -> throw in.errorAt(token);
    };
  }

  private static Statement.TypeSpec plain(TypeName name, long length) {
    return new Statement.TypeSpec(name, length, -1, false, false, null, null, List.of());
  }

  private Statement.TypeSpec sized(TypeName name) {
    if (!in.isSign("(")) {
      throw in.error();
    }
    return plain(name, size(1)[0]);
  }

  private Statement.TypeSpec number(TypeName name, int most) {
    long[] size = size(most);
    boolean unsigned = false;
    boolean zerofill = false;
    while (true) {
      if (in.accept("UNSIGNED")) {
        unsigned = true;
      } else if (in.accept("ZEROFILL")) {
        zerofill = true;
        unsigned = true;
      } else if (!in.accept("SIGNED")) {
        break;
      }
    }
    return new Statement.TypeSpec(
        name, size[0], (int) size[1], unsigned, zerofill, null, null, List.of());
  }

  private Statement.TypeSpec temporal(TypeName name) {
    return new Statement.TypeSpec(name, -1, (int) size(1)[0], false, false, null, null, List.of());
  }

  private Statement.TypeSpec text(TypeName name) {
    if (name == TypeName.VARCHAR && !in.isSign("(")) {
      throw in.error();
    }
    long length = size(1)[0];
    if (name == TypeName.CHAR && length < 0) {
      length = 1;
    }
    return collated(name, length, List.of());
  }

  private Statement.TypeSpec elements(TypeName name) {
    in.expectSign("(");
    var elements = new ArrayList<String>();
    do {
      elements.add(in.string());
    } while (in.acceptSign(","));
    in.expectSign(")");
    return collated(name, -1, elements);
  }

  private Statement.TypeSpec collated(TypeName name, long length, List<String> elements) {
    String charset = charset();
    boolean binary = in.accept("BINARY");
    String collation = in.accept("COLLATE") ? in.wordOrString() : null;
    if (binary && collation == null) {
      collation = (charset == null ? "utf8mb4" : charset) + "_bin";
    }
    return new Statement.TypeSpec(name, length, -1, false, false, charset, collation, elements);
  }

  @Nullable String charset() {
    if (in.accept("CHARACTER", "SET") || in.accept("CHARSET") || in.accept("CHAR", "SET")) {
      return in.peek().is("BINARY") ? in.next().text() : in.wordOrString();
    }
    return in.accept("ASCII") ? "latin1" : in.accept("UNICODE") ? "ucs2" : null;
  }

  /** {@code (a)} or {@code (a, b)}; -1 for what is missing. */
  long[] size(int most) {
    long[] size = {-1, -1};
    if (in.acceptSign("(")) {
      size[0] = in.integer();
      if (most > 1 && in.acceptSign(",")) {
        size[1] = in.integer();
      }
      in.expectSign(")");
    }
    return size;
  }
}
