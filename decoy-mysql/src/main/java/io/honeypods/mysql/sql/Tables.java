package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** Finds tables by their names as a session sees them. */
final class Tables {
  private Tables() {}

  sealed interface Found {
    record Base(Table table) implements Found {}

    record Virtual(VirtualTable table) implements Found {}

    record Viewed(View view) implements Found {}
  }

  /** The schema that a name means; error 1046 where none is chosen. */
  static String schemaName(Session session, @Nullable String schema) {
    String name = schema == null ? session.schema() : schema;
    if (name == null) {
      throw Errors.noSchema();
    }
    return Catalogue.isInformationSchema(name) ? "information_schema" : name;
  }

  static Schema schema(Session session, @Nullable String name) {
    String wanted = schemaName(session, name);
    Schema schema = session.server().catalogue().schema(wanted);
    if (schema == null) {
      throw Errors.unknownSchema(wanted);
    }
    return schema;
  }

  static Found find(Session session, @Nullable String schemaName, String name) {
    String wanted = schemaName(session, schemaName);
    Table temporary = session.temporaryTables().get(wanted + "." + name);
    if (temporary != null) {
      return new Found.Base(temporary);
    }
    Catalogue catalogue = session.server().catalogue();
    Schema schema = catalogue.schema(wanted);
    VirtualTable virtual = catalogue.virtual(wanted, name);
    if (virtual != null) {
      return new Found.Virtual(virtual);
    }
    if (schema == null) {
      throw Errors.unknownSchema(wanted);
    }
    if (wanted.equals("information_schema")) {
      throw new SqlException(
          1109,
          "42S02",
          "Unknown table '" + name.toUpperCase(java.util.Locale.ROOT) + "' in information_schema");
    }
    Table table = schema.tables().get(name);
    locked(session, wanted, name);
    if (table != null) {
      session.transaction().reads();
      return new Found.Base(table);
    }
    View view = schema.views().get(name);
    if (view != null) {
      return new Found.Viewed(view);
    }
    throw Errors.noTable(wanted, name);
  }

  /** Under LOCK TABLES there are no others. */
  static void locked(Session session, String schema, String name) {
    if (!session.locked().isEmpty() && !session.locked().containsKey(schema + "." + name)) {
      throw new SqlException(1100, "HY000", "Table '" + name + "' was not locked with LOCK TABLES");
    }
  }

  private static void writable(Session session, Table table) {
    if (table.temporary()) {
      return;
    }
    if (Boolean.FALSE.equals(session.locked().get(table.schema() + "." + table.name()))) {
      throw new SqlException(
          1099,
          "HY000",
          "Table '" + table.name() + "' was locked with a READ lock and can't be updated");
    }
    if (session.transaction().readOnly()) {
      throw new SqlException(1792, "25006", "Cannot execute statement in a READ ONLY transaction.");
    }
  }

  /** A table whose rows can be changed. */
  static Table base(Session session, Statement.Name name, String privilege) {
    return switch (find(session, name.schema(), name.name())) {
      case Found.Base(var table) -> {
        session
            .server()
            .system()
            .rights()
            .require(session, privilege, table.schema(), table.name());
        writable(session, table);
        yield table;
      }
      case Found.Virtual(var table) ->
          throw new SqlException(
              1044,
              "42000",
              "Access denied for user "
                  + session.client().account().quoted()
                  + " to database '"
                  + table.schema()
                  + "'");
      case Found.Viewed(var view) when !privilege.equals("INSERT") ->
          throw new SqlException(
              1288,
              "HY000",
              "The target table " + view.name() + " of the " + privilege + " is not updatable");
      case Found.Viewed(var view) ->
          throw new SqlException(
              1471,
              "HY000",
              "The target table "
                  + view.name()
                  + " of the "
                  + privilege
                  + " is not insertable-into");
    };
  }
}
