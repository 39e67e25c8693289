package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns joins into relations. */
final class JoinCompiler {
  private final Run run;

  private final QueryCompiler queries;

  JoinCompiler(Run run, QueryCompiler queries) {
    this.run = run;
    this.queries = queries;
  }

  Relation join(Query.Join join, Scope outer) {
    Relation left = queries.sources().compile(join.left(), outer);
    Relation right = queries.sources().compile(join.right(), outer);
    unique(left, right);
    var fields = new ArrayList<Field>();
    boolean rightJoin = join.kind() == Query.Join.Kind.RIGHT;
    boolean leftJoin = join.kind() == Query.Join.Kind.LEFT;
    left.fields().forEach(field -> fields.add(rightJoin ? field.nullable() : field));
    right.fields().forEach(field -> fields.add(leftJoin ? field.nullable() : field));
    int width = left.fields().size();
    var hidden = (BitSet) left.hidden().clone();
    right.hidden().stream().forEach(i -> hidden.set(width + i));
    var pairs = pairs(join, left, right);
    pairs.forEach(pair -> hidden.set(rightJoin ? pair[0] : width + pair[1]));
    var scope = new Scope(outer, fields, hidden);
    scope.clause = "on clause";
    Expr on = join.on();
    Node condition = on == null ? null : queries.expressions().compile(on, scope);
    if (on != null) {
      equalities(on, scope, width, pairs);
    }
    if (scope.correlated) {
      outer.correlated = true;
    }
    var parts = new ArrayList<Relation.Part>(rightJoin ? List.of() : left.parts());
    right.parts().forEach(part -> parts.add(part.moved(width)));
    if (rightJoin) {
      parts.addAll(left.parts());
    }
    var shape = new Shape(left, right, width, right.fields().size(), fields);
    return new Relation(
        fields,
        hidden,
        frame ->
            rightJoin
                ? nested(shape, condition, pairs, frame, true, true)
                : nested(shape, condition, pairs, frame, leftJoin, false),
        parts);
  }

  private static void unique(Relation left, Relation right) {
    for (Field field : right.fields()) {
      for (Field other : left.fields()) {
        if (other.table().equals(field.table()) && other.schema().equals(field.schema())) {
          throw new SqlException(1066, "42000", "Not unique table/alias: '" + field.table() + "'");
        }
      }
      break;
    }
  }

  private record Shape(
      Relation left, Relation right, int width, int rightWidth, List<Field> fields) {}

  /** The columns that USING or NATURAL makes equal. */
  private static List<int[]> pairs(Query.Join join, Relation left, Relation right) {
    var pairs = new ArrayList<int[]>();
    if (join.natural()) {
      for (int i = 0; i < left.fields().size(); i++) {
        int at = indexOf(right, left.fields().get(i).name());
        if (at >= 0 && !left.hidden().get(i)) {
          pairs.add(new int[] {i, at});
        }
      }
    }
    for (String name : join.using()) {
      int a = indexOf(left, name);
      int b = indexOf(right, name);
      if (a < 0 || b < 0) {
        throw Errors.unknownColumn(name, "from clause");
      }
      pairs.add(new int[] {a, b});
    }
    return pairs;
  }

  private static int indexOf(Relation relation, String name) {
    for (int i = 0; i < relation.fields().size(); i++) {
      if (!relation.hidden().get(i) && relation.fields().get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds what ON says of equal columns, by which the rows are then found. */
  private void equalities(Expr on, Scope scope, int width, List<int[]> pairs) {
    if (on instanceof Expr.Logical(var operator, var operands) && operator == Expr.Operator.AND) {
      operands.forEach(operand -> equalities(operand, scope, width, pairs));
    } else if (on instanceof Expr.Binary(var operator, Expr.Column a, Expr.Column b)
        && operator == Expr.Operator.EQUAL) {
      if (scope.column(a) instanceof Node.ColumnOf(var t, int x, int i, _)
          && scope.column(b) instanceof Node.ColumnOf(var u, int y, int j, _)
          && x == 0
          && y == 0
          && (i < width) != (j < width)
          && alike(t, u)) {
        pairs.add(i < width ? new int[] {i, j - width} : new int[] {j, i - width});
      }
    }
  }

  private static boolean alike(ResultType a, ResultType b) {
    return (a.isString() && b.isString() && a.collation().equals(b.collation()))
        || (a.isInteger() && b.isInteger());
  }

  /** Every row of one side with those of the other that belong to it. */
  private List<Value[]> nested(
      Shape shape,
      @Nullable Node condition,
      List<int[]> pairs,
      @Nullable Frame outer,
      boolean keep,
      boolean rightFirst) {
    Collection<Value[]> lefts = shape.left().source().rows(outer);
    Collection<Value[]> rights = shape.right().source().rows(outer);
    Collection<Value[]> drivers = rightFirst ? rights : lefts;
    Collection<Value[]> others = rightFirst ? lefts : rights;
    Map<List<Object>, List<Value[]>> index =
        pairs.isEmpty() ? null : index(others, pairs, shape, !rightFirst);
    var result = new ArrayList<Value[]>();
    var frame = new Frame(outer);
    for (Value[] driver : drivers) {
      run.tick();
      Collection<Value[]> matching = others;
      if (index != null) {
        List<Object> key = key(driver, pairs, shape, rightFirst);
        matching = key == null ? List.of() : index.getOrDefault(key, List.of());
      }
      boolean found = false;
      for (Value[] other : matching) {
        run.tick();
        Value[] row = rightFirst ? joined(other, driver, shape) : joined(driver, other, shape);
        frame.row = row;
        if (condition == null || Coercion.truth(condition.eval(frame))) {
          found = true;
          run.hold(16L + 8L * row.length);
          result.add(row);
        }
      }
      if (!found && keep) {
        Value[] none = new Value[rightFirst ? shape.width() : shape.rightWidth()];
        Arrays.fill(none, Value.NULL);
        result.add(rightFirst ? joined(none, driver, shape) : joined(driver, none, shape));
      }
    }
    return result;
  }

  private static Value[] joined(Value[] left, Value[] right, Shape shape) {
    Value[] row = Arrays.copyOf(left, shape.width() + shape.rightWidth());
    System.arraycopy(right, 0, row, shape.width(), shape.rightWidth());
    return row;
  }

  private Map<List<Object>, List<Value[]>> index(
      Collection<Value[]> rows, List<int[]> pairs, Shape shape, boolean right) {
    var index = new HashMap<List<Object>, List<Value[]>>();
    for (Value[] row : rows) {
      run.tick();
      List<Object> key = key(row, pairs, shape, right);
      if (key != null) {
        index.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
      }
    }
    return index;
  }

  private static @Nullable List<Object> key(
      Value[] row, List<int[]> pairs, Shape shape, boolean right) {
    var key = new ArrayList<Object>(pairs.size());
    for (int[] pair : pairs) {
      Value value = row[pair[right ? 1 : 0]];
      if (value instanceof Value.Null) {
        return null;
      }
      ResultType type = shape.left().fields().get(pair[0]).type();
      key.add(Comparison.groupKey(value, type.isString() ? type.collation() : Collation.DEFAULT));
    }
    return key;
  }
}
