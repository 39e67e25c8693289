package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkStatement.Loop;
import io.honeypods.ssh.command.AwkStatement.Print;
import java.util.List;

/** Does what statements of {@code awk} say. */
final class AwkStatements {
  private final AwkRun run;

  AwkStatements(AwkRun run) {
    this.run = run;
  }

  void run(AwkStatement statement) {
    run.task().work(16);
    switch (statement) {
      case AwkStatement.Expression each -> value(each.expression());
      case AwkStatement.Block block -> block.statements().forEach(this::run);
      case Print print -> print(print);
      case AwkStatement.If choice -> choose(choice);
      case Loop loop -> loop(loop);
      case AwkStatement.Each each -> each(each);
      case AwkStatement.Delete delete -> delete(delete);
      case AwkStatement.Leave leave -> throw new AwkJump(leave.kind(), AwkValue.NONE);
      case AwkStatement.End end ->
          throw new AwkJump(end.kind(), end.value() == null ? AwkValue.NONE : value(end.value()));
    }
  }

  private AwkValue value(AwkExpr expression) {
    return run.evaluator().value(expression);
  }

  private void choose(AwkStatement.If choice) {
    if (value(choice.condition()).isTrue()) {
      run(choice.then());
    } else if (choice.otherwise() != null) {
      run(choice.otherwise());
    }
  }

  private void loop(Loop loop) {
    boolean first = loop.bodyFirst();
    while (first || loop.condition() == null || value(loop.condition()).isTrue()) {
      first = false;
      if (!goesOn(loop.body())) {
        return;
      }
      if (loop.next() != null) {
        run(loop.next());
      }
    }
  }

  /** Runs what a loop repeats; false where it left the loop. */
  private boolean goesOn(AwkStatement body) {
    try {
      run(body);
      return true;
    } catch (AwkJump jump) {
      return switch (jump.kind()) {
        case CONTINUE -> true;
        case BREAK -> false;
        case NEXT, NEXT_FILE, EXIT, RETURN -> throw jump;
      };
    }
  }

  private void each(AwkStatement.Each each) {
    for (String key : List.copyOf(run.variables().cell(each.array()).array().keySet())) {
      run.record().set(each.name(), AwkValue.input(key));
      if (!goesOn(each.body())) {
        return;
      }
    }
  }

  private void delete(AwkStatement.Delete delete) {
    if (delete.keys().isEmpty()) {
      run.variables().clear(delete.array());
    } else {
      run.variables().remove(delete.array(), run.evaluator().key(delete.keys()));
    }
  }

  private void print(Print print) {
    String text = print.formatted() ? formatted(print) : joined(print.values());
    if (print.target() == null) {
      run.task().out(text);
    } else {
      run.streams().write(print.redirection(), value(print.target()).text(), text);
    }
  }

  private String formatted(Print print) {
    List<AwkValue> values = print.values().stream().map(this::value).toList();
    try {
      return AwkFormat.of(values.getFirst().text(), values.subList(1, values.size()));
    } catch (AwkFormat.Wrong wrong) {
      run.task().out(wrong.written());
      throw new AwkFault(run.task()).running(wrong.text(), run.record());
    }
  }

  private String joined(List<AwkExpr> values) {
    var text = new StringBuilder();
    if (values.isEmpty()) {
      text.append(run.record().field(0).text());
    }
    for (int i = 0; i < values.size(); i++) {
      text.append(i > 0 ? run.variables().get("OFS").text() : "")
          .append(value(values.get(i)).text());
      run.task().machine().requireMemory(text.length());
    }
    return text.append(run.variables().get("ORS").text()).toString();
  }
}
