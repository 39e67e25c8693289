package io.honeypods.ssh.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Does what loops say. */
final class Loops {
  private final Shell shell;
  private final Interpreter interpreter;
  private int open;

  Loops(Shell shell, Interpreter interpreter) {
    this.shell = shell;
    this.interpreter = interpreter;
  }

  boolean isInLoop() {
    return open > 0;
  }

  /** Runs something that no loop around it can be left from. */
  int outside(IntSupplier body) {
    int before = open;
    open = 0;
    try {
      return body.getAsInt();
    } finally {
      open = before;
    }
  }

  int loop(Node.Loop loop) {
    return repeat(
        () -> (interpreter.test(loop.condition()) == 0) != loop.until(),
        () -> interpreter.run(loop.body()),
        () -> {});
  }

  int count(Node.Count count) {
    Expansion expansion = interpreter.expansion();
    Arithmetic.value(shell, expansion.single(count.first()));
    boolean endless = expansion.single(count.condition()).isBlank();
    return repeat(
        () -> endless || Arithmetic.value(shell, expansion.single(count.condition())) != 0,
        () -> interpreter.run(count.body()),
        () -> Arithmetic.value(shell, expansion.single(count.next())));
  }

  private List<String> values(@Nullable List<Word> words) {
    return words == null ? shell.arguments() : interpreter.expansion().fields(words);
  }

  int each(Node.For each) {
    var rest = values(each.words()).iterator();
    return repeat(
        () -> {
          if (rest.hasNext()) {
            shell.assign(each.name(), rest.next());
            return true;
          }
          return false;
        },
        () -> interpreter.run(each.body()),
        () -> {});
  }

  /** A menu that is shown until the loop is left or the input ends. */
  int select(Node.Select select) {
    List<String> values = values(select.words());
    var menu = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      menu.append(i + 1).append(") ").append(values.get(i)).append('\n');
    }
    shell.task().err(menu.toString());
    return repeat(
        () -> {
          shell.task().err("#? ");
          String line = shell.task().readLine();
          if (line == null) {
            shell.task().out("\n");
            return false;
          }
          String reply = line.stripTrailing();
          shell.assign("REPLY", reply);
          int chosen = reply.matches("[0-9]{1,4}") ? Integer.parseInt(reply) : 0;
          shell.assign(
              select.name(), chosen > 0 && chosen <= values.size() ? values.get(chosen - 1) : "");
          return true;
        },
        () -> interpreter.run(select.body()),
        () -> {},
        1);
  }

  private int repeat(BooleanSupplier condition, IntSupplier body, Runnable next) {
    return repeat(condition, body, next, 0);
  }

  private int repeat(BooleanSupplier condition, IntSupplier body, Runnable next, int never) {
    int status = never;
    open++;
    try {
      while (condition.getAsBoolean()) {
        try {
          status = body.getAsInt();
        } catch (Jump jump) {
          status = 0;
          if (ends(jump)) {
            return status;
          }
        }
        next.run();
        shell.task().work(32);
      }
    } finally {
      open--;
    }
    return status;
  }

  /** Whether a jump ends this loop; one that goes further is passed on. */
  private boolean ends(Jump jump) {
    if (jump.kind() == Jump.Kind.RETURN) {
      throw jump;
    }
    if (jump.value() > 1 && open > 1) {
      throw new Jump(jump.kind(), jump.value() - 1);
    }
    return jump.kind() == Jump.Kind.BREAK;
  }
}
