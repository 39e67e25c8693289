package io.honeypods.mysql.sql;

import java.util.List;

/** Runs one statement that was parsed. */
final class Executor {
  private final Run run;
  private final Session session;

  Executor(Run run) {
    this.run = run;
    this.session = run.session();
  }

  StatementResult execute(Statement statement, String sql) {
    if (commits(statement)) {
      session.transaction().commit();
    }
    return switch (statement) {
      case Statement.Select(var query) -> new SelectExecutor(run).select(query);
      case Statement.Insert insert ->
          new InsertExecutor(run).insert(new UpdatableViews(run).insert(insert));
      case Statement.Update update ->
          new ChangeExecutor(run).update(new UpdatableViews(run).update(update));
      case Statement.Delete delete ->
          new ChangeExecutor(run).delete(new UpdatableViews(run).delete(delete));
      case Statement.CreateSchema create -> new SchemaExecutor(run).createSchema(create);
      case Statement.AlterSchema alter -> new SchemaExecutor(run).alterSchema(alter);
      case Statement.DropSchema drop -> new SchemaExecutor(run).dropSchema(drop);
      case Statement.CreateTable create -> new CreateExecutor(run).createTable(create);
      case Statement.DropTables drop -> new DropExecutor(run).drop(drop);
      case Statement.Truncate truncate -> new DropExecutor(run).truncate(truncate);
      case Statement.RenameTables rename -> new RenameExecutor(run).rename(rename);
      case Statement.AlterTable alter -> new AlterExecutor(run).alter(alter);
      case Statement.CreateView create -> new ViewExecutor(run).createView(create);
      case Statement.CreateRoutine create -> new Routines(run).create(create, sql);
      case Statement.DropRoutine drop -> new Routines(run).drop(drop);
      case Statement.CreateLibraryFunction create -> throw Libraries.refused(create);
      case Statement.Call call -> session.call(call, run);
      case Statement.Use(var schema) -> use(schema);
      case Statement.Do(var expressions) -> evaluated(expressions);
      case Statement.SetVariables set -> new SetExecutor(run).set(set);
      case Statement.SetTransaction set -> new SetExecutor(run).set(set);
      case Statement.Begin _,
          Statement.Commit _,
          Statement.Rollback _,
          Statement.Savepoint _,
          Statement.ReleaseSavepoint _ ->
          new TransactionExecutor(session).run(statement);
      case Statement.LockTables lock -> new TransactionExecutor(session).lock(lock);
      case Statement.UnlockTables _ -> new TransactionExecutor(session).unlock();
      case Statement.Accepted _ -> StatementResult.Ok.NONE;
      case Statement.Explain explain -> new Explainer(run).explain(explain);
      case Statement.Describe describe -> describe(describe);
      case Statement.Prepare prepare ->
          session.preparer().prepareNamed(prepare.name(), text(prepare.text()));
      case Statement.Execute execute -> session.preparer().executeNamed(execute, run);
      case Statement.Deallocate(var name) -> session.preparer().deallocate(name);
      case Statement.LoadData load -> throw refused(load);
      case Statement.Handler handler -> handler(handler);
    };
  }

  private static boolean commits(Statement statement) {
    return switch (statement) {
      case Statement.CreateTable create -> !create.temporary();
      case Statement.DropTables drop -> !drop.temporary();
      case Statement.CreateSchema _,
          Statement.AlterSchema _,
          Statement.DropSchema _,
          Statement.Truncate _,
          Statement.RenameTables _,
          Statement.AlterTable _,
          Statement.CreateView _,
          Statement.CreateRoutine _,
          Statement.DropRoutine _,
          Statement.LockTables _,
          Statement.Begin _ ->
          true;
      case Statement.Select _,
          Statement.Insert _,
          Statement.Update _,
          Statement.Delete _,
          Statement.CreateLibraryFunction _,
          Statement.Call _,
          Statement.Use _,
          Statement.Do _,
          Statement.SetVariables _,
          Statement.SetTransaction _,
          Statement.Commit _,
          Statement.Rollback _,
          Statement.Savepoint _,
          Statement.ReleaseSavepoint _,
          Statement.UnlockTables _,
          Statement.Accepted _,
          Statement.Explain _,
          Statement.Describe _,
          Statement.Prepare _,
          Statement.Execute _,
          Statement.Deallocate _,
          Statement.LoadData _,
          Statement.Handler _ ->
          false;
    };
  }

  private String text(Expr expr) {
    return Coercion.text(
        new QueryCompiler(run).expressions().compile(expr, Scope.root()).eval(new Frame(null)));
  }

  StatementResult use(String name) {
    Schema schema = run.server().catalogue().schema(name);
    if (schema == null) {
      throw Errors.unknownSchema(name);
    }
    if (!run.server().system().rights().sees(session, schema.name())) {
      throw new SqlException(
          1044,
          "42000",
          "Access denied for user "
              + session.client().account().quoted()
              + " to database '"
              + name
              + "'");
    }
    session.schema(schema.name());
    return new StatementResult.Ok(
        0, 0, "", List.of(new SqlResult.StateChange.Schema(schema.name())));
  }

  private StatementResult evaluated(List<Expr> expressions) {
    for (Node node : new QueryCompiler(run).expressions().compile(expressions, Scope.root())) {
      node.eval(new Frame(null));
    }
    return StatementResult.Ok.NONE;
  }

  private StatementResult describe(Statement.Describe describe) {
    String like =
        describe.column() == null ? "" : " LIKE '" + describe.column().replace("'", "''") + "'";
    String schema = Tables.schemaName(session, describe.table().schema());
    String sql =
        "SHOW COLUMNS FROM `"
            + describe.table().name().replace("`", "``")
            + "` FROM `"
            + schema.replace("`", "``")
            + "`"
            + like;
    StatementResult result = run.server().system().statements().run(session, sql);
    if (result == null) {
      throw Errors.notAllowed("DESCRIBE");
    }
    return result;
  }

  private SqlException refused(Statement.LoadData load) {
    if (load.local()) {
      return new SqlException(
          3948,
          "42000",
          "Loading local data is disabled; this must be enabled on both the client and server"
              + " sides");
    }
    Tables.base(session, load.table(), "INSERT");
    return Errors.secureFile();
  }

  private StatementResult handler(Statement.Handler handler) {
    if (handler.what().equals("OPEN")) {
      Tables.base(session, handler.table(), "SELECT");
      return StatementResult.Ok.NONE;
    }
    throw Errors.unknownTableIn(handler.table().name(), "HANDLER");
  }
}
