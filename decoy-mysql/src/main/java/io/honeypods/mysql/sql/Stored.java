package io.honeypods.mysql.sql;

/** What a value becomes when it is put into a column, and the errors where it does not fit. */
final class Stored {
  private final Run run;
  private final Strictness strictness;
  private final StoredNumbers numbers;
  private final StoredText text;
  private final String table;

  /**
   * @param ignore whether errors are only warnings
   */
  Stored(Run run, boolean ignore) {
    this(run, ignore, "");
  }

  /**
   * @param table whose columns they are, for errors that name it
   */
  Stored(Run run, boolean ignore, String table) {
    this.run = run;
    this.table = table;
    this.strictness = new Strictness(run, run.session().settings().strict() && !ignore);
    this.numbers = new StoredNumbers(strictness);
    this.text = new StoredText(strictness);
  }

  boolean strict() {
    return strictness.strict();
  }

  Value convert(Value value, TableColumn column, long row) {
    if (value instanceof Value.Null) {
      return value;
    }
    DataType type = column.type();
    return switch (type.name().family()) {
      case INTEGER ->
          type.name() == TypeName.YEAR
              ? numbers.year(value, column, row)
              : numbers.integer(value, column, row);
      case DECIMAL -> numbers.decimal(value, column, row);
      case REAL -> numbers.real(value, column, row);
      case BIT -> numbers.bits(value, column, row);
      case TEMPORAL -> temporal(value, column, row);
      case TEXT -> text.text(value, column, row);
      case BINARY -> text.binary(value, column, row);
      case JSON -> json(value, column);
    };
  }

  private Value temporal(Value value, TableColumn column, long row) {
    int digits = Math.max(0, column.type().decimals());
    if (column.type().name() == TypeName.TIME) {
      Value time = Coercion.time(value);
      return time instanceof Value.Time(var at, _)
          ? new Value.Time(at, digits)
          : incorrect("time", value, column, row);
    }
    Value time = Coercion.dateTime(value, run.local());
    boolean date = column.type().name() == TypeName.DATE;
    if (!(time instanceof Value.DateTime(var at, _))) {
      return incorrect(date ? "date" : "datetime", value, column, row);
    }
    return date ? new Value.Date(at.toLocalDate()) : Casts.rounded(at, digits);
  }

  private Value incorrect(String kind, Value value, TableColumn column, long row) {
    return strictness.problem(
        1292,
        "22007",
        "Incorrect "
            + kind
            + " value: '"
            + Coercion.text(value)
            + "' for column '"
            + column.name()
            + "' at row "
            + row,
        Value.NULL);
  }

  private Value json(Value value, TableColumn column) {
    if (value instanceof Value.Json) {
      return value;
    }
    Object parsed;
    try {
      parsed = JsonReader.read(Coercion.text(value));
    } catch (JsonReader.Fault e) {
      throw new SqlException(
          3140,
          "22032",
          "Invalid JSON text: \""
              + e.problem()
              + "\" at position "
              + Math.max(0, e.position())
              + " in value for column '"
              + (table.isEmpty() ? "" : table + ".")
              + column.name()
              + "'.");
    }
    return new Value.Json(Json.write(parsed));
  }
}
