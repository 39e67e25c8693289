package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE, DROP, RENAME and TRUNCATE. */
final class DdlExecutor {
  private static final Set<String> SYSTEM =
      Set.of("mysql", "sys", "information_schema", "performance_schema");
  private static final int MAX_OBJECTS = 2000;
  private static final long TABLE_BYTES = 4096;

  private final Run run;
  private final SqlSession session;
  private final Catalogue catalogue;

  DdlExecutor(Run run) {
    this.run = run;
    this.session = run.session();
    this.catalogue = run.server().catalogue();
  }

  private void rights(String privilege, String schema, String table) {
    run.server().system().rights().require(session, privilege, schema, table);
  }

  private SqlException denied(String schema) {
    return new SqlException(
        1044,
        "42000",
        "Access denied for user "
            + session.client().account().quoted()
            + " to database '"
            + schema
            + "'");
  }

  StatementResult createSchema(Statement.CreateSchema create) {
    rights("CREATE", create.name(), "");
    if (catalogue.schema(create.name()) != null) {
      if (!create.ifNotExists()) {
        throw new SqlException(
            1007, "HY000", "Can't create database '" + create.name() + "'; database exists");
      }
      run.note(1007, "Can't create database '" + create.name() + "'; database exists");
      return StatementResult.Ok.affected(1);
    }
    if (catalogue.schemas().size() >= MAX_OBJECTS || !catalogue.reserve(TABLE_BYTES)) {
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
    rights("ALTER", schema.name(), "");
    if (alter.collation() instanceof Collation collation) {
      schema.collate(collation);
    }
    return StatementResult.Ok.affected(1);
  }

  StatementResult dropSchema(Statement.DropSchema drop) {
    rights("DROP", drop.name(), "");
    String name = drop.name();
    if (SYSTEM.contains(name.toLowerCase(Locale.ROOT)) && !name.equals("sys")) {
      if (Catalogue.isInformationSchema(name) || name.equals("performance_schema")) {
        throw denied(name);
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
    schema.tables().values().forEach(table -> catalogue.reserve(-table.bytes() - TABLE_BYTES));
    catalogue.reserve(-TABLE_BYTES);
    catalogue.schemas().remove(name);
    if (name.equals(session.schema())) {
      session.schema(null);
    }
    return StatementResult.Ok.affected(count);
  }

  private Schema writable(@Nullable String name) {
    Schema schema = Tables.schema(session, name);
    if (Catalogue.isInformationSchema(schema.name())
        || schema.name().equals("performance_schema")) {
      throw denied(schema.name());
    }
    return schema;
  }

  StatementResult createTable(Statement.CreateTable create) {
    Schema schema = writable(create.name().schema());
    String name = create.name().name();
    rights("CREATE", schema.name(), name);
    if (exists(schema, name, create.temporary())) {
      if (!create.ifNotExists()) {
        throw Errors.tableExists(name);
      }
      run.note(1050, "Table '" + name + "' already exists");
      return StatementResult.Ok.NONE;
    }
    if (schema.tables().size() >= MAX_OBJECTS || !catalogue.reserve(TABLE_BYTES)) {
      throw Errors.tableFull(name);
    }
    Table table = create.like() == null ? defined(create, schema) : copied(create, schema);
    Query query = create.query();
    if (query == null) {
      put(schema, table);
      return StatementResult.Ok.NONE;
    }
    return filled(schema, table, query);
  }

  private boolean exists(Schema schema, String name, boolean temporary) {
    if (temporary) {
      return session.temporaryTables().containsKey(schema.name() + "." + name);
    }
    return schema.tables().containsKey(name)
        || schema.views().containsKey(name)
        || catalogue.virtual(schema.name(), name) != null;
  }

  private void put(Schema schema, Table table) {
    if (table.temporary()) {
      session.temporaryTables().put(schema.name() + "." + table.name(), table);
    } else {
      schema.tables().put(table.name(), table);
    }
  }

  private Table copied(Statement.CreateTable create, Schema schema) {
    Statement.Name like = create.like();
    if (like == null
        || !(Tables.find(session, like.schema(), like.name())
            instanceof Tables.Found.Base(var from))) {
      throw new SqlException(1347, "HY000", "'" + create.name().name() + "' is not BASE TABLE");
    }
    return new Table(
        schema.name(),
        create.name().name(),
        create.temporary(),
        from.options(),
        from.columns(),
        from.keys(),
        List.of(),
        run.now());
  }

  private Table defined(Statement.CreateTable create, Schema schema) {
    Statement.TableDefinition definition = create.definition();
    Statement.TableOptions given = definition.options();
    Table.Options options = options(given, schema.collation());
    var builder = new TableBuilder(run, schema.name(), create.name().name(), options.collation());
    definition.columns().forEach(column -> builder.add(column, -1));
    Query query = create.query();
    if (query != null) {
      Plan plan = new QueryCompiler(run).compile(query, Scope.root());
      for (Plan.Column column : plan.columns()) {
        if (builder.position(column.name()) < 0) {
          builder.columns().add(Views.column(column.name(), column.node().type()));
        }
      }
    }
    definition.keys().forEach(builder::add);
    definition.foreignKeys().forEach(builder::add);
    Table table = builder.build(create.temporary(), options);
    Long next = given.autoIncrement();
    if (next != null) {
      table.nextAutoIncrement(Math.max(1, next));
    }
    return table;
  }

  /** What a table's options come to, with the engine by its proper name. */
  Table.Options options(Statement.TableOptions given, Collation otherwise) {
    String engine = given.engine() == null ? "InnoDB" : Engines.name(given.engine());
    if (engine == null) {
      throw new SqlException(1286, "42000", "Unknown storage engine '" + given.engine() + "'");
    }
    String comment = given.comment();
    return new Table.Options(
        engine,
        TypeParser.collation(given.charset(), given.collation(), otherwise),
        comment == null ? "" : comment,
        String.join(" ", given.more()));
  }

  private StatementResult filled(Schema schema, Table table, Query query) {
    Plan plan = new QueryCompiler(run).compile(query, Scope.root());
    var stored = new Stored(run, false);
    int[] places = new int[plan.columns().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = table.position(plan.columns().get(i).name());
    }
    var changes = new RowChanges(run);
    List<Value[]> rows = new ArrayList<>(plan.rows().run(null));
    put(schema, table);
    var dml = new DmlExecutor(run);
    long number = 0;
    for (Value[] row : rows) {
      number++;
      Value[] values = new Value[table.columns().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = dml.initial(table.columns().get(i), new Stored(run, true), number);
      }
      for (int i = 0; i < places.length; i++) {
        values[places[i]] = stored.convert(row[i], table.columns().get(places[i]), number);
      }
      if (table.conflict(values, null) instanceof Table.Conflict conflict) {
        schema.tables().remove(table.name());
        throw RowChanges.duplicate(table, conflict.key(), values);
      }
      changes.add(table, values);
    }
    return new StatementResult.Ok(
        rows.size(), 0, "Records: " + rows.size() + "  Duplicates: 0  Warnings: 0", List.of());
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
      rights("DROP", schema.name(), name.name());
      if (catalogue.virtual(schema.name(), name.name()) != null) {
        throw denied(schema.name());
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
        catalogue.reserve(-temporary.bytes() - TABLE_BYTES);
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
          catalogue.reserve(-table.bytes() - TABLE_BYTES);
        };
  }

  StatementResult truncate(Statement.Truncate truncate) {
    Table table = Tables.base(session, truncate.table(), "DROP");
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
    put(Tables.schema(session, table.schema()), copy);
    return StatementResult.Ok.NONE;
  }

  StatementResult rename(Statement.RenameTables rename) {
    for (int i = 0; i < rename.from().size(); i++) {
      Statement.Name from = rename.from().get(i);
      Statement.Name to = rename.to().get(i);
      Schema source = writable(from.schema());
      Schema target = writable(to.schema());
      if (exists(target, to.name(), false)) {
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
                    view.definer(),
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

  StatementResult createView(Statement.CreateView create) {
    Schema schema = writable(create.name().schema());
    String name = create.name().name();
    rights("CREATE VIEW", schema.name(), name);
    if (schema.tables().containsKey(name)) {
      throw create.replace()
          ? new SqlException(1347, "HY000", "'" + schema.name() + "." + name + "' is not VIEW")
          : Errors.tableExists(name);
    }
    if (schema.views().containsKey(name) && !create.replace()) {
      throw Errors.tableExists(name);
    }
    Plan plan = new QueryCompiler(run).compile(create.query(), Scope.root());
    if (!create.columns().isEmpty() && create.columns().size() != plan.columns().size()) {
      throw new SqlException(
          1353,
          "HY000",
          "In definition of view, derived table or common table expression, SELECT list and column"
              + " names list have different column counts");
    }
    if (schema.views().size() >= MAX_OBJECTS || !catalogue.reserve(create.text().length() * 2L)) {
      throw Errors.tableFull(name);
    }
    String definer = create.definer();
    schema
        .views()
        .put(
            name,
            new View(
                schema.name(),
                name,
                create.columns(),
                create.text(),
                definer == null ? session.client().account().quoted() : definer,
                create.checkOption()));
    return StatementResult.Ok.NONE;
  }
}
