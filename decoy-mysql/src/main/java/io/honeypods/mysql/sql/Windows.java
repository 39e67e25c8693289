package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Window functions: what they are of, what they give. */
final class Windows {
  private static final Set<String> NOT_HERE =
      Set.of("group_concat", "json_arrayagg", "json_objectagg");
  private static final int MOST = 64;

  private Windows() {}

  /**
   * A window function that a query computes once its rows are known.
   *
   * @param arguments without those that say how far, which are {@code offset} and {@code otherwise}
   */
  record Task(
      String name,
      List<Node> arguments,
      List<Node> partition,
      List<Node> order,
      List<Boolean> descending,
      Expr.@Nullable Frame frame,
      long offset,
      @Nullable Node otherwise,
      @Nullable Aggregator aggregator) {

    /** Whether its rows stand in the same order as those of another. */
    boolean follows(Task other) {
      List<Node> mine = keys();
      List<Node> others = other.keys();
      int shared = Math.min(mine.size(), others.size());
      return shared > 0
          && mine.subList(0, shared).equals(others.subList(0, shared))
          && directions().subList(0, shared).equals(other.directions().subList(0, shared));
    }

    List<Node> keys() {
      var keys = new ArrayList<Node>(partition);
      keys.addAll(order);
      return keys;
    }

    List<Boolean> directions() {
      var all = new ArrayList<Boolean>();
      partition.forEach(node -> all.add(false));
      all.addAll(descending);
      return all;
    }
  }

  static Node compile(Expr.Aggregate call, Scope scope, ExprCompiler expressions) {
    String name = call.name();
    if (!scope.windowsAllowed || scope.insideAggregate) {
      throw new SqlException(
          3593, "HY000", "You cannot use the window function '" + name + "' in this context.'");
    }
    if (NOT_HERE.contains(name)) {
      throw Errors.notAllowed(name + " as window function");
    }
    if (call.distinct()) {
      throw Errors.notAllowed("<window function>(DISTINCT ..)");
    }
    if (scope.windows.size() >= MOST) {
      throw Errors.notAllowed("more than " + MOST + " window functions");
    }
    Expr.Window window = resolved(call.over(), scope);
    boolean counts =
        !call.arguments().isEmpty() && call.arguments().getFirst() instanceof Expr.Star;
    boolean aliases = scope.aliasesFirst;
    scope.aliasesFirst = false;
    try {
      return compile(call, window, counts, scope, expressions);
    } finally {
      scope.aliasesFirst = aliases;
    }
  }

  private static Node compile(
      Expr.Aggregate call,
      Expr.Window window,
      boolean counts,
      Scope scope,
      ExprCompiler expressions) {
    String name = call.name();
    List<Node> all = counts ? List.of() : expressions.compile(call.arguments(), scope);
    List<Node> partition = expressions.compile(window.partition(), scope);
    var order = new ArrayList<Node>();
    var descending = new ArrayList<Boolean>();
    for (Query.Order by : window.order()) {
      order.add(expressions.compile(by.by(), scope));
      descending.add(by.descending());
    }
    boolean ranks = isRank(name);
    List<Node> arguments = ranks ? all.subList(0, Math.min(1, all.size())) : all;
    long offset = offset(name, all);
    Node otherwise = all.size() > 2 ? all.get(2) : null;
    Run run = expressions.run();
    scope.windows.add(
        new Task(
            name,
            arguments,
            partition,
            order,
            descending,
            window.frame(),
            offset,
            otherwise,
            ranks ? null : () -> Aggregates.state(call, arguments, List.of(), run)));
    ResultType type = ranks ? type(name, all) : Aggregates.type(name, arguments, run);
    return new Node.WindowOf(type, scope.windows.size() - 1);
  }

  private static Expr.Window resolved(Expr.@Nullable Window window, Scope scope) {
    if (window == null) {
      throw new IllegalStateException("no window");
    }
    String name = window.name();
    if (name == null) {
      return window;
    }
    return scope.namedWindows.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(Query.NamedWindow::window)
        .findFirst()
        .orElseThrow(
            () -> new SqlException(3579, "HY000", "Window name '" + name + "' is not defined."));
  }

  /** Those that are no aggregates. */
  static boolean isRank(String name) {
    return switch (name) {
      case "row_number",
          "rank",
          "dense_rank",
          "percent_rank",
          "cume_dist",
          "ntile",
          "lag",
          "lead",
          "first_value",
          "last_value",
          "nth_value" ->
          true;
      default -> false;
    };
  }

  private static long offset(String name, List<Node> arguments) {
    int index = name.equals("ntile") ? 0 : 1;
    boolean given = arguments.size() > index;
    Value value = given ? StringTypes.fixed(arguments.get(index)) : Value.Int.of(1);
    boolean takes =
        switch (name) {
          case "ntile", "lag", "lead", "nth_value" -> true;
          default -> false;
        };
    if (!takes) {
      return 1;
    }
    long least = name.equals("ntile") || name.equals("nth_value") ? 1 : 0;
    if (value == null || value instanceof Value.Null || Coercion.small(value) < least) {
      throw Errors.wrongArguments(name);
    }
    return Coercion.small(value);
  }

  private static ResultType type(String name, List<Node> arguments) {
    return switch (name) {
      case "row_number", "rank", "dense_rank" -> ResultType.integer(21).asUnsigned();
      case "ntile" -> ResultType.integer(21).asUnsigned().asNullable();
      case "percent_rank", "cume_dist" -> ResultType.real();
      case "lag", "lead" -> {
        ResultType type =
            arguments.size() > 2
                ? Types.common(List.of(arguments.get(0), arguments.get(2)))
                : arguments.getFirst().type().asNullable();
        yield type.isInteger() ? ResultType.integer(type.length()).orNull(type.nullable()) : type;
      }
      default -> {
        ResultType type = arguments.getFirst().type().asNullable();
        yield type.isInteger() ? ResultType.integer(type.length()).asNullable() : type;
      }
    };
  }
}
