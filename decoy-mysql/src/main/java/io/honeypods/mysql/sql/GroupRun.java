package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts the rows of a SELECT into groups, and adds up each of them. */
final class GroupRun {
  private final Run run;
  private final BlockRun.Parts parts;
  private final Query.Block block;

  GroupRun(Run run, BlockRun.Parts parts, Query.Block block) {
    this.run = run;
    this.parts = parts;
    this.block = block;
  }

  /** One group of rows: the first of them and what was added up. */
  @SuppressWarnings("ArrayRecordComponent") // rows are arrays, and nobody compares these
  private record Group(Value[] first, List<Aggregator.State> states, Value[] keys) {}

  /** Hands over a frame for each group; it is the same one each time. */
  void run(Collection<Value[]> rows, Frame frame, Consumer<Frame> then) {
    Map<Object, Group> groups = new LinkedHashMap<>();
    int levels = block.rollup() ? parts.group().size() : 0;
    Node where = parts.where();
    for (Value[] row : rows) {
      run.tick();
      frame.row = row;
      if (where != null && !Coercion.truth(where.eval(frame))) {
        continue;
      }
      Value[] values = new Value[parts.group().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = parts.group().get(i).eval(frame);
      }
      for (int cut = 0; cut <= levels; cut++) {
        add(groups, values, cut, row, frame);
      }
    }
    if (groups.isEmpty() && block.group().isEmpty()) {
      Value[] nulls = new Value[parts.relation().fields().size()];
      Arrays.fill(nulls, Value.NULL);
      groups.put(List.of(), new Group(nulls, states(), new Value[0]));
    }
    List<Group> ordered = new ArrayList<>(groups.values());
    if (levels > 0) {
      ordered.sort((a, b) -> rollupOrder(a, b));
    }
    for (Group group : ordered) {
      frame.row = levels > 0 ? rolled(group) : group.first();
      frame.aggregates =
          group.states().stream().map(Aggregator.State::result).toArray(Value[]::new);
      then.accept(frame);
    }
  }

  private void add(Map<Object, Group> groups, Value[] values, int cut, Value[] row, Frame frame) {
    var key = new ArrayList<Object>();
    int kept = values.length - cut;
    for (int i = 0; i < kept; i++) {
      ResultType type = parts.group().get(i).type();
      key.add(
          Comparison.groupKey(values[i], type.isString() ? type.collation() : Collation.DEFAULT));
    }
    Group group = groups.get(key);
    if (group == null) {
      run.hold(128);
      group = new Group(row, states(), Arrays.copyOf(values, kept));
      groups.put(key, group);
    }
    for (Aggregator.State state : group.states()) {
      state.add(frame);
    }
  }

  private List<Aggregator.State> states() {
    return parts.scope().aggregators.stream().map(Aggregator::start).toList();
  }

  private int rollupOrder(Group a, Group b) {
    int shared = Math.min(a.keys().length, b.keys().length);
    for (int i = 0; i < shared; i++) {
      int order = Ordering.compare(a.keys()[i], b.keys()[i], parts.group().get(i).type());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(b.keys().length, a.keys().length);
  }

  /** The first row with NULL for the columns that the total runs over. */
  private Value[] rolled(Group group) {
    Value[] row = group.first().clone();
    for (int i = group.keys().length; i < parts.group().size(); i++) {
      if (parts.group().get(i) instanceof Node.ColumnOf(_, int level, int index, _) && level == 0) {
        row[index] = Value.NULL;
      }
    }
    return row;
  }
}
