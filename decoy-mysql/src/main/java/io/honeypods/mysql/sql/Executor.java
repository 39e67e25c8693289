package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Direction;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs one statement that was parsed. */
final class Executor {
  private final Run run;
  private final SqlSession session;

  Executor(Run run) {
    this.run = run;
    this.session = run.session();
  }

  StatementResult execute(Statement statement, String sql) {
    if (commits(statement)) {
      session.transaction().commit();
    }
    return switch (statement) {
      case Statement.Select(var query) -> select(query);
      case Statement.Insert insert -> new DmlExecutor(run).insert(insert);
      case Statement.Update update -> new ChangeExecutor(run).update(update);
      case Statement.Delete delete -> new ChangeExecutor(run).delete(delete);
      case Statement.CreateSchema create -> new DdlExecutor(run).createSchema(create);
      case Statement.AlterSchema alter -> new DdlExecutor(run).alterSchema(alter);
      case Statement.DropSchema drop -> new DdlExecutor(run).dropSchema(drop);
      case Statement.CreateTable create -> new DdlExecutor(run).createTable(create);
      case Statement.DropTables drop -> new DdlExecutor(run).drop(drop);
      case Statement.Truncate truncate -> new DdlExecutor(run).truncate(truncate);
      case Statement.RenameTables rename -> new DdlExecutor(run).rename(rename);
      case Statement.AlterTable alter -> new AlterExecutor(run).alter(alter);
      case Statement.CreateView create -> new DdlExecutor(run).createView(create);
      case Statement.CreateRoutine create -> new Routines(run).create(create, sql);
      case Statement.DropRoutine drop -> new Routines(run).drop(drop);
      case Statement.CreateLibraryFunction create -> throw Libraries.refused(create);
      case Statement.Call call -> session.call(new Routines(run).call(call), run);
      case Statement.Use(var schema) -> use(schema);
      case Statement.Do(var expressions) -> evaluated(expressions);
      case Statement.SetVariables set -> new SetExecutor(run).set(set);
      case Statement.SetTransaction set -> new SetExecutor(run).set(set);
      case Statement.Begin _,
          Statement.Commit _,
          Statement.Rollback _,
          Statement.Savepoint _,
          Statement.ReleaseSavepoint _ ->
          transaction(statement);
      case Statement.LockTables lock -> lock(lock);
      case Statement.UnlockTables _, Statement.Accepted _ -> StatementResult.Ok.NONE;
      case Statement.Explain explain -> new Explainer(run).explain(explain);
      case Statement.Describe describe -> describe(describe);
      case Statement.Prepare prepare -> session.prepareNamed(prepare.name(), text(prepare.text()));
      case Statement.Execute execute -> session.executeNamed(execute, run);
      case Statement.Deallocate(var name) -> session.deallocate(name);
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

  StatementResult select(Query query) {
    Plan plan = new QueryCompiler(run).compile(query, Scope.root());
    List<Value[]> rows = plan.rows().run(new Frame(null));
    long limit = session.settings().selectLimit();
    if (query.limit() == null && rows.size() > limit) {
      rows = rows.subList(0, (int) limit);
    }
    if (!run.kept().containsKey("counted")) {
      session.foundRows(rows.size());
    }
    if (into(query) instanceof Query.Into into) {
      return into(into, rows, plan);
    }
    List<ColumnDefinition> columns = definitions(plan);
    var result = new ArrayList<List<Value>>(rows.size());
    for (Value[] row : rows) {
      result.add(List.of(row));
    }
    return new StatementResult.Table(columns, result, run.wasScanned());
  }

  private static Query.@Nullable Into into(Query query) {
    return query.into();
  }

  List<ColumnDefinition> definitions(Plan plan) {
    Collation results = session.settings().results();
    var columns = new ArrayList<ColumnDefinition>(plan.columns().size());
    for (Plan.Column column : plan.columns()) {
      columns.add(Fields.definition(column.name(), column.node(), results));
    }
    return columns;
  }

  private StatementResult into(Query.Into into, List<Value[]> rows, Plan plan) {
    switch (into) {
      case Query.Into.File file -> {
        var name = Text.of(file.path());
        run.saw(
            new Event.FileTransferred(
                Direction.UPLOAD, name, Payload.of(content(file, rows, plan))));
        throw Errors.secureFile();
      }
      case Query.Into.Variables(var names) -> {
        if (names.size() != plan.columns().size()) {
          throw new SqlException(
              1222, "21000", "The used SELECT statements have a different number of columns");
        }
        if (rows.size() > 1) {
          throw new SqlException(1172, "42000", "Result consisted of more than one row");
        }
        if (rows.isEmpty()) {
          run.warn(1329, "No data - zero rows fetched, selected, or processed");
          return StatementResult.Ok.NONE;
        }
        for (int i = 0; i < names.size(); i++) {
          session.userVariable(names.get(i), rows.getFirst()[i]);
        }
        return StatementResult.Ok.affected(1);
      }
    }
  }

  private static Bytes content(Query.Into.File file, List<Value[]> rows, Plan plan) {
    var out = new ByteArrayOutputStream();
    for (Value[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        if (i > 0) {
          out.writeBytes(Coercion.bytes(new Value.Text(file.fieldEnd()), Collation.DEFAULT));
        }
        ResultType type = plan.columns().get(i).node().type();
        out.writeBytes(
            Coercion.bytes(
                row[i],
                type.isString() && !type.collation().isBinary()
                    ? type.collation()
                    : Collation.DEFAULT));
      }
      out.writeBytes(Coercion.bytes(new Value.Text(file.lineEnd()), Collation.DEFAULT));
    }
    return Bytes.of(out.toByteArray());
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

  private StatementResult transaction(Statement statement) {
    Transaction transaction = session.transaction();
    switch (statement) {
      case Statement.Begin _ -> transaction.begin();
      case Statement.Commit(boolean chain, _) -> {
        transaction.commit();
        if (chain) {
          transaction.begin();
        }
      }
      case Statement.Rollback(var savepoint, boolean chain, _) -> {
        if (savepoint != null) {
          transaction.rollback(savepoint.toLowerCase(Locale.ROOT));
        } else {
          transaction.rollback();
          if (chain) {
            transaction.begin();
          }
        }
      }
      case Statement.Savepoint(var name) -> {
        if (session.inTransaction() || !session.settings().autocommit()) {
          transaction.savepoint(name.toLowerCase(Locale.ROOT));
        }
      }
      case Statement.ReleaseSavepoint(var name) ->
          transaction.release(name.toLowerCase(Locale.ROOT));
      default -> throw new IllegalStateException(statement.toString());
    }
    return StatementResult.Ok.NONE;
  }

  private StatementResult lock(Statement.LockTables lock) {
    for (Statement.Name name : lock.tables()) {
      Tables.find(session, name.schema(), name.name());
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
