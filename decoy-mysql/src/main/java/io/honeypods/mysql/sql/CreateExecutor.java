package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** CREATE TABLE. */
final class CreateExecutor {
  private final Run run;
  private final Session session;
  private final Catalogue catalogue;
  private final Definitions ddl;

  CreateExecutor(Run run) {
    this.run = run;
    this.session = run.session();
    this.catalogue = run.server().catalogue();
    this.ddl = new Definitions(run);
  }

  StatementResult createTable(Statement.CreateTable create) {
    Schema schema = ddl.writable(create.name().schema());
    String name = create.name().name();
    ddl.rights("CREATE", schema.name(), name);
    Tables.locked(session, schema.name(), name);
    if (ddl.exists(schema, name, create.temporary())) {
      if (!create.ifNotExists()) {
        throw Errors.tableExists(name);
      }
      run.note(1050, "Table '" + name + "' already exists");
      return StatementResult.Ok.NONE;
    }
    if (schema.tables().size() >= Definitions.MAX_OBJECTS
        || !catalogue.reserve(Definitions.TABLE_BYTES)) {
      throw Errors.tableFull(name);
    }
    Table table = create.like() == null ? defined(create, schema) : copied(create, schema);
    Query query = create.query();
    if (query == null) {
      ddl.put(schema, table);
      return StatementResult.Ok.NONE;
    }
    return filled(schema, table, query);
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
    ddl.put(schema, table);
    var dml = new ColumnDefaults(run);
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
      if (table.unique().conflict(values, null) instanceof UniqueKeys.Conflict conflict) {
        schema.tables().remove(table.name());
        throw RowChanges.duplicate(table, conflict.key(), values);
      }
      changes.add(table, values);
    }
    return new StatementResult.Ok(
        rows.size(), 0, "Records: " + rows.size() + "  Duplicates: 0  Warnings: 0", List.of());
  }
}
