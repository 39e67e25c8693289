package io.honeypods.mysql.sql;

import java.util.List;

/** A call of a stored function. */
record StoredFunction(
    List<Node> arguments,
    List<StoredBody.Parameter> parameters,
    List<String> statements,
    DataType returns,
    ResultType type,
    Run run)
    implements Node {

  static StoredFunction of(Routine routine, List<Node> arguments, Run run) {
    var routines = new Routines(run);
    List<StoredBody.Parameter> parameters = routines.parameters(routine);
    if (parameters.size() != arguments.size()) {
      throw new SqlException(
          1318,
          "42000",
          "Incorrect number of arguments for FUNCTION "
              + routine.schema()
              + "."
              + routine.name()
              + "; expected "
              + parameters.size()
              + ", got "
              + arguments.size());
    }
    DataType returns = routines.returns(routine);
    ResultType type = Fields.type(TableColumn.of(routine.name(), returns, true));
    return new StoredFunction(
        arguments, parameters, routines.statements(routine.body()), returns, type, run);
  }

  @Override
  public Value eval(Frame frame) {
    var body = new StoredBody(run);
    for (int i = 0; i < parameters.size(); i++) {
      StoredBody.Parameter parameter = parameters.get(i);
      body.set(parameter.name(), parameter.type(), arguments.get(i).eval(frame));
    }
    Value value = body.run(statements, _ -> {});
    if (value == null) {
      throw new SqlException(1321, "2F005", "FUNCTION ended without RETURN");
    }
    return new Stored(run, false).convert(value, TableColumn.of("RETURN", returns, true), 1);
  }
}
