package io.honeypods.mysql.sql;

/** CREATE VIEW. */
final class ViewExecutor {
  private final Run run;
  private final Session session;
  private final Catalogue catalogue;
  private final Definitions ddl;

  ViewExecutor(Run run) {
    this.run = run;
    this.session = run.session();
    this.catalogue = run.server().catalogue();
    this.ddl = new Definitions(run);
  }

  private String variable(String name, String otherwise) {
    Value value = run.variable(SystemVariables.Scope.ANY, name);
    return value == null || value instanceof Value.Null ? otherwise : Coercion.text(value);
  }

  StatementResult createView(Statement.CreateView create) {
    Schema schema = ddl.writable(create.name().schema());
    String name = create.name().name();
    ddl.rights("CREATE VIEW", schema.name(), name);
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
    if (schema.views().size() >= Definitions.MAX_OBJECTS
        || !catalogue.reserve(create.text().length() * 2L)) {
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
                new ViewText(run).query(create.query()),
                definer == null ? session.client().account().quoted() : definer,
                variable("character_set_client", "utf8mb4"),
                session.settings().connection().name(),
                create.checkOption()));
    return StatementResult.Ok.NONE;
  }
}
