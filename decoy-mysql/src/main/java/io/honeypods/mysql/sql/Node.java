package io.honeypods.mysql.sql;

/** An expression that can be computed. */
interface Node {
  ResultType type();

  Value eval(Frame frame);

  /** A node of a type from what computes it. */
  static Node of(ResultType type, Eval eval) {
    return new Node() {
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

  /** An element of the select list, where an alias names it. */
  record OutputOf(ResultType type, int index) implements Node {
    @Override
    public Value eval(Frame frame) {
      return frame.output[index];
    }
  }

  record AggregateOf(ResultType type, int level, int index) implements Node {
    @Override
    public Value eval(Frame frame) {
      return (level == 0 ? frame : frame.up(level)).aggregates[index];
    }
  }

  interface Eval {
    Value eval(Frame frame);
  }
}
