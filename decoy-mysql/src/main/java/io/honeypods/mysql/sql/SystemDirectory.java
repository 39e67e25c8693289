package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds schemas and whatever is in them, as a session may see them. */
final class SystemDirectory {
  private final SqlServer server;
  private final Rights rights;

  SystemDirectory(SqlServer server, Rights rights) {
    this.server = server;
    this.rights = rights;
  }

  /** The schemas that a session sees, by name. */
  List<Schema> schemas(Session viewer) {
    return server.catalogue().schemas().values().stream()
        .filter(schema -> rights.sees(viewer, schema.name()))
        .toList();
  }

  /** A schema that there is and that the session may look into. */
  Schema schema(Session viewer, String name) {
    Schema schema = server.catalogue().schema(name);
    if (schema == null) {
      throw Errors.unknownSchema(name);
    }
    if (!rights.sees(viewer, schema.name())) {
      throw new SqlException(
          1044,
          "42000",
          "Access denied for user "
              + viewer.client().account().quoted()
              + " to database '"
              + name
              + "'");
    }
    return schema;
  }

  /** The named schema, or else the current one. */
  Schema schemaOrCurrent(Session viewer, @Nullable String name) {
    String wanted = name == null ? viewer.schema() : name;
    if (wanted == null) {
      throw Errors.noSchema();
    }
    return schema(viewer, wanted);
  }

  /** All that a schema holds, by name; views without their columns. */
  List<TableInfo> tables(Schema schema) {
    return list(schema, view -> TableInfo.of(view, List.of(), server.profile().installed()));
  }

  /** All that a schema holds, by name. */
  List<TableInfo> described(Session viewer, Schema schema) {
    return list(schema, view -> of(viewer, view));
  }

  private List<TableInfo> list(Schema schema, Function<View, TableInfo> views) {
    var found = new ArrayList<TableInfo>();
    for (VirtualTable virtual : server.catalogue().virtuals(schema.name())) {
      found.add(of(virtual));
    }
    schema.tables().values().forEach(table -> found.add(TableInfo.of(table)));
    for (View view : schema.views().values()) {
      found.add(views.apply(view));
    }
    found.sort(Comparator.comparing(TableInfo::name));
    return found;
  }

  /** A table of any sort by its name, temporary ones first; null if there is none. */
  @Nullable TableInfo find(Session viewer, Schema schema, String name) {
    Table temporary = viewer.temporaryTables().get(schema.name() + "." + name);
    if (temporary != null) {
      return TableInfo.of(temporary);
    }
    Table table = schema.tables().get(name);
    if (table != null) {
      return TableInfo.of(table);
    }
    View view = schema.views().get(name);
    if (view != null) {
      return of(viewer, view);
    }
    VirtualTable virtual = server.catalogue().virtual(schema.name(), name);
    return virtual == null ? null : of(virtual);
  }

  /** As {@link #find}, refused with 1146 where there is none. */
  TableInfo table(Session viewer, Statement.Name name) {
    Schema schema = schemaOrCurrent(viewer, name.schema());
    TableInfo found = find(viewer, schema, name.name());
    if (found == null) {
      throw Errors.noTable(schema.name(), name.name());
    }
    return found;
  }

  private TableInfo of(VirtualTable virtual) {
    if (virtual instanceof SystemTable table) {
      return TableInfo.of(table, server.profile().installed());
    }
    throw new IllegalStateException("unknown system table " + virtual.name());
  }

  private TableInfo of(Session viewer, View view) {
    List<TableColumn> columns;
    try {
      columns = Views.columns(view, new Run(viewer, List.of()));
    } catch (SqlException e) {
      columns = List.of();
    }
    return TableInfo.of(view, columns, server.profile().installed());
  }
}
