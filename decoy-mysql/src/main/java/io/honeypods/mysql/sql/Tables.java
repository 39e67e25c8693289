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
  static String schemaName(SqlSession session, @Nullable String schema) {
    String name = schema == null ? session.schema() : schema;
    if (name == null) {
      throw Errors.noSchema();
    }
    return Catalogue.isInformationSchema(name) ? "information_schema" : name;
  }

  static Schema schema(SqlSession session, @Nullable String name) {
    String wanted = schemaName(session, name);
    Schema schema = session.server().catalogue().schema(wanted);
    if (schema == null) {
      throw Errors.unknownSchema(wanted);
    }
    return schema;
  }

  static Found find(SqlSession session, @Nullable String schemaName, String name) {
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
    if (table != null) {
      return new Found.Base(table);
    }
    View view = schema.views().get(name);
    if (view != null) {
      return new Found.Viewed(view);
    }
    throw Errors.noTable(wanted, name);
  }

  /** A table whose rows can be changed. */
  static Table base(SqlSession session, Statement.Name name, String privilege) {
    return switch (find(session, name.schema(), name.name())) {
      case Found.Base(var table) -> {
        session
            .server()
            .system()
            .rights()
            .require(session, privilege, table.schema(), table.name());
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
