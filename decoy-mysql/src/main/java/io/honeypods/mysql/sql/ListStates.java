package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What collects the values of a group. */
final class ListStates {
  private ListStates() {}

  static final class Distinct implements Aggregator.State {
    private final Aggregator.State inner;
    private final List<Node> arguments;
    private final Run run;
    private final Set<Object> seen = new HashSet<>();

    Distinct(Aggregator.State inner, List<Node> arguments, Run run) {
      this.inner = inner;
      this.arguments = arguments;
      this.run = run;
    }

    @Override
    public void add(Frame frame) {
      var key = new ArrayList<Object>();
      for (Node argument : arguments) {
        key.add(
            Comparison.groupKey(
                argument.eval(frame), Comparison.common(argument.type(), argument.type())));
      }
      if (seen.add(key)) {
        run.hold(64);
        inner.add(frame);
      }
    }

    @Override
    public Value result() {
      return inner.result();
    }
  }

  static final class Documents implements Aggregator.State {
    private final List<Node> arguments;
    private final Run run;
    private final List<Object> list = new ArrayList<>();
    private final Map<String, Object> map = Json.object();

    Documents(List<Node> arguments, Run run) {
      this.arguments = arguments;
      this.run = run;
    }

    @Override
    public void add(Frame frame) {
      Value value = arguments.getLast().eval(frame);
      run.hold(Values.footprint(value));
      if (arguments.size() == 1) {
        list.add(Json.of(value));
      } else {
        map.put(Coercion.text(arguments.getFirst().eval(frame)), Json.of(value));
      }
    }

    @Override
    public Value result() {
      boolean empty = list.isEmpty() && map.isEmpty();
      return empty ? Value.NULL : new Value.Json(Json.write(arguments.size() == 1 ? list : map));
    }
  }

  static final class Concat implements Aggregator.State {
    private final Expr.Aggregate aggregate;
    private final List<Node> arguments;
    private final List<Node> order;
    private final Run run;
    private final List<Value[]> parts = new ArrayList<>();

    Concat(Expr.Aggregate aggregate, List<Node> arguments, List<Node> order, Run run) {
      this.aggregate = aggregate;
      this.arguments = arguments;
      this.order = order;
      this.run = run;
    }

    @Override
    public void add(Frame frame) {
      var text = new StringBuilder();
      for (Node argument : arguments) {
        Value value = argument.eval(frame);
        if (value instanceof Value.Null) {
          return;
        }
        text.append(Coercion.text(value));
      }
      Value[] part = new Value[order.size() + 1];
      part[0] = new Value.Text(text.toString());
      for (int i = 0; i < order.size(); i++) {
        part[i + 1] = order.get(i).eval(frame);
      }
      run.hold(part);
      parts.add(part);
    }

    @Override
    public Value result() {
      if (parts.isEmpty()) {
        return Value.NULL;
      }
      parts.sort(this::compare);
      var seen = new HashSet<Object>();
      var text = new StringBuilder();
      long most = run.session().settings().groupConcatMaxLength();
      boolean first = true;
      for (Value[] part : parts) {
        String piece = Coercion.text(part[0]);
        if (aggregate.distinct() && !seen.add(Comparison.fold(piece, Collation.DEFAULT))) {
          continue;
        }
        text.append(first ? "" : aggregate.separator()).append(piece);
        first = false;
        if (text.length() > most) {
          text.setLength((int) most);
          run.warn(1260, "Row " + parts.size() + " was cut by GROUP_CONCAT()");
          break;
        }
      }
      return new Value.Text(text.toString());
    }

    private int compare(Value[] left, Value[] right) {
      for (int i = 0; i < order.size(); i++) {
        int result = Ordering.compare(left[i + 1], right[i + 1], order.get(i).type());
        if (result != 0) {
          return aggregate.order().get(i).descending() ? -result : result;
        }
      }
      return 0;
    }
  }
}
