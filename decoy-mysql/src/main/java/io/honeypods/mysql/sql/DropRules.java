package io.honeypods.mysql.sql;

import java.util.ArrayList;

/** What keeps tables from being dropped together. */
final class DropRules {
  private final Run run;

  DropRules(Run run) {
    this.run = run;
  }

  void check(Statement.DropTables drop) {
    if (drop.views()) {
      return;
    }
    var dropped = new ArrayList<Table>();
    for (Statement.Name name : drop.names()) {
      Schema schema =
          run.server().catalogue().schema(Tables.schemaName(run.session(), name.schema()));
      Table table = schema == null ? null : schema.tables().get(name.name());
      if (table != null) {
        dropped.add(table);
      }
    }
    var keys = new ForeignKeys(run);
    dropped.forEach(table -> keys.dropping(table, dropped));
  }
}
