package io.honeypods.mysql.sql;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** DROP and TRUNCATE of tables and views. */
final class DropExecutor {
  private final Run run;
  private final Session session;
  private final Catalogue catalogue;
  private final Definitions ddl;

  DropExecutor(Run run) {
    this.run = run;
    this.session = run.session();
    this.catalogue = run.server().catalogue();
    this.ddl = new Definitions(run);
  }

  StatementResult drop(Statement.DropTables drop) {
    var missing = new ArrayList<String>();
    var found = new ArrayList<Runnable>();
    for (Statement.Name name : drop.names()) {
      Schema schema = existing(name, drop.ifExists());
      if (schema == null) {
        missing.add(name.schema() + "." + name.name());
        continue;
      }
      ddl.rights("DROP", schema.name(), name.name());
      if (catalogue.virtual(schema.name(), name.name()) != null) {
        throw ddl.denied(schema.name());
      }
      Runnable removal = drop.views() ? view(schema, name) : table(schema, name, drop.temporary());
      if (removal == null) {
        missing.add(schema.name() + "." + name.name());
      } else {
        found.add(removal);
      }
    }
    if (!missing.isEmpty() && !drop.ifExists()) {
      throw Errors.unknownTable(String.join(",", missing));
    }
    for (String name : missing) {
      run.note(1051, "Unknown table '" + name + "'");
    }
    new DropRules(run).check(drop);
    found.forEach(Runnable::run);
    return StatementResult.Ok.NONE;
  }

  private @Nullable Schema existing(Statement.Name name, boolean lenient) {
    String schema = Tables.schemaName(session, name.schema());
    Schema found = catalogue.schema(schema);
    if (found == null && !lenient) {
      throw Errors.unknownSchema(schema);
    }
    return found;
  }

  private @Nullable Runnable view(Schema schema, Statement.Name name) {
    if (schema.tables().containsKey(name.name())) {
      throw new SqlException(
          1347, "HY000", "'" + schema.name() + "." + name.name() + "' is not VIEW");
    }
    return schema.views().containsKey(name.name())
        ? () -> schema.views().remove(name.name())
        : null;
  }

  private @Nullable Runnable table(Schema schema, Statement.Name name, boolean temporaryOnly) {
    String key = schema.name() + "." + name.name();
    Table temporary = session.temporaryTables().get(key);
    if (temporary != null) {
      return () -> {
        session.temporaryTables().remove(key);
        catalogue.reserve(-temporary.bytes() - Definitions.TABLE_BYTES);
      };
    }
    Table table = temporaryOnly ? null : schema.tables().get(name.name());
    return table == null
        ? null
        : () -> {
          schema.tables().remove(name.name());
          schema
              .routines()
              .values()
              .removeIf(
                  routine ->
                      routine.kind() == Routine.Kind.TRIGGER
                          && routine.table().equals(name.name()));
          catalogue.reserve(-table.bytes() - Definitions.TABLE_BYTES);
        };
  }

  StatementResult truncate(Statement.Truncate truncate) {
    Table table = Tables.base(session, truncate.table(), "DROP");
    new ForeignKeys(run).truncating(table);
    var copy =
        new Table(
            table.schema(),
            table.name(),
            table.temporary(),
            table.options(),
            table.columns(),
            table.keys(),
            table.foreignKeys(),
            table.created());
    catalogue.reserve(-table.bytes());
    ddl.put(Tables.schema(session, table.schema()), copy);
    return StatementResult.Ok.NONE;
  }
}
