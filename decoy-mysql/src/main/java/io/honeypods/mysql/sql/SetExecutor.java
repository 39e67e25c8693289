package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.SystemVariables.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SET. */
final class SetExecutor {
  private final Run run;
  private final Session session;
  private final SystemVariables variables;
  private final List<SqlResult.StateChange> changes = new ArrayList<>();

  SetExecutor(Run run) {
    this.run = run;
    this.session = run.session();
    this.variables = run.server().system().variables();
  }

  StatementResult set(Statement.SetVariables set) {
    for (Statement.Setting setting : set.settings()) {
      switch (setting) {
        case Statement.Setting.User(var name, var value) ->
            session.userVariable(name, value(value));
        case Statement.Setting.SystemVariable(var scope, var name, var value) ->
            put(scope, name, value == null ? null : bareWord(value));
        case Statement.Setting.Names names -> names(names);
      }
    }
    session.settingsChanged();
    return new StatementResult.Ok(0, 0, "", changes);
  }

  private void put(Scope scope, String name, @Nullable Value value) {
    boolean before = session.settings().autocommit();
    changes.addAll(variables.set(session, scope, name, value));
    session.settingsChanged();
    if (name.equals("autocommit") && !before && session.settings().autocommit()) {
      session.transaction().commit();
    }
  }

  private Value value(Expr expr) {
    return new QueryCompiler(run).expressions().compile(expr, scope()).eval(new Frame(null));
  }

  private static io.honeypods.mysql.sql.Scope scope() {
    return io.honeypods.mysql.sql.Scope.root();
  }

  /** A name alone, such as {@code utf8mb4}, stands for itself. */
  private Value bareWord(Expr expr) {
    return expr instanceof Expr.Column(var schema, var table, var name)
            && schema == null
            && table == null
        ? new Value.Text(name)
        : value(expr);
  }

  private void names(Statement.Setting.Names names) {
    String charset = names.charset() == null ? "utf8mb4" : names.charset();
    Collation collation = TypeParser.collation(charset, names.collation(), Collation.DEFAULT);
    var name = new Value.Text(collation.charset());
    if (!names.connection()) {
      put(Scope.SESSION, "character_set_client", name);
      put(Scope.SESSION, "character_set_connection", database("character_set_database"));
      put(Scope.SESSION, "collation_connection", database("collation_database"));
      put(Scope.SESSION, "character_set_results", name);
      return;
    }
    put(Scope.SESSION, "character_set_client", name);
    put(Scope.SESSION, "character_set_connection", name);
    put(Scope.SESSION, "character_set_results", name);
    put(Scope.SESSION, "collation_connection", new Value.Text(collation.name()));
  }

  private Value database(String variable) {
    Value found = variables.get(session, Scope.ANY, variable);
    return found == null ? new Value.Text(Collation.DEFAULT.name()) : found;
  }

  StatementResult set(Statement.SetTransaction set) {
    String isolation = set.isolation();
    if (isolation != null && set.scope() != Scope.ANY) {
      put(set.scope(), "transaction_isolation", new Value.Text(isolation));
    }
    Boolean readOnly = set.readOnly();
    if (readOnly != null && set.scope() != Scope.ANY) {
      put(set.scope(), "transaction_read_only", Value.Int.of(readOnly ? 1 : 0));
    }
    session.settingsChanged();
    return new StatementResult.Ok(0, 0, "", changes);
  }
}
