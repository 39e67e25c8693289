package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of all system variables: global ones here, a session's with the session. */
final class SystemVariableStore implements SystemVariables {
  /** How many changes of one global value are kept for the sessions that are older. */
  private static final int HISTORY = 64;

  private static final Set<String> TRACKED =
      Set.of(
          "time_zone",
          "autocommit",
          "character_set_client",
          "character_set_results",
          "character_set_connection");
  private static final Set<String> DEPRECATED =
      Set.of("profiling", "profiling_history_size", "have_profiling");

  private final SqlServer server;
  private final Grants grants;
  private final VariableList list;
  private final Map<String, List<Change>> changes = new HashMap<>();
  private final Set<String> persisted = new TreeSet<>();
  private final ComputedVariables computed;

  SystemVariableStore(SqlServer server, Grants grants) {
    this.server = server;
    this.grants = grants;
    this.list = new VariableList(server.profile());
    this.computed = new ComputedVariables(server);
  }

  @Override
  public @Nullable Value get(Session session, Scope scope, String name) {
    SystemVariable variable = list.find(name);
    if (variable == null) {
      return null;
    }
    return switch (scope) {
      case GLOBAL, PERSIST, PERSIST_ONLY -> {
        if (!variable.hasGlobal()) {
          throw new SqlException(1238, "HY000", "Variable '" + name + "' is a SESSION variable");
        }
        yield global(variable);
      }
      case SESSION -> {
        if (!variable.hasSession()) {
          throw new SqlException(1238, "HY000", "Variable '" + name + "' is a GLOBAL variable");
        }
        yield ofSession(session, variable);
      }
      case ANY -> variable.hasSession() ? ofSession(session, variable) : global(variable);
    };
  }

  @Override
  public List<SqlResult.StateChange> set(
      Session session, Scope scope, String name, @Nullable Value value) {
    SystemVariable variable = list.find(name);
    if (variable == null) {
      throw Errors.unknownVariable(name);
    }
    VariableChecks.checkScope(variable, scope);
    if (scope == Scope.ANY || scope == Scope.SESSION) {
      return setSession(session, variable, value);
    }
    grants.requireAny(session, "SUPER", "SYSTEM_VARIABLES_ADMIN");
    Value accepted = value == null ? initial(variable) : accept(session, variable, value, true);
    if (scope != Scope.GLOBAL) {
      persisted.add(name);
    }
    if (scope != Scope.PERSIST_ONLY) {
      setGlobal(variable, accepted);
    }
    return List.of();
  }

  @Override
  public void preset(String name, Value value) {
    record(name, value);
  }

  private List<SqlResult.StateChange> setSession(
      Session session, SystemVariable variable, @Nullable Value value) {
    String name = variable.name();
    if (value == null && !variable.hasGlobal()) {
      session.variables().remove(name);
      return List.of();
    }
    Value accepted = value == null ? global(variable) : accept(session, variable, value, false);
    if (name.equals("timestamp") && accepted.equals(new Value.Real(0))) {
      session.variables().remove(name);
    } else {
      session.variables().put(name, accepted);
    }
    boolean isId = name.equals("identity") || name.equals("last_insert_id");
    if (isId && accepted instanceof Value.Int(var id, var unsigned)) {
      session.tally().lastInsertId(id.longValue());
    }
    VariableChecks.follow(
        name, accepted, (other, text) -> session.variables().put(other, new Value.Text(text)));
    return tracked(session, variable, accepted);
  }

  private void setGlobal(SystemVariable variable, Value accepted) {
    record(variable.name(), accepted);
    VariableChecks.follow(
        variable.name(), accepted, (other, text) -> record(other, new Value.Text(text)));
    String twin = VariableChecks.twin(variable.name());
    if (list.find(twin) != null) {
      record(twin, accepted);
    }
  }

  private void record(String name, Value value) {
    List<Change> history = changes.computeIfAbsent(name, key -> new ArrayList<>());
    Instant now = server.clock().instant();
    history.add(new Change(now, value));
    server.freshSettings().forget(now);
    if (history.size() > HISTORY) {
      history.removeFirst();
    }
  }

  private Value accept(Session session, SystemVariable variable, Value value, boolean global) {
    if (DEPRECATED.contains(variable.name())) {
      session
          .warnings()
          .add(
              new Warning(
                  Warning.Level.WARNING,
                  1287,
                  "'@@"
                      + variable.name()
                      + "' is deprecated and will be removed in a future release."));
    }
    VariableChecks.checkKnown(variable, value);
    Value current = global ? global(variable) : ofSession(session, variable);
    return new VariableRules(session.warnings())
        .accept(variable, value, variable.kind().show(current));
  }

  private List<SqlResult.StateChange> tracked(
      Session session, SystemVariable variable, Value value) {
    Value wanted = get(session, Scope.SESSION, "session_track_system_variables");
    String names = wanted instanceof Value.Text(var text) ? text : "";
    boolean listed =
        names.equals("*")
            || (TRACKED.contains(variable.name()) && names.contains(variable.name()))
            || List.of(names.split(",", -1)).contains(variable.name());
    return listed
        ? List.of(
            new SqlResult.StateChange.SystemVariable(variable.name(), variable.kind().show(value)))
        : List.of();
  }

  /** The value that a server has now, for SHOW GLOBAL VARIABLES. */
  Value global(SystemVariable variable) {
    List<Change> history = changes.get(variable.name());
    return history == null ? initial(variable) : history.getLast().value();
  }

  private static Value initial(SystemVariable variable) {
    if (variable.name().equals("gtid_purged")) {
      return new Value.Text("");
    }
    return variable.initialValue();
  }

  /** The value that a session has; one that it never set is the global one of its beginning. */
  Value ofSession(Session session, SystemVariable variable) {
    if (!variable.hasSession()) {
      return global(variable);
    }
    Value known = computed.value(session, variable.name());
    if (known != null) {
      return known;
    }
    Value own = session.variables().get(variable.name());
    if (own != null) {
      return own;
    }
    List<Change> history = changes.getOrDefault(variable.name(), List.of());
    Value found = initial(variable);
    for (Change change : history) {
      if (change.at().isAfter(session.opened())) {
        return found;
      }
      found = change.value();
    }
    return found;
  }

  /** Every variable as SHOW VARIABLES lists it, for a session or the server as a whole. */
  List<Map.Entry<String, String>> shown(Session session, boolean global) {
    var shown = new ArrayList<Map.Entry<String, String>>();
    for (SystemVariable variable : list.all()) {
      if (!global || variable.hasGlobal()) {
        Value value = global ? global(variable) : ofSession(session, variable);
        String text =
            variable.name().startsWith("have_") || variable.name().equals("updatable_views")
                ? variable.initial()
                : variable.kind().show(value);
        shown.add(Map.entry(variable.name(), text));
      }
    }
    return shown;
  }

  /** RESET PERSIST: what was persisted is forgotten. */
  void resetPersisted(@Nullable String name, boolean ifExists) {
    if (name == null) {
      persisted.clear();
    } else if (!persisted.remove(name) && !ifExists) {
      throw new SqlException(
          3615, "HY000", "Variable " + name + " does not exist in persisted config file");
    }
  }

  /** Variables that SET PERSIST has put into mysqld-auto.cnf. */
  Set<String> persisted() {
    return persisted;
  }

  VariableList list() {
    return list;
  }

  private record Change(Instant at, Value value) {}
}
