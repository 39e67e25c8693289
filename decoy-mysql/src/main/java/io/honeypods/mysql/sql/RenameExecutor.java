package io.honeypods.mysql.sql;

import java.util.List;

/** RENAME TABLE, and what else gives a table another name or place. */
final class RenameExecutor {
  private final Definitions ddl;

  RenameExecutor(Run run) {
    this.ddl = new Definitions(run);
  }

  StatementResult rename(Statement.RenameTables rename) {
    for (int i = 0; i < rename.from().size(); i++) {
      Statement.Name from = rename.from().get(i);
      Statement.Name to = rename.to().get(i);
      Schema source = ddl.writable(from.schema());
      Schema target = ddl.writable(to.schema());
      if (ddl.exists(target, to.name(), false)) {
        throw Errors.tableExists(to.name());
      }
      Table table = source.tables().get(from.name());
      View view = source.views().get(from.name());
      if (table == null && view == null) {
        throw Errors.noTable(source.name(), from.name());
      }
      if (table != null) {
        source.tables().remove(from.name());
        target
            .tables()
            .put(to.name(), moved(table, target.name(), to.name(), table.columns(), table.keys()));
      } else if (view != null) {
        source.views().remove(from.name());
        target
            .views()
            .put(
                to.name(),
                new View(
                    target.name(),
                    to.name(),
                    view.columnNames(),
                    view.definition(),
                    view.text(),
                    view.definer(),
                    view.charset(),
                    view.collation(),
                    view.checkOption()));
      }
    }
    return StatementResult.Ok.NONE;
  }

  static Table moved(
      Table table, String schema, String name, List<TableColumn> columns, List<Key> keys) {
    var copy =
        new Table(
            schema,
            name,
            table.temporary(),
            table.options(),
            columns,
            keys,
            table.foreignKeys(),
            table.created());
    table.entries().forEach(entry -> copy.add(entry.getValue(), table.created()));
    copy.nextAutoIncrement(table.nextAutoIncrement());
    return copy;
  }
}
