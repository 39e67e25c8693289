package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Statement.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of ALTER TABLE, one by one, to a table that is being built anew. */
final class TableChanges {
  private final Run run;

  /** For each new column the old one whose values it takes, or -1. */
  private final List<Integer> origins = new ArrayList<>();

  TableChanges(Run run, int columns) {
    this.run = run;
    for (int i = 0; i < columns; i++) {
      origins.add(i);
    }
  }

  /** The old column whose values a new one takes, or -1. */
  int origin(int column) {
    return origins.get(column);
  }

  private int place(TableBuilder builder, @Nullable String after) {
    if (after == null) {
      return -1;
    }
    if (after.isEmpty()) {
      return 0;
    }
    return existing(builder, after) + 1;
  }

  private static int existing(TableBuilder builder, String column) {
    int at = builder.position(column);
    if (at < 0) {
      throw Errors.unknownColumn(column, builder.columns().isEmpty() ? "" : "table");
    }
    return at;
  }

  void apply(Change change, TableBuilder builder) {
    switch (change) {
      case Change.AddColumn(var spec, var after) -> {
        int at = place(builder, after);
        origins.add(at < 0 ? origins.size() : at, -1);
        builder.add(spec, at);
      }
      case Change.ChangeColumn(var old, var spec, var after) -> change(builder, old, spec, after);
      case Change.RenameColumn(var old, var name) -> rename(builder, old, name);
      case Change.DropColumn(var name) -> dropColumn(builder, name);
      case Change.SetDefault(var name, var value) -> setDefault(builder, name, value);
      case Change.AddKey(var key) -> builder.add(key);
      case Change.AddForeign(var key) -> builder.add(key);
      case Change.DropKey(var name) -> {
        if (!builder.keys().removeIf(key -> key.name().equalsIgnoreCase(name))) {
          throw cannotDrop(name);
        }
      }
      case Change.DropForeign(var name) -> {
        if (!builder.foreign().removeIf(key -> key.name().equalsIgnoreCase(name))) {
          throw cannotDrop(name);
        }
      }
      case Change.Options _, Change.Rename _, Change.Nothing _ -> {
        // done by the caller, or nothing to do
      }
    }
  }

  private static SqlException cannotDrop(String name) {
    return new SqlException(
        1091, "42000", "Can't DROP '" + name + "'; check that column/key exists");
  }

  private void dropColumn(TableBuilder builder, String name) {
    int at = builder.position(name);
    if (at < 0) {
      throw cannotDrop(name);
    }
    if (builder.columns().size() == 1) {
      throw new SqlException(
          1090, "42000", "You can't delete all columns with ALTER TABLE; use DROP TABLE instead");
    }
    builder.columns().remove(at);
    origins.remove(/* index */ at);
    builder
        .keys()
        .replaceAll(
            key ->
                new Key(
                    key.name(),
                    key.kind(),
                    key.parts().stream()
                        .filter(part -> !part.column().equalsIgnoreCase(name))
                        .toList(),
                    key.using(),
                    key.comment()));
    builder.keys().removeIf(key -> key.parts().isEmpty());
  }

  private void change(
      TableBuilder builder,
      String old,
      Statement.ColumnDefinitionSpec spec,
      @Nullable String after) {
    int at = existing(builder, old);
    boolean taken = !spec.name().equalsIgnoreCase(old) && builder.position(spec.name()) >= 0;
    if (taken) {
      throw new SqlException(1060, "42S21", "Duplicate column name '" + spec.name() + "'");
    }
    TableColumn column = builder.column(spec);
    boolean primary =
        builder.keys().stream()
            .anyMatch(
                key ->
                    key.kind() == Key.Kind.PRIMARY
                        && key.parts().stream()
                            .anyMatch(part -> part.column().equalsIgnoreCase(old)));
    builder.columns().set(at, primary ? notNull(column) : column);
    renameInKeys(builder, old, spec.name());
    if (after != null) {
      TableColumn moved = builder.columns().remove(at);
      int origin = origins.remove(/* index */ at);
      int to = place(builder, after);
      builder.columns().add(to, moved);
      origins.add(to, origin);
    }
    Key.Kind kind = spec.key();
    if (kind != null) {
      builder.add(
          new Statement.KeySpec(
              kind, null, List.of(new Key.Part(spec.name(), 0, false)), null, ""));
    }
  }

  private static TableColumn notNull(TableColumn old) {
    return new TableColumn(
        old.name(),
        old.type(),
        false,
        old.initial() instanceof Value.Null ? null : old.initial(),
        old.initialSql(),
        old.autoIncrement(),
        old.onUpdate(),
        old.generated(),
        old.stored(),
        old.comment());
  }

  private static void renameInKeys(TableBuilder builder, String old, String name) {
    builder
        .keys()
        .replaceAll(
            key ->
                new Key(
                    key.name(),
                    key.kind(),
                    key.parts().stream()
                        .map(
                            part ->
                                part.column().equalsIgnoreCase(old)
                                    ? new Key.Part(name, part.prefix(), part.descending())
                                    : part)
                        .toList(),
                    key.using(),
                    key.comment()));
  }

  private void rename(TableBuilder builder, String old, String name) {
    int at = existing(builder, old);
    TableColumn column = builder.columns().get(at);
    builder
        .columns()
        .set(
            at,
            new TableColumn(
                name,
                column.type(),
                column.nullable(),
                column.initial(),
                column.initialSql(),
                column.autoIncrement(),
                column.onUpdate(),
                column.generated(),
                column.stored(),
                column.comment()));
    renameInKeys(builder, old, name);
  }

  private void setDefault(TableBuilder builder, String name, @Nullable Expr value) {
    int at = existing(builder, name);
    TableColumn column = builder.columns().get(at);
    Value initial =
        value instanceof Expr.Literal(var literal, _, _)
            ? new Stored(run, false).convert(literal, column, 1)
            : null;
    builder
        .columns()
        .set(
            at,
            new TableColumn(
                column.name(),
                column.type(),
                column.nullable(),
                initial,
                null,
                column.autoIncrement(),
                column.onUpdate(),
                column.generated(),
                column.stored(),
                column.comment()));
  }
}
