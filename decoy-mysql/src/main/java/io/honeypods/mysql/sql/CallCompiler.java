package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions, and CASE. */
final class CallCompiler {
  private final Run run;
  private final ExprCompiler expressions;
  private boolean inStored;

  CallCompiler(Run run, ExprCompiler expressions) {
    this.run = run;
    this.expressions = expressions;
  }

  Node call(Expr.Call call, Scope scope) {
    String name = ExprCompiler.lower(call.name());
    Function function = call.schema() == null ? Functions.find(name) : null;
    if (function == null) {
      return stored(call, scope);
    }
    int count = call.arguments().size();
    if (count < function.least() || (function.most() >= 0 && count > function.most())) {
      throw Functions.isKeyword(name) ? Errors.syntax(")", 1) : Errors.parameterCount(call.name());
    }
    List<Node> arguments = expressions.compile(call.arguments(), scope);
    boolean nullable = arguments.stream().anyMatch(node -> node.type().nullable());
    ResultType type = function.typing().type(arguments);
    boolean text =
        type.isString() && !Functions.isNeverNull(name) && run.session().settings().strict();
    ResultType result =
        function.strict() || text
            ? type.orNull((function.strict() && nullable) || type.nullable() || text)
            : type;
    boolean fixed = !Functions.isVolatile(name) && arguments.stream().allMatch(Node::fixed);
    return Node.of(
        result,
        fixed,
        frame -> {
          var values = new Call(run, name, arguments, frame, call);
          return function.strict() && values.anyNull() ? Value.NULL : function.body().call(values);
        });
  }

  /** A stored function's RETURN, or error 1305. */
  private Node stored(Expr.Call call, Scope scope) {
    String schema = call.schema() == null ? run.session().schema() : call.schema();
    if (schema == null) {
      throw call.schema() == null && Functions.isUnloaded(ExprCompiler.lower(call.name()))
          ? Errors.noFunction(call.name())
          : Errors.noSchema();
    }
    Schema home = run.server().catalogue().schema(schema);
    Routine routine =
        home == null ? null : home.routines().get("FUNCTION " + ExprCompiler.lower(call.name()));
    if (routine == null) {
      throw Errors.noFunction(schema + "." + call.name());
    }
    if (inStored) {
      throw new SqlException(
          1424, "HY000", "Recursive stored functions and triggers are not allowed.");
    }
    inStored = true;
    try {
      return StoredFunction.of(routine, expressions.compile(call.arguments(), scope), run);
    } finally {
      inStored = false;
    }
  }

  Node choice(Expr.Case choice, Scope scope) {
    var conditions = new ArrayList<Node>();
    var results = new ArrayList<Node>();
    Predicates predicates = new Predicates(run, expressions);
    Node operand = choice.operand() == null ? null : expressions.compile(choice.operand(), scope);
    for (Expr.When when : choice.whens()) {
      Node condition = expressions.compile(when.condition(), scope);
      conditions.add(
          operand == null
              ? condition
              : predicates.comparisons().compare(Operator.EQUAL, operand, condition));
      results.add(expressions.compile(when.result(), scope));
    }
    Node otherwise =
        choice.otherwise() == null ? null : expressions.compile(choice.otherwise(), scope);
    ResultType type = Types.common(all(results, otherwise));
    ResultType whole = otherwise == null ? type.asNullable() : type;
    return Node.of(
        whole,
        frame -> {
          for (int i = 0; i < conditions.size(); i++) {
            if (Coercion.truth(conditions.get(i).eval(frame))) {
              return Types.as(results.get(i).eval(frame), whole);
            }
          }
          return otherwise == null ? Value.NULL : Types.as(otherwise.eval(frame), whole);
        });
  }

  private static List<Node> all(List<Node> results, @Nullable Node otherwise) {
    var all = new ArrayList<Node>(results);
    if (otherwise != null) {
      all.add(otherwise);
    }
    return all;
  }
}
