package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it was written. */
sealed interface Statement {

  record Select(Query query) implements Statement {}

  record Name(@Nullable String schema, String name) {}

  /**
   * INSERT and REPLACE.
   *
   * @param columns empty for all
   * @param rows empty where {@code query} gives them
   */
  record Insert(
      boolean replace,
      boolean ignore,
      Name table,
      List<String> columns,
      List<List<Expr>> rows,
      @Nullable Query query,
      List<Assign> onDuplicate)
      implements Statement {}

  record Assign(Expr.Column column, Expr value) {}

  record Update(
      boolean ignore,
      Query.Source from,
      List<Assign> changes,
      @Nullable Expr where,
      List<Query.Order> order,
      Query.@Nullable Limit limit)
      implements Statement {}

  /** {@code targets} are empty for a DELETE from one table. */
  record Delete(
      List<Name> targets,
      Query.Source from,
      @Nullable Expr where,
      List<Query.Order> order,
      Query.@Nullable Limit limit)
      implements Statement {}

  record CreateSchema(String name, boolean ifNotExists, @Nullable Collation collation)
      implements Statement {}

  record AlterSchema(String name, @Nullable Collation collation) implements Statement {}

  record DropSchema(String name, boolean ifExists) implements Statement {}

  record CreateTable(
      Name name,
      boolean temporary,
      boolean ifNotExists,
      TableDefinition definition,
      @Nullable Name like,
      @Nullable Query query)
      implements Statement {}

  record TableDefinition(
      List<ColumnDefinitionSpec> columns,
      List<KeySpec> keys,
      List<Key.Foreign> foreignKeys,
      TableOptions options) {}

  /** A column as CREATE and ALTER TABLE define it. */
  record ColumnDefinitionSpec(
      TypeSpec type,
      String name,
      @Nullable Boolean nullable,
      @Nullable Expr initial,
      @Nullable String initialText,
      boolean autoIncrement,
      @Nullable String onUpdate,
      @Nullable String generated,
      boolean stored,
      String comment,
      Key.@Nullable Kind key) {}

  /** A type before the table's character set is known. */
  record TypeSpec(
      TypeName name,
      long length,
      int decimals,
      boolean unsigned,
      boolean zerofill,
      @Nullable String charset,
      @Nullable String collation,
      List<String> elements) {}

  record KeySpec(
      Key.Kind kind,
      @Nullable String name,
      List<Key.Part> parts,
      @Nullable String using,
      String comment) {}

  record TableOptions(
      @Nullable String engine,
      @Nullable String charset,
      @Nullable String collation,
      @Nullable Long autoIncrement,
      @Nullable String comment,
      List<String> more) {}

  record DropTables(List<Name> names, boolean ifExists, boolean temporary, boolean views)
      implements Statement {}

  record Truncate(Name table) implements Statement {}

  record RenameTables(List<Name> from, List<Name> to) implements Statement {}

  record AlterTable(Name table, List<Change> changes) implements Statement {}

  /** One part of an ALTER TABLE. */
  sealed interface Change {
    /** {@code after} is a column, empty for FIRST, null for the end. */
    record AddColumn(ColumnDefinitionSpec column, @Nullable String after) implements Change {}

    record ChangeColumn(String old, ColumnDefinitionSpec column, @Nullable String after)
        implements Change {}

    record RenameColumn(String old, String name) implements Change {}

    record DropColumn(String name) implements Change {}

    record SetDefault(String column, @Nullable Expr value) implements Change {}

    record AddKey(KeySpec key) implements Change {}

    record AddForeign(Key.Foreign key) implements Change {}

    record DropKey(String name) implements Change {}

    record DropForeign(String name) implements Change {}

    record Rename(Name name) implements Change {}

    record Options(TableOptions options, boolean convert) implements Change {}

    /** ENABLE KEYS, ALGORITHM=… and others that change nothing here. */
    record Nothing() implements Change {}
  }

  record CreateView(
      Name name,
      boolean replace,
      List<String> columns,
      Query query,
      String text,
      @Nullable String definer,
      String checkOption)
      implements Statement {}

  record CreateRoutine(
      Routine.Kind kind, Name name, String table, String head, String body, boolean ifNotExists)
      implements Statement {}

  record DropRoutine(Routine.Kind kind, Name name, boolean ifExists) implements Statement {}

  record CreateLibraryFunction(String name, String library, boolean ifNotExists)
      implements Statement {}

  record Call(Name name, List<Expr> arguments) implements Statement {}

  record Use(String schema) implements Statement {}

  record Do(List<Expr> expressions) implements Statement {}

  record SetVariables(List<Setting> settings) implements Statement {}

  sealed interface Setting {
    record User(String name, Expr value) implements Setting {}

    /** {@code value} is null for DEFAULT. */
    record SystemVariable(SystemVariables.Scope scope, String name, @Nullable Expr value)
        implements Setting {}

    /** {@code charset} is null for DEFAULT. */
    record Names(@Nullable String charset, @Nullable String collation, boolean connection)
        implements Setting {}
  }

  record SetTransaction(
      SystemVariables.Scope scope, @Nullable String isolation, @Nullable Boolean readOnly)
      implements Statement {}

  record Begin(boolean readOnly) implements Statement {}

  record Commit(boolean chain, boolean release) implements Statement {}

  record Rollback(@Nullable String savepoint, boolean chain, boolean release)
      implements Statement {}

  record Savepoint(String name) implements Statement {}

  record ReleaseSavepoint(String name) implements Statement {}

  record LockTables(List<Name> tables, List<Boolean> write) implements Statement {}

  record UnlockTables() implements Statement {}

  record Explain(String format, Statement statement) implements Statement {}

  record Describe(Name table, @Nullable String column) implements Statement {}

  record Prepare(String name, Expr text) implements Statement {}

  record Execute(String name, List<String> variables) implements Statement {}

  record Deallocate(String name) implements Statement {}

  record LoadData(String file, boolean local, Name table) implements Statement {}

  record Handler(Name table, String what) implements Statement {}

  /** Statements that do nothing here and are said to be done. */
  record Accepted() implements Statement {}
}
