package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What columns get that a change says nothing of, or something that they can not hold. */
final class ColumnDefaults {
  private final Run run;
  private final QueryCompiler queries;

  ColumnDefaults(Run run) {
    this.run = run;
    this.queries = new QueryCompiler(run);
  }

  /** Generated columns take nothing but DEFAULT. */
  static void notGenerated(TableColumn column, Table table) {
    if (column.generated() != null) {
      throw new SqlException(
          3105,
          "HY000",
          "The value specified for generated column '"
              + column.name()
              + "' in table '"
              + table.name()
              + "' is not allowed.");
    }
  }

  Scope scope(Table table) {
    return new Scope(null, fields(table), new BitSet());
  }

  private static List<Field> fields(Table table) {
    var fields = new ArrayList<Field>();
    for (TableColumn column : table.columns()) {
      fields.add(
          new Field(
              table.schema(),
              table.name(),
              table.name(),
              column.name(),
              column.name(),
              Fields.type(column).asNullable(),
              0));
    }
    return fields;
  }

  Value checked(Value value, TableColumn column, Stored stored, long row, boolean several) {
    if (value instanceof Value.Null && !column.nullable() && !column.autoIncrement()) {
      if (stored.strict() || !several) {
        if (column.type().name() == TypeName.TIMESTAMP && !stored.strict()) {
          return stored.convert(new Value.DateTime(run.local(), 0), column, row);
        }
        if (stored.strict()) {
          throw new SqlException(1048, "23000", "Column '" + column.name() + "' cannot be null");
        }
      }
      run.warn(1048, "Column '" + column.name() + "' cannot be null");
      return implicit(column);
    }
    return stored.convert(value, column, row);
  }

  void defaults(Table table, Value[] values, BitSet given, Stored stored, long row) {
    for (int i = 0; i < values.length; i++) {
      TableColumn column = table.columns().get(i);
      if (!given.get(i)) {
        values[i] = initial(column, stored, row);
      }
    }
    generate(table, values, stored, row);
  }

  /** Computes the columns that are generated. */
  void generate(Table table, Value[] values, Stored stored, long row) {
    for (int i = 0; i < values.length; i++) {
      TableColumn column = table.columns().get(i);
      String sql = column.generated();
      if (sql != null) {
        var frame = new Frame(null);
        frame.row = values;
        Expr expr = Sql.expression(sql, run.server(), run.session().settings());
        values[i] =
            stored.convert(
                queries.expressions().compile(expr, scope(table)).eval(frame), column, row);
      }
    }
  }

  /** The default of a column; error 1364 where it has none. */
  Value initial(TableColumn column, Stored stored, long row) {
    if (column.autoIncrement() || column.generated() != null) {
      return Value.NULL;
    }
    String sql = column.initialSql();
    if (sql != null) {
      Expr expr = Sql.expression(sql, run.server(), run.session().settings());
      return stored.convert(
          queries.expressions().compile(expr, Scope.root()).eval(new Frame(null)), column, row);
    }
    Value value = column.initial();
    if (value != null) {
      return value;
    }
    if (column.nullable()) {
      return Value.NULL;
    }
    String message = "Field '" + column.name() + "' doesn't have a default value";
    if (stored.strict()) {
      throw new SqlException(1364, "HY000", message);
    }
    run.warn(1364, message);
    return implicit(column);
  }

  /** What stands in for a value where none may be missing. */
  static Value implicit(TableColumn column) {
    return switch (column.type().name().family()) {
      case INTEGER -> new Value.Int(BigInteger.ZERO, column.type().unsigned());
      case DECIMAL ->
          new Value.Decimal(
              java.math.BigDecimal.ZERO.setScale(Math.max(0, column.type().decimals())));
      case REAL -> new Value.Real(0);
      case TEXT ->
          new Value.Text(
              column.type().name() == TypeName.ENUM ? column.type().elements().getFirst() : "");
      case BIT, BINARY -> Coercion.blob(new byte[0]);
      case TEMPORAL -> Value.NULL;
      case JSON -> new Value.Json("null");
    };
  }
}
