package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** An expression that can be computed. */
interface Node {
  ResultType type();

  Value eval(Frame frame);

  /** Whether the value is the same for each row of a statement. */
  default boolean fixed() {
    return false;
  }

  /** A node of a type from what computes it. */
  static Node of(ResultType type, Eval eval) {
    return of(type, false, eval);
  }

  static Node of(ResultType type, boolean fixed, Eval eval) {
    return new Node() {
      @Override
      public boolean fixed() {
        return fixed;
      }

      @Override
      public ResultType type() {
        return type;
      }

      @Override
      public Value eval(Frame frame) {
        return eval.eval(frame);
      }
    };
  }

  static Node constant(ResultType type, Value value) {
    return new Constant(type, value);
  }

  record Constant(ResultType type, Value value) implements Node {
    @Override
    public boolean fixed() {
      return true;
    }

    @Override
    public Value eval(Frame frame) {
      return value;
    }
  }

  /** A column of a row, some levels of subqueries up. */
  record ColumnOf(ResultType type, int level, int index, Field field) implements Node {
    @Override
    public Value eval(Frame frame) {
      return (level == 0 ? frame : frame.up(level)).row[index];
    }
  }

  /** A node as the column of a table that it was kept in. */
  record Kept(Field field, Node node) implements Node {
    @Override
    public ResultType type() {
      return field.type();
    }

    @Override
    public Value eval(Frame frame) {
      return node.eval(frame);
    }
  }

  /** An element of the select list, where an alias names it. */
  record OutputOf(ResultType type, int index) implements Node {
    @Override
    public Value eval(Frame frame) {
      return frame.output[index];
    }
  }

  /**
   * What was added up of a group.
   *
   * @param isField whether a temporary table keeps it in a column of its own
   * @param of the column that MIN or MAX is of, or null
   */
  record AggregateOf(ResultType type, int level, int index, boolean isField, @Nullable Field of)
      implements Node {
    @Override
    public Value eval(Frame frame) {
      return (level == 0 ? frame : frame.up(level)).aggregates[index];
    }
  }

  /** What a window function gives for the present row. */
  record WindowOf(ResultType type, int index) implements Node {
    @Override
    public Value eval(Frame frame) {
      return index < frame.windows.length ? frame.windows[index] : Value.NULL;
    }
  }

  interface Eval {
    Value eval(Frame frame);
  }
}
