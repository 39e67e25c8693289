package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** Makes tables from their definitions. */
final class TableBuilder {
  private static final int MAX_COLUMNS = 1017;

  private final Run run;
  private final String schema;
  private final String name;
  private final Collation collation;
  private final List<TableColumn> columns = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<Key.Foreign> foreign = new ArrayList<>();

  TableBuilder(Run run, String schema, String name, Collation collation) {
    this.run = run;
    this.schema = schema;
    this.name = name;
    this.collation = collation;
  }

  List<TableColumn> columns() {
    return columns;
  }

  List<Key> keys() {
    return keys;
  }

  List<Key.Foreign> foreign() {
    return foreign;
  }

  int position(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(column)) {
        return i;
      }
    }
    return -1;
  }

  /** A type that stands for itself, as that of a parameter. */
  static DataType alone(Statement.TypeSpec type, Run run) {
    var spec =
        new Statement.ColumnDefinitionSpec(
            type, "", null, null, null, false, null, null, false, "", null);
    return new ColumnBuilder(run, Collation.DEFAULT).column(spec).type();
  }

  /** Adds a column, and the key that its definition may carry, at a place or at the end. */
  void add(Statement.ColumnDefinitionSpec spec, int at) {
    if (position(spec.name()) >= 0) {
      throw new SqlException(1060, "42S21", "Duplicate column name '" + spec.name() + "'");
    }
    if (columns.size() >= MAX_COLUMNS) {
      throw new SqlException(1117, "HY000", "Too many columns");
    }
    columns.add(at < 0 ? columns.size() : at, column(spec));
    Key.Kind kind = spec.key();
    if (kind != null) {
      add(
          new Statement.KeySpec(
              kind, null, List.of(new Key.Part(spec.name(), 0, false)), null, ""));
    }
  }

  void add(Statement.KeySpec spec) {
    for (Key.Part part : spec.parts()) {
      int at = position(part.column());
      if (at < 0) {
        throw new SqlException(
            1072, "42000", "Key column '" + part.column() + "' doesn't exist in table");
      }
      TableColumn column = columns.get(at);
      if (column.type().name().isBlob()
          && part.prefix() == 0
          && spec.kind() != Key.Kind.FULLTEXT
          && spec.kind() != Key.Kind.SPATIAL) {
        throw new SqlException(
            1170,
            "42000",
            "BLOB/TEXT column '"
                + part.column()
                + "' used in key specification without a key length");
      }
    }
    if (spec.kind() == Key.Kind.PRIMARY) {
      primary(spec);
    }
    String keyName = spec.kind() == Key.Kind.PRIMARY ? "PRIMARY" : spec.name();
    String unique = keyName == null ? free(spec.parts().getFirst().column()) : keyName;
    if (keys.stream().anyMatch(key -> key.name().equalsIgnoreCase(unique))) {
      throw new SqlException(1061, "42000", "Duplicate key name '" + unique + "'");
    }
    var key = new Key(unique, spec.kind(), spec.parts(), spec.using(), spec.comment());
    keys.add(spec.kind() == Key.Kind.PRIMARY ? 0 : keys.size(), key);
  }

  private void primary(Statement.KeySpec spec) {
    if (keys.stream().anyMatch(key -> key.kind() == Key.Kind.PRIMARY)) {
      throw new SqlException(1068, "42000", "Multiple primary key defined");
    }
    for (Key.Part part : spec.parts()) {
      int at = position(part.column());
      TableColumn old = columns.get(at);
      columns.set(
          at,
          new TableColumn(
              old.name(),
              old.type(),
              false,
              old.initial() instanceof Value.Null ? null : old.initial(),
              old.initialSql(),
              old.autoIncrement(),
              old.onUpdate(),
              old.generated(),
              old.stored(),
              old.comment()));
    }
  }

  private String free(String wanted) {
    String candidate = wanted;
    for (int i = 2; ; i++) {
      String tried = candidate;
      if (keys.stream().noneMatch(key -> key.name().equalsIgnoreCase(tried))) {
        return candidate;
      }
      candidate = wanted + "_" + i;
    }
  }

  void add(Key.Foreign key) {
    String keyName = key.name().isEmpty() ? name + "_ibfk_" + (foreign.size() + 1) : key.name();
    foreign.add(
        new Key.Foreign(
            keyName,
            key.columns(),
            key.schema().isEmpty() ? schema : key.schema(),
            key.table(),
            key.references(),
            key.onDelete(),
            key.onUpdate()));
    boolean indexed =
        keys.stream()
            .anyMatch(
                own -> own.parts().getFirst().column().equalsIgnoreCase(key.columns().getFirst()));
    if (!indexed) {
      add(
          new Statement.KeySpec(
              Key.Kind.INDEX,
              key.name().isEmpty() ? null : key.name(),
              key.columns().stream().map(column -> new Key.Part(column, 0, false)).toList(),
              null,
              ""));
    }
  }

  Table build(boolean temporary, Table.Options options) {
    long automatic = columns.stream().filter(TableColumn::autoIncrement).count();
    boolean keyed =
        columns.stream()
            .filter(TableColumn::autoIncrement)
            .allMatch(
                column ->
                    keys.stream()
                        .anyMatch(
                            key ->
                                key.parts().getFirst().column().equalsIgnoreCase(column.name())));
    if (automatic > 1 || !keyed) {
      throw new SqlException(
          1075,
          "42000",
          "Incorrect table definition; there can be only one auto column and it must be defined as"
              + " a key");
    }
    return new Table(schema, name, temporary, options, columns, keys, foreign, run.now());
  }

  TableColumn column(Statement.ColumnDefinitionSpec spec) {
    return new ColumnBuilder(run, collation).column(spec);
  }
}
