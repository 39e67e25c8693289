package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns expressions into nodes: finds what names mean and what types result. */
final class ExprCompiler {
  private final Run run;
  private final Predicates predicates;
  private final Subqueries subqueries;
  private final CallCompiler calls;

  ExprCompiler(Run run, QueryCompiler queries) {
    this.run = run;
    this.predicates = new Predicates(run, this);
    this.subqueries = new Subqueries(run, this, queries);
    this.calls = new CallCompiler(run, this);
  }

  Run run() {
    return run;
  }

  List<Node> compile(List<Expr> exprs, Scope scope) {
    var nodes = new ArrayList<Node>(exprs.size());
    for (Expr expr : exprs) {
      nodes.add(compile(expr, scope));
    }
    return nodes;
  }

  Node compile(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Literal literal -> Literals.node(literal, run.session().settings());
      case Expr.Column column -> scope.column(column);
      case Expr.Parameter(var index) -> parameter(index);
      case Expr.UserVariable(var name) -> Variables.user(run, name);
      case Expr.SystemVariable(var at, var name) -> Variables.system(run, at, name);
      case Expr.Assignment(var name, var value) ->
          Variables.assign(run, name, compile(value, scope));
      case Expr.Unary unary -> unary(unary, scope);
      case Expr.Binary binary -> binary(binary, scope);
      case Expr.Logical logical -> predicates.logical(logical, scope);
      case Expr.Is is -> predicates.is(is, scope);
      case Expr.Like like -> predicates.like(like, scope);
      case Expr.Between between -> predicates.between(between, scope);
      case Expr.InList in -> predicates.in(in, scope);
      case Expr.InQuery in -> subqueries.in(in, scope);
      case Expr.Exists(var query) -> subqueries.exists(query, scope);
      case Expr.Quantified quantified -> subqueries.quantified(quantified, scope);
      case Expr.Scalar(var query) -> subqueries.scalar(query, scope);
      case Expr.Row(var parts) -> throw Errors.operandColumns(1);
      case Expr.Case choice -> calls.choice(choice, scope);
      case Expr.Call call -> calls.call(call, scope);
      case Expr.Aggregate aggregate -> Aggregates.compile(aggregate, scope, this);
      case Expr.Cast(var operand, var type) -> Casts.cast(compile(operand, scope), type, run);
      case Expr.Transcode(var operand, var charset) ->
          Casts.transcode(compile(operand, scope), charset);
      case Expr.Collate(var operand, var collation) ->
          Casts.collate(compile(operand, scope), collation);
      case Expr.DateShift shift -> DateShifts.node(shift, this, scope);
      case Expr.Default _ ->
          throw new SqlException(1364, "HY000", "Field 'default' doesn't have a default value");
      case Expr.Inserted(var column) -> inserted(column);
      case Expr.Match match -> predicates.match(match, scope);
      case Expr.Star _ -> throw Errors.syntax("*", 1);
    };
  }

  private Node parameter(int index) {
    if (!run.hasParameters()) {
      return Node.constant(ResultType.PARAMETER, Value.NULL);
    }
    Value value = run.parameter(index);
    ResultType type =
        switch (value) {
          case Value.Int(_, boolean unsigned) ->
              unsigned ? ResultType.integer(21).asUnsigned() : ResultType.integer(21);
          case Value.Real _ -> ResultType.real();
          case Value.Blob(var bytes) ->
              ResultType.of(ColumnType.BLOB, bytes.length(), ResultType.VARIES);
          case Value.Null _,
              Value.Decimal _,
              Value.Text _,
              Value.Date _,
              Value.DateTime _,
              Value.Time _,
              Value.Json _ ->
              Literals.type(value, run.session().settings());
        };
    return Node.constant(type.asNullable(), value);
  }

  /** VALUES(a): what ON DUPLICATE KEY UPDATE would have inserted. */
  private Node inserted(String column) {
    if (run.kept().get("inserted") instanceof Inserting inserting) {
      int at = inserting.table().position(column);
      if (at < 0) {
        throw Errors.unknownColumn(column, "field list");
      }
      ResultType type = Fields.type(inserting.table().columns().get(at)).asNullable();
      return Node.of(type, frame -> inserting.row()[at]);
    }
    return Node.constant(ResultType.NULL, Value.NULL);
  }

  private Node unary(Expr.Unary unary, Scope scope) {
    Node operand = compile(unary.operand(), scope);
    ResultType type = operand.type();
    return switch (unary.operator()) {
      case NOT ->
          Node.of(
              ResultType.integer(1).orNull(type.nullable()),
              operand.fixed(),
              frame -> {
                Value value = operand.eval(frame);
                return value instanceof Value.Null
                    ? value
                    : Value.Int.of(Coercion.truth(value) ? 0 : 1);
              });
      case INVERT ->
          Node.of(
              ResultType.integer(21).asUnsigned().orNull(type.nullable()),
              frame -> {
                Value value = operand.eval(frame);
                return value instanceof Value.Null
                    ? value
                    : Arithmetic.unsigned(~Arithmetic.word(value, run));
              });
      case BINARY -> Casts.cast(operand, DataType.of(TypeName.BINARY), run);
      default -> negated(operand, type, unary);
    };
  }

  private Node negated(Node operand, ResultType type, Expr.Unary unary) {
    ResultType result =
        type.isInteger()
            ? ResultType.integer(type.length() + 1).orNull(type.nullable())
            : type.isDecimal()
                ? type.wide(type.length() + 1).ofDigits(type.precision())
                : ResultType.real(type.isReal() ? type.decimals() : ResultType.VARIES)
                    .orNull(type.nullable());
    return Node.of(
        result,
        operand.fixed(),
        frame -> {
          Value value = operand.eval(frame);
          return switch (value) {
            case Value.Null() -> value;
            case Value.Int(var number, _) ->
                Arithmetic.checked(
                    number.negate(), false, () -> "-(" + Printer.print(unary.operand()) + ")");
            case Value.Decimal(var number) -> new Value.Decimal(number.negate());
            case Value.Real _,
                Value.Text _,
                Value.Blob _,
                Value.Date _,
                Value.DateTime _,
                Value.Time _,
                Value.Json _ ->
                new Value.Real(-Arithmetic.number(value, run));
          };
        });
  }

  private Node binary(Expr.Binary binary, Scope scope) {
    Operator operator = binary.operator();
    if (operator.isComparison()) {
      return predicates.comparisons().compare(binary, scope);
    }
    return switch (operator) {
      case REGEXP -> predicates.regexp(binary, scope);
      case XOR -> predicates.xor(binary, scope);
      case JSON, JSON_TEXT -> {
        Expr extract = new Expr.Call(null, "json_extract", List.of(binary.left(), binary.right()));
        yield compile(
            operator == Operator.JSON
                ? extract
                : new Expr.Call(null, "json_unquote", List.of(extract)),
            scope);
      }
      default -> arithmetic(binary, compile(binary.left(), scope), compile(binary.right(), scope));
    };
  }

  private Node arithmetic(Expr.Binary binary, Node first, Node second) {
    Node left = numeric(first);
    Node right = numeric(second);
    ResultType type = ArithmeticTypes.type(binary.operator(), left.type(), right.type());
    return Node.of(
        type,
        left.fixed() && right.fixed(),
        frame ->
            Arithmetic.apply(
                binary.operator(),
                left.eval(frame),
                right.eval(frame),
                type,
                run,
                () -> Printer.print(binary)));
  }

  /** Bytes written as hexadecimal or binary digits are numbers among numbers. */
  private static Node numeric(Node node) {
    if (node instanceof Node.Constant(var type, Value.Blob bytes) && type.decimals() == 0) {
      int digits = type.unsigned() ? (int) type.length() : 1;
      ResultType integer = ResultType.integer(type.length()).ofDigits(digits);
      return Node.constant(
          type.unsigned() ? integer.asUnsigned() : integer,
          Arithmetic.unsigned(Arithmetic.word(bytes)));
    }
    return node;
  }

  /** A name in lower case. */
  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static @Nullable Value literal(Expr expr) {
    return expr instanceof Expr.Literal(var value, _, _) ? value : null;
  }
}
