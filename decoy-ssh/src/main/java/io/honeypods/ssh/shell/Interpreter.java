package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Start;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.shell.Node.Branch;
import io.honeypods.ssh.shell.Node.Redirection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Does what parsed commands say. */
final class Interpreter {
  private static final int MAX_SUBSTITUTION = 1 << 20;
  private static final int MAX_DEPTH = 60;

  private final Shell shell;
  private final Expansion expansion;
  private final CommandRunner commands;
  private final Loops loops;
  private boolean tested;

  Interpreter(Shell shell) {
    this.shell = shell;
    this.expansion = new Expansion(shell, this);
    this.commands = new CommandRunner(shell, this, expansion);
    this.loops = new Loops(shell, this);
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
    int status = shell.status(dispatch(node));
    if (node instanceof Node.Simple) {
      shell.pipeStatus(List.of(status));
      if (status != 0 && !tested) {
        failed(status);
      }
    }
    return status;
  }

  private int dispatch(Node node) {
    return switch (node) {
      case Node.Simple simple -> commands.run(simple);
      case Node.Sequence sequence -> sequence(sequence.nodes());
      case Node.Either either -> either(either);
      case Node.Pipeline pipeline -> new Pipelines(shell, this).run(pipeline);
      case Node.Background background -> new Pipelines(shell, this).detach(background);
      case Node.Subshell subshell -> subshell(subshell.body());
      case Node.Redirected redirected ->
          redirected(redirected.redirections(), () -> run(redirected.body()));
      case Node.If choice -> choose(choice);
      case Node.Loop loop -> loops.loop(loop);
      case Node.For each -> loops.each(each);
      case Node.Select select -> loops.select(select);
      case Node.Count count -> loops.count(count);
      case Node.Case choice -> match(choice);
      case Node.Function function -> {
        shell.functions().put(function.name(), function.body());
        yield 0;
      }
      case Node.Sum sum -> Arithmetic.value(shell, expansion.single(sum.expression())) == 0 ? 1 : 0;
      case Node.Condition condition -> new Conditions(shell, expansion).evaluate(condition);
    };
  }

  /** What a failure leads to that nothing asked about. */
  private void failed(int status) {
    String action = shell.traps().get("ERR");
    if (action != null && !action.isEmpty()) {
      FlowBuiltins.eval(this, List.of("eval", action));
      shell.status(status);
    }
    if (shell.option('e')) {
      throw new Exit(status);
    }
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

  boolean isInLoop() {
    return loops.isInLoop();
  }

  private int match(Node.Case choice) {
    String subject = expansion.single(choice.subject());
    Node.After after = Node.After.RETEST;
    int status = 0;
    for (Branch branch : choice.branches()) {
      boolean matches = after == Node.After.FALL;
      for (Word pattern : branch.patterns()) {
        matches = matches || expansion.matches(pattern, subject);
      }
      if (matches) {
        status = run(branch.body());
        after = branch.after();
        if (after == Node.After.END) {
          return status;
        }
      }
    }
    return status;
  }

  int redirected(List<Redirection> redirections, IntSupplier body) {
    return redirections.isEmpty()
        ? body.getAsInt()
        : expansion.during(() -> turned(redirections, body));
  }

  private int turned(List<Redirection> redirections, IntSupplier body) {
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
    Start start = task.start(task.arguments());
    var outputs = new TreeMap<>(start.outputs());
    outputs.put(1, out);
    shell.status(task.call(child -> within(child, list), start.with(start.inputs(), outputs)));
    return out.all();
  }

  /** Runs a function, whose variables and arguments are its own. */
  int function(List<String> arguments, Node body) {
    shell.variables().enter();
    try {
      return nested(arguments, () -> run(body));
    } finally {
      shell.variables().leave();
    }
  }

  /** Does what is to be done at a return, where that was said within or functions are traced. */
  private int returned(@Nullable String before, int status) {
    String action = shell.traps().get("RETURN");
    if (action != null && (!action.equals(before) || shell.option('T'))) {
      FlowBuiltins.eval(this, List.of("eval", action));
    }
    return status;
  }

  /** Runs a function or a file with arguments of its own. */
  int nested(@Nullable List<String> arguments, IntSupplier body) {
    List<String> before = shell.arguments();
    String trap = shell.traps().get("RETURN");
    try {
      if (shell.deepen(1) > MAX_DEPTH) {
        shell.fail(1, "maximum function nesting level exceeded (" + MAX_DEPTH + ")");
        throw new Killed(11);
      }
      if (arguments != null) {
        shell.arguments(arguments);
      }
      return returned(trap, loops.outside(body));
    } catch (Jump jump) {
      return returned(trap, jump.kind() == Jump.Kind.RETURN ? jump.value() : 0);
    } finally {
      shell.deepen(-1);
      shell.arguments(before);
    }
  }
}
