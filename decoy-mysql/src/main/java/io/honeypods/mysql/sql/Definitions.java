package io.honeypods.mysql.sql;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the statements that define tables, views and schemata have in common. */
final class Definitions {
  static final Set<String> SYSTEM =
      Set.of("mysql", "sys", "information_schema", "performance_schema");
  static final int MAX_OBJECTS = 2000;
  static final long TABLE_BYTES = 4096;

  private final Run run;
  private final Session session;
  private final Catalogue catalogue;

  Definitions(Run run) {
    this.run = run;
    this.session = run.session();
    this.catalogue = run.server().catalogue();
  }

  void rights(String privilege, String schema, String table) {
    run.server().system().rights().require(session, privilege, schema, table);
  }

  SqlException denied(String schema) {
    return new SqlException(
        1044,
        "42000",
        "Access denied for user "
            + session.client().account().quoted()
            + " to database '"
            + schema
            + "'");
  }

  Schema writable(@Nullable String name) {
    Schema schema = Tables.schema(session, name);
    if (Catalogue.isInformationSchema(schema.name())
        || schema.name().equals("performance_schema")) {
      throw denied(schema.name());
    }
    return schema;
  }

  boolean exists(Schema schema, String name, boolean temporary) {
    if (temporary) {
      return session.temporaryTables().containsKey(schema.name() + "." + name);
    }
    return schema.tables().containsKey(name)
        || schema.views().containsKey(name)
        || catalogue.virtual(schema.name(), name) != null;
  }

  void put(Schema schema, Table table) {
    if (table.temporary()) {
      session.temporaryTables().put(schema.name() + "." + table.name(), table);
    } else {
      schema.tables().put(table.name(), table);
    }
  }
}
