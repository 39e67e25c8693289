package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import io.honeypods.ssh.command.AwkExpr.Call;
import io.honeypods.ssh.command.AwkExpr.Place;
import io.honeypods.ssh.command.AwkExpr.Variable;
import io.honeypods.ssh.command.AwkProgram.Function;
import io.honeypods.ssh.host.Strftime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls of a running {@code awk}: of its program's functions, and of those that change something.
 */
final class AwkCalls {
  private static final Place RECORD = new AwkExpr.Field(new AwkExpr.Constant(AwkValue.of(0)));

  private final AwkRun run;
  private long seed;

  AwkCalls(AwkRun run) {
    this.run = run;
    this.seed = run.task().machine().now().toEpochMilli();
  }

  AwkValue call(Call call) {
    if (call.own()) {
      return own(call);
    }
    List<AwkExpr> arguments = call.arguments();
    return switch (call.name()) {
      case "length" -> length(arguments);
      case "split" -> split(arguments);
      case "sub", "gsub" -> substitute(call.name().equals("gsub"), arguments);
      case "match" ->
          match(text(arguments.getFirst()), run.evaluator().pattern(arguments.getLast()));
      case "rand" -> AwkValue.of((next() >>> 11) / (double) (1L << 53));
      case "srand" -> seed(arguments);
      case "system" -> AwkValue.of(run.streams().run(text(arguments.getFirst())));
      case "close" -> AwkValue.of(run.streams().close(text(arguments.getFirst())));
      case "systime" -> AwkValue.of((double) run.task().machine().now().getEpochSecond());
      case "strftime" -> time(arguments);
      default -> plain(call);
    };
  }

  private AwkValue plain(Call call) {
    try {
      return AwkFunctions.plain(
          call.name(), call.arguments().stream().map(run.evaluator()::value).toList());
    } catch (AwkFormat.Wrong wrong) {
      throw new AwkFault(run.task())
          .running(wrong.text().replace("printf(", "sprintf("), run.record());
    }
  }

  private String text(AwkExpr expression) {
    return run.evaluator().value(expression).text();
  }

  private AwkValue length(List<AwkExpr> arguments) {
    if (arguments.isEmpty()) {
      return AwkValue.of(run.record().field(0).text().length());
    }
    boolean array =
        arguments.getFirst() instanceof Variable name
            && run.variables().cell(name.name()).isArray();
    return array && arguments.getFirst() instanceof Variable name
        ? AwkValue.of(run.variables().cell(name.name()).array().size())
        : AwkValue.of(text(arguments.getFirst()).length());
  }

  private AwkValue split(List<AwkExpr> arguments) {
    if (!(arguments.get(1) instanceof Variable array)) {
      throw new AwkFault(run.task()).syntax(1, "type error in arg(2) in call to split");
    }
    String text = text(arguments.getFirst());
    String separator =
        arguments.size() > 2
            ? run.evaluator().pattern(arguments.get(2))
            : run.variables().get("FS").text();
    boolean blank =
        arguments.size() > 2
            && arguments.get(2) instanceof AwkExpr.Pattern
            && separator.equals(" ");
    List<String> parts = run.patterns().split(text, blank ? "[ ]" : separator);
    run.variables().clear(array.name());
    for (int i = 0; i < parts.size(); i++) {
      run.variables().put(array.name(), String.valueOf(i + 1), AwkValue.input(parts.get(i)));
    }
    return AwkValue.of(parts.size());
  }

  private AwkValue substitute(boolean all, List<AwkExpr> arguments) {
    AwkExpr target = arguments.size() > 2 ? arguments.get(2) : RECORD;
    String text = text(target);
    Matcher matcher = run.patterns().matcher(run.evaluator().pattern(arguments.getFirst()), text);
    int[] count = {0};
    String made = AwkFunctions.substitute(matcher, text, text(arguments.get(1)), all, count);
    if (count[0] > 0 && target instanceof Place place) {
      run.evaluator().set(place, AwkValue.of(made));
    }
    return AwkValue.of(count[0]);
  }

  private AwkValue match(String text, String expression) {
    Matcher matcher = run.patterns().matcher(expression, text);
    boolean found = matcher.find();
    AwkValue start = AwkValue.of(found ? matcher.start() + 1.0 : 0);
    run.variables().set("RSTART", start);
    run.variables()
        .set("RLENGTH", AwkValue.of(found ? (double) matcher.end() - matcher.start() : -1));
    return start;
  }

  private long next() {
    seed = seed * 6364136223846793005L + 1442695040888963407L;
    return seed;
  }

  private AwkValue seed(List<AwkExpr> arguments) {
    long before = seed;
    seed =
        arguments.isEmpty()
            ? run.task().machine().now().getEpochSecond()
            : (long) run.evaluator().value(arguments.getFirst()).number();
    return AwkValue.of((double) before);
  }

  private AwkValue time(List<AwkExpr> arguments) {
    String form = arguments.isEmpty() ? "%c" : text(arguments.getFirst());
    var at =
        arguments.size() > 1
            ? java.time.Instant.ofEpochSecond(
                (long) Math.clamp(run.evaluator().value(arguments.get(1)).number(), 0, 2e11))
            : run.task().machine().now();
    return AwkValue.of(Strftime.of(form, ZonedDateTime.ofInstant(at, ZoneOffset.UTC)));
  }

  private AwkValue own(Call call) {
    Function function = run.program().functions().get(call.name());
    if (function == null) {
      throw new AwkFault(run.task()).syntax(1, "function " + call.name() + " never defined");
    }
    Map<String, AwkCell> locals = new HashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      locals.put(
          function.parameters().get(i),
          i < call.arguments().size() ? passed(call.arguments().get(i)) : new AwkCell());
    }
    run.variables().enter(locals);
    try {
      run.statements().run(function.body());
      return AwkValue.NONE;
    } catch (AwkJump jump) {
      if (jump.kind() != AwkJump.Kind.RETURN) {
        throw jump;
      }
      return jump.value();
    } finally {
      run.variables().leave();
    }
  }

  private AwkCell passed(AwkExpr argument) {
    if (argument instanceof Variable variable && !variable.name().equals("NF")) {
      return run.variables().cell(variable.name()).passed();
    }
    var cell = new AwkCell();
    cell.value(run.evaluator().value(argument));
    return cell;
  }

  /** Reads a record; 1 for one, 0 at the end, -1 where there is nothing to read. */
  AwkValue getLine(AwkExpr.GetLine line) {
    AwkExpr source = line.source();
    String text;
    if (source == null) {
      text = run.operands().next();
    } else {
      AwkReader reader = run.streams().reader(text(source), line.command());
      if (reader == null) {
        return AwkValue.of(-1);
      }
      text = reader.next(run.variables().get("RS").text());
      if (text != null && line.command()) {
        run.operands().count();
      }
    }
    if (text == null) {
      return AwkValue.of(0);
    }
    run.evaluator().set(line.place() == null ? RECORD : line.place(), AwkValue.input(text));
    return AwkValue.of(1);
  }
}
