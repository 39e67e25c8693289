package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Locale;

/** CREATE, ALTER and DROP DATABASE. */
final class SchemaExecutor {
  private final Run run;
  private final Session session;
  private final Catalogue catalogue;
  private final Definitions ddl;

  SchemaExecutor(Run run) {
    this.run = run;
    this.session = run.session();
    this.catalogue = run.server().catalogue();
    this.ddl = new Definitions(run);
  }

  StatementResult createSchema(Statement.CreateSchema create) {
    ddl.rights("CREATE", create.name(), "");
    if (Catalogue.isInformationSchema(create.name())) {
      throw ddl.denied(create.name());
    }
    if (catalogue.schema(create.name()) != null) {
      if (!create.ifNotExists()) {
        throw new SqlException(
            1007, "HY000", "Can't create database '" + create.name() + "'; database exists");
      }
      run.note(1007, "Can't create database '" + create.name() + "'; database exists");
      return StatementResult.Ok.affected(1);
    }
    if (catalogue.schemas().size() >= Definitions.MAX_OBJECTS
        || !catalogue.reserve(Definitions.TABLE_BYTES)) {
      throw Errors.tableFull("schemata");
    }
    Collation collation = create.collation();
    catalogue
        .schemas()
        .put(
            create.name(),
            new Schema(create.name(), collation == null ? Collation.DEFAULT : collation));
    return StatementResult.Ok.affected(1);
  }

  StatementResult alterSchema(Statement.AlterSchema alter) {
    Schema schema = Tables.schema(session, alter.name().isEmpty() ? null : alter.name());
    ddl.rights("ALTER", schema.name(), "");
    if (alter.collation() instanceof Collation collation) {
      schema.collate(collation);
    }
    return StatementResult.Ok.affected(1);
  }

  StatementResult dropSchema(Statement.DropSchema drop) {
    ddl.rights("DROP", drop.name(), "");
    String name = drop.name();
    if (Definitions.SYSTEM.contains(name.toLowerCase(Locale.ROOT)) && !name.equals("sys")) {
      if (Catalogue.isInformationSchema(name) || name.equals("performance_schema")) {
        throw ddl.denied(name);
      }
      throw new SqlException(3552, "HY000", "Access to system schema 'mysql' is rejected.");
    }
    Schema schema = catalogue.schema(name);
    if (schema == null) {
      if (!drop.ifExists()) {
        throw new SqlException(
            1008, "HY000", "Can't drop database '" + name + "'; database doesn't exist");
      }
      run.note(1008, "Can't drop database '" + name + "'; database doesn't exist");
      return StatementResult.Ok.NONE;
    }
    long count = (long) schema.tables().size() + schema.views().size();
    schema
        .tables()
        .values()
        .forEach(table -> catalogue.reserve(-table.bytes() - Definitions.TABLE_BYTES));
    catalogue.reserve(-Definitions.TABLE_BYTES);
    catalogue.schemas().remove(name);
    if (name.equals(session.schema())) {
      session.schema(null);
      return new StatementResult.Ok(count, 0, "", List.of(new SqlResult.StateChange.Schema("")));
    }
    return StatementResult.Ok.affected(count);
  }
}
