package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one compiled SELECT: filters, groups, windows, sorts and cuts its rows. */
final class BlockRun {
  private final QueryCompiler queries;
  private final Run run;
  private final Parts parts;
  private final Query.Block block;
  private final Query query;
  private final QueryCompiler.Bounds bounds;

  BlockRun(
      QueryCompiler queries,
      Parts parts,
      Query.Block block,
      Query query,
      QueryCompiler.Bounds bounds) {
    this.queries = queries;
    this.run = queries.run();
    this.parts = parts;
    this.block = block;
    this.query = query;
    this.bounds = bounds;
  }

  /** The parts of a block, compiled. */
  record Parts(
      Relation relation,
      @Nullable Node where,
      List<Plan.Column> columns,
      List<Node> group,
      @Nullable Node having,
      List<Node> order,
      boolean grouped,
      Scope scope) {}

  /** A row of the result with the values that it is sorted by. */
  @SuppressWarnings("ArrayRecordComponent") // rows are arrays, and nobody compares these
  private record Sorted(Value[] keys, Value[] row) {}

  List<Value[]> run(@Nullable Frame up) {
    var outerFrame = new Frame(up);
    Collection<Value[]> rows = parts.relation().source().rows(outerFrame);
    var frame = new Frame(outerFrame);
    boolean stops =
        !parts.grouped()
            && parts.order().isEmpty()
            && parts.scope().windows.isEmpty()
            && !block.distinct()
            && !block.counted();
    long most =
        stops && bounds.count() < Long.MAX_VALUE - bounds.offset()
            ? bounds.offset() + bounds.count()
            : Long.MAX_VALUE;
    var result = new ArrayList<Sorted>();
    if (!parts.scope().windows.isEmpty()) {
      windowed(rows, frame, result);
    } else if (parts.grouped()) {
      new GroupRun(run, parts, block).run(rows, frame, made -> emit(made, result));
    } else if (most > 0) {
      Node where = parts.where();
      for (Value[] row : rows) {
        run.tick();
        frame.row = row;
        if (where == null || Coercion.truth(where.eval(frame))) {
          emit(frame, result);
          if (result.size() >= most) {
            break;
          }
        }
      }
    }
    return finish(result);
  }

  /** Rows of which window functions need all before there is the first. */
  private void windowed(Collection<Value[]> rows, Frame frame, List<Sorted> result) {
    var frames = new ArrayList<Frame>();
    if (parts.grouped()) {
      new GroupRun(run, parts, block).run(rows, frame, made -> frames.add(made.copy()));
    } else {
      Node where = parts.where();
      for (Value[] row : rows) {
        run.tick();
        frame.row = row;
        if (where == null || Coercion.truth(where.eval(frame))) {
          run.hold(64);
          frames.add(frame.copy());
        }
      }
    }
    Node having = parts.having();
    if (having != null) {
      frames.removeIf(each -> !Coercion.truth(having.eval(output(each))));
    }
    new WindowRun(run).compute(parts.scope().windows, frames);
    frames.forEach(each -> emit(each, result));
  }

  private Frame output(Frame frame) {
    List<Plan.Column> columns = parts.columns();
    Value[] output = new Value[columns.size()];
    for (int i = 0; i < output.length; i++) {
      Node node = columns.get(i).node();
      output[i] = Types.shown(node.eval(frame), node.type());
    }
    frame.output = output;
    return frame;
  }

  private List<Value[]> finish(List<Sorted> result) {
    if (!parts.order().isEmpty()) {
      result.sort((a, b) -> queries.compare(a.keys(), b.keys(), parts.order(), query.order()));
    }
    List<Value[]> rows = new ArrayList<>(result.size());
    for (Sorted sorted : result) {
      rows.add(sorted.row());
    }
    if (block.distinct()) {
      rows = queries.distinct(rows, parts.columns());
    }
    if (block.counted()) {
      run.session().tally().foundRows(rows.size());
      run.kept().put("counted", true);
    }
    return bounds.cut(rows);
  }

  private void emit(Frame frame, List<Sorted> result) {
    Value[] output = output(frame).output;
    Node having = parts.having();
    if (having != null && !Coercion.truth(having.eval(frame))) {
      return;
    }
    Value[] keys = new Value[parts.order().size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = parts.order().get(i).eval(frame);
    }
    run.hold(output);
    result.add(new Sorted(keys, output));
  }
}
