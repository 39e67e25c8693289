package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Locale;

/** Reads the types that CAST takes. */
final class CastTypeParser {
  private final Cursor in;
  private final TypeParser types;

  CastTypeParser(Cursor in) {
    this.in = in;
    this.types = new TypeParser(in);
  }

  /** A type, whose {@code length} is -1 where none was given. */
  DataType type() {
    Token token = in.peek();
    if (in.accept("SIGNED") || in.accept("UNSIGNED")) {
      if (!in.accept("INTEGER")) {
        in.accept("INT");
      }
      return token.is("UNSIGNED")
          ? DataType.unsigned(TypeName.BIGINT)
          : DataType.of(TypeName.BIGINT);
    }
    if (in.accept("DECIMAL") || in.accept("DEC")) {
      long[] size = types.size(2);
      return DataType.decimal(size[0] < 0 ? 10 : (int) size[0], Math.max(0, (int) size[1]));
    }
    if (in.accept("BINARY")) {
      return DataType.of(TypeName.BINARY, types.size(1)[0]);
    }
    if (in.accept("CHAR") || in.accept("CHARACTER") || in.accept("NCHAR")) {
      long length = types.size(1)[0];
      String charset = types.charset();
      String name = in.accept("COLLATE") ? in.wordOrString() : null;
      return DataType.text(
          TypeName.CHAR, length, TypeParser.collation(charset, name, Collation.DEFAULT));
    }
    TypeName name =
        switch (token.text().toUpperCase(Locale.ROOT)) {
          case "DATE" -> TypeName.DATE;
          case "DATETIME" -> TypeName.DATETIME;
          case "TIME" -> TypeName.TIME;
          case "YEAR" -> TypeName.YEAR;
          case "JSON" -> TypeName.JSON;
          case "DOUBLE", "REAL" -> TypeName.DOUBLE;
          case "FLOAT" -> TypeName.FLOAT;
          default -> throw in.error();
        };
    in.next();
    int fraction = (int) types.size(1)[0];
    return new DataType(name, -1, fraction, false, false, Collation.BINARY, List.of());
  }
}
