package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes columns from their definitions. */
final class ColumnBuilder {
  private final Run run;
  private final Collation collation;

  ColumnBuilder(Run run, Collation collation) {
    this.run = run;
    this.collation = collation;
  }

  TableColumn column(Statement.ColumnDefinitionSpec spec) {
    DataType type = type(spec);
    boolean primary = spec.key() == Key.Kind.PRIMARY;
    boolean nullable = !primary && !Boolean.FALSE.equals(spec.nullable());
    Value initial = null;
    String initialSql = null;
    Expr given = spec.initial();
    if (given instanceof Expr.Literal(var value, _, _)) {
      initial = constant(value, spec, type);
      if (value instanceof Value.Null && !nullable) {
        throw invalidDefault(spec.name());
      }
      if (type.name().isBlob() && !(value instanceof Value.Null)) {
        throw new SqlException(
            1101,
            "42000",
            "BLOB, TEXT, GEOMETRY or JSON column '" + spec.name() + "' can't have a default value");
      }
    } else if (given != null) {
      initialSql = now(spec.initialText());
    } else if (nullable) {
      initial = Value.NULL;
    }
    return new TableColumn(
        spec.name(),
        type,
        nullable,
        spec.autoIncrement() ? null : initial,
        initialSql,
        spec.autoIncrement(),
        now(spec.onUpdate()),
        spec.generated(),
        spec.stored(),
        spec.comment());
  }

  private static SqlException invalidDefault(String column) {
    return new SqlException(1067, "42000", "Invalid default value for '" + column + "'");
  }

  private Value constant(Value value, Statement.ColumnDefinitionSpec spec, DataType type) {
    if (value instanceof Value.Null) {
      return value;
    }
    try {
      var plain =
          new TableColumn(spec.name(), type, true, null, null, false, null, null, false, "");
      return new Stored(run, false).convert(value, plain, 1);
    } catch (SqlException e) {
      throw invalidDefault(spec.name());
    }
  }

  private static @Nullable String now(@Nullable String sql) {
    if (sql == null) {
      return null;
    }
    String upper = sql.toUpperCase(Locale.ROOT).replace(" ", "");
    for (String word : List.of("CURRENT_TIMESTAMP", "NOW", "LOCALTIMESTAMP", "LOCALTIME")) {
      if (upper.equals(word) || upper.equals(word + "()")) {
        return "CURRENT_TIMESTAMP";
      }
      if (upper.startsWith(word + "(")) {
        return "CURRENT_TIMESTAMP" + upper.substring(word.length());
      }
    }
    return sql;
  }

  private DataType type(Statement.ColumnDefinitionSpec spec) {
    Statement.TypeSpec type = spec.type();
    boolean text = type.name().family() == TypeName.Family.TEXT;
    Collation own =
        text ? TypeParser.collation(type.charset(), type.collation(), collation) : Collation.BINARY;
    TypeName name = text && own.isBinary() ? binary(type.name()) : type.name();
    limit(spec.name(), type, own);
    if (name == TypeName.FLOAT && type.length() > 24 && type.decimals() < 0) {
      name = TypeName.DOUBLE;
    }
    boolean bareReal = (name == TypeName.FLOAT || name == TypeName.DOUBLE) && type.decimals() < 0;
    return new DataType(
        name,
        bareReal ? -1 : type.length(),
        type.decimals(),
        type.unsigned(),
        type.zerofill(),
        own,
        type.elements());
  }

  private static TypeName binary(TypeName name) {
    return switch (name) {
      case CHAR -> TypeName.BINARY;
      case VARCHAR -> TypeName.VARBINARY;
      case TINYTEXT -> TypeName.TINYBLOB;
      case TEXT -> TypeName.BLOB;
      case MEDIUMTEXT -> TypeName.MEDIUMBLOB;
      case LONGTEXT -> TypeName.LONGBLOB;
      default -> name;
    };
  }

  private static void limit(String column, Statement.TypeSpec type, Collation collation) {
    long most =
        switch (type.name()) {
          case CHAR, BINARY -> 255;
          case VARCHAR -> 65_535 / collation.maxBytes();
          case VARBINARY -> 65_535;
          default -> Long.MAX_VALUE;
        };
    if (type.length() > most) {
      throw new SqlException(
          1074,
          "42000",
          "Column length too big for column '"
              + column
              + "' (max = "
              + most
              + "); use BLOB or TEXT instead");
    }
  }
}
