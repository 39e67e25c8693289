package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.shell.Node.Branch;
import io.honeypods.ssh.shell.Node.Redirection;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Does what parsed commands say. */
final class Interpreter {
  private static final int MAX_SUBSTITUTION = 1 << 20;
  private static final int MAX_DEPTH = 60;

  private final Shell shell;
  private final Expansion expansion;
  private final CommandRunner commands;
  private int loops;
  private boolean tested;

  Interpreter(Shell shell) {
    this.shell = shell;
    this.expansion = new Expansion(shell, this);
    this.commands = new CommandRunner(shell, this, expansion);
  }

  Shell shell() {
    return shell;
  }

  Expansion expansion() {
    return expansion;
  }

  /** Runs a command; its status, which {@code $?} is then. */
  int run(Node node) {
    shell.task().work(8);
    int status =
        switch (node) {
          case Node.Simple simple -> commands.run(simple);
          case Node.Sequence sequence -> sequence(sequence.nodes());
          case Node.Either either -> either(either);
          case Node.Pipeline pipeline -> new Pipelines(shell, this).run(pipeline);
          case Node.Background background -> new Pipelines(shell, this).detach(background);
          case Node.Subshell subshell -> subshell(subshell.body());
          case Node.Redirected redirected ->
              redirected(redirected.redirections(), () -> run(redirected.body()));
          case Node.If choice -> choose(choice);
          case Node.Loop loop -> loop(loop);
          case Node.For each -> each(each);
          case Node.Count count -> count(count);
          case Node.Case choice -> match(choice);
          case Node.Function function -> {
            shell.functions().put(function.name(), function.body());
            yield 0;
          }
          case Node.Sum sum ->
              Arithmetic.value(shell, expansion.single(sum.expression())) == 0 ? 1 : 0;
          case Node.Condition condition -> new Conditions(shell, expansion).evaluate(condition);
        };
    shell.status(status);
    if (status != 0 && !tested && shell.option('e') && node instanceof Node.Simple) {
      throw new Exit(status);
    }
    return status;
  }

  private int sequence(List<Node> nodes) {
    int status = 0;
    for (Node node : nodes) {
      status = run(node);
    }
    return status;
  }

  /** Runs what decides something: its failure is no reason to end. */
  int test(Node node) {
    boolean before = tested;
    tested = true;
    try {
      return run(node);
    } finally {
      tested = before;
    }
  }

  private int either(Node.Either either) {
    int first = test(either.first());
    return (first == 0) == either.and() ? run(either.second()) : first;
  }

  private int choose(Node.If choice) {
    if (test(choice.condition()) == 0) {
      return run(choice.then());
    }
    return choice.otherwise() == null ? 0 : run(choice.otherwise());
  }

  private int loop(Node.Loop loop) {
    return repeat(
        () -> (test(loop.condition()) == 0) != loop.until(), () -> run(loop.body()), () -> {});
  }

  private int count(Node.Count count) {
    Arithmetic.value(shell, expansion.single(count.first()));
    String condition = expansion.single(count.condition()).strip();
    return repeat(
        () ->
            condition.isEmpty()
                || Arithmetic.value(shell, expansion.single(count.condition())) != 0,
        () -> run(count.body()),
        () -> Arithmetic.value(shell, expansion.single(count.next())));
  }

  private int each(Node.For each) {
    List<String> values = each.words() == null ? shell.arguments() : expansion.fields(each.words());
    var rest = values.iterator();
    return repeat(
        () -> {
          if (rest.hasNext()) {
            shell.assign(each.name(), rest.next());
            return true;
          }
          return false;
        },
        () -> run(each.body()),
        () -> {});
  }

  private int repeat(
      java.util.function.BooleanSupplier condition, IntSupplier body, Runnable next) {
    int status = 0;
    loops++;
    try {
      while (condition.getAsBoolean()) {
        try {
          status = body.getAsInt();
        } catch (Jump jump) {
          if (jump.kind() == Jump.Kind.RETURN) {
            throw jump;
          }
          if (jump.value() > 1 && loops > 1) {
            throw new Jump(jump.kind(), jump.value() - 1);
          }
          status = 0;
          if (jump.kind() == Jump.Kind.BREAK) {
            return status;
          }
        }
        next.run();
        shell.task().work(32);
      }
    } finally {
      loops--;
    }
    return status;
  }

  boolean isInLoop() {
    return loops > 0;
  }

  private int match(Node.Case choice) {
    String subject = expansion.single(choice.subject());
    boolean falls = false;
    int status = 0;
    for (Branch branch : choice.branches()) {
      boolean matches = falls;
      for (Word pattern : branch.patterns()) {
        matches = matches || Glob.matches(expansion.pattern(pattern), subject);
      }
      if (matches) {
        status = run(branch.body());
        falls = branch.falls();
        if (!falls) {
          return status;
        }
      }
    }
    return status;
  }

  int redirected(List<Redirection> redirections, IntSupplier body) {
    var redirector = new Redirector(shell, expansion);
    try {
      redirector.apply(redirections);
      return body.getAsInt();
    } catch (Redirector.Failed failed) {
      return shell.fail(failed.status(), failed.text());
    } finally {
      redirector.restore();
    }
  }

  /** Runs in a copy of this shell. */
  int subshell(Node body) {
    Task task = shell.task();
    return task.call(child -> within(child, body), task.start(task.arguments()));
  }

  /** What a copy of this shell does with a command. */
  int within(Task child, Node body) {
    Shell copy = shell.fork(child);
    child.rename(shell.task().arguments());
    return new Runner(copy).finish(() -> new Interpreter(copy).run(body));
  }

  /** What a command writes. */
  String substitute(Node list) {
    Task task = shell.task();
    Pipe out = Pipe.keeping(MAX_SUBSTITUTION);
    var start = task.start(task.arguments());
    var outputs = new java.util.TreeMap<>(start.outputs());
    outputs.put(1, out);
    var redirected =
        new Task.Start(
            start.arguments(),
            start.user(),
            start.directory(),
            start.environment(),
            start.inputs(),
            outputs,
            start.terminal(),
            start.parent());
    shell.status(task.call(child -> within(child, list), redirected));
    return out.all();
  }

  /** Runs a function or a file with arguments of its own. */
  int nested(@Nullable List<String> arguments, IntSupplier body) {
    List<String> before = shell.arguments();
    int outerLoops = loops;
    loops = 0;
    try {
      if (shell.deepen(1) > MAX_DEPTH) {
        shell.fail(1, "maximum function nesting level exceeded (" + MAX_DEPTH + ")");
        throw new Killed(11);
      }
      if (arguments != null) {
        shell.arguments(arguments);
      }
      return body.getAsInt();
    } catch (Jump jump) {
      if (jump.kind() == Jump.Kind.RETURN) {
        return jump.value();
      }
      return 0;
    } finally {
      loops = outerLoops;
      shell.deepen(-1);
      shell.arguments(before);
    }
  }
}
