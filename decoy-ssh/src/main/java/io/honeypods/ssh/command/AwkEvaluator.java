package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkExpr.Call;
import io.honeypods.ssh.command.AwkExpr.Pattern;
import io.honeypods.ssh.command.AwkExpr.Place;
import io.honeypods.ssh.command.AwkExpr.Variable;
import java.util.List;

/** Values expressions of {@code awk}. */
final class AwkEvaluator {
  private final AwkRun run;
  private final AwkRecord record;
  private final AwkVariables variables;

  AwkEvaluator(AwkRun run) {
    this.run = run;
    this.record = run.record();
    this.variables = run.variables();
  }

  AwkValue value(AwkExpr expression) {
    run.task().work(8);
    return switch (expression) {
      case AwkExpr.Constant constant -> constant.value();
      case Pattern pattern -> AwkValue.of(matches(record.field(0).text(), pattern.text()));
      case Place place -> get(place);
      case AwkExpr.Assign assign -> assign(assign);
      case AwkExpr.Step step -> step(step);
      case AwkExpr.Unary unary -> unary(unary);
      case AwkExpr.Binary binary ->
          binary(binary.operator(), value(binary.left()), value(binary.right()));
      case AwkExpr.Logic logic ->
          AwkValue.of(
              logic.and()
                  ? value(logic.left()).isTrue() && value(logic.right()).isTrue()
                  : value(logic.left()).isTrue() || value(logic.right()).isTrue());
      case AwkExpr.Match match ->
          AwkValue.of(
              matches(value(match.text()).text(), pattern(match.pattern())) != match.negated());
      case AwkExpr.In in ->
          AwkValue.of(variables.cell(in.array()).array().containsKey(key(in.keys())));
      case AwkExpr.Choice choice ->
          value(value(choice.condition()).isTrue() ? choice.yes() : choice.no());
      case Call call -> run.calls().call(call);
      case AwkExpr.GetLine line -> run.calls().getLine(line);
    };
  }

  boolean matches(String text, String expression) {
    return run.patterns().matcher(expression, text).find();
  }

  /** What a pattern matches: its own text, or the value of any other expression. */
  String pattern(AwkExpr expression) {
    return expression instanceof Pattern pattern ? pattern.text() : value(expression).text();
  }

  String key(List<AwkExpr> keys) {
    var key = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      key.append(i > 0 ? variables.get("SUBSEP").text() : "").append(value(keys.get(i)).text());
    }
    return key.toString();
  }

  private AwkValue get(Place place) {
    return switch (place) {
      case Variable variable -> record.get(variable.name());
      case AwkExpr.Element element -> variables.element(element.array(), key(element.keys()));
      case AwkExpr.Field field -> record.field(index(field));
    };
  }

  private int index(AwkExpr.Field field) {
    double index = value(field.index()).number();
    if (index < 0) {
      throw new AwkFault(run.task())
          .running("negative field index $" + AwkValue.shown(index, 6), record);
    }
    return (int) Math.min(index, Integer.MAX_VALUE);
  }

  void set(Place place, AwkValue value) {
    run.task().machine().requireMemory(value.text().length());
    switch (place) {
      case Variable variable -> {
        if (variables.cell(variable.name()).isArray()) {
          throw new AwkFault(run.task()).syntax(1, "illegal reference to array " + variable.name());
        }
        record.set(variable.name(), value);
      }
      case AwkExpr.Element element -> variables.put(element.array(), key(element.keys()), value);
      case AwkExpr.Field field -> record.field(index(field), value);
    }
  }

  private AwkValue assign(AwkExpr.Assign assign) {
    AwkValue right = value(assign.value());
    AwkValue made =
        assign.operator().isEmpty() ? right : binary(assign.operator(), get(assign.place()), right);
    set(assign.place(), made);
    return made;
  }

  private AwkValue step(AwkExpr.Step step) {
    double before = get(step.place()).number();
    AwkValue made = AwkValue.of(before + step.by());
    set(step.place(), made);
    return step.before() ? made : AwkValue.of(before);
  }

  private AwkValue unary(AwkExpr.Unary unary) {
    AwkValue operand = value(unary.operand());
    return switch (unary.operator()) {
      case '!' -> AwkValue.of(!operand.isTrue());
      case '-' -> AwkValue.of(-operand.number());
      default -> AwkValue.of(operand.number());
    };
  }

  private AwkValue binary(String operator, AwkValue left, AwkValue right) {
    double a = left.number();
    double b = right.number();
    return switch (operator) {
      case "" -> {
        run.task().machine().requireMemory(left.text().length() + right.text().length());
        run.task().work((left.text().length() + right.text().length()) / 16);
        yield AwkValue.of(left.text() + right.text());
      }
      case "+" -> AwkValue.of(a + b);
      case "-" -> AwkValue.of(a - b);
      case "*" -> AwkValue.of(a * b);
      case "/" -> AwkValue.of(a / b);
      case "%" -> AwkValue.of(a % b);
      case "^" -> AwkValue.of(Math.pow(a, b));
      default -> AwkValue.of(compares(operator, AwkValue.compare(left, right)));
    };
  }

  private static boolean compares(String operator, int order) {
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<=" -> order <= 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      default -> order > 0;
    };
  }
}
