package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkProgram.Rule;
import io.honeypods.ssh.host.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A program of {@code awk} as it runs over its records. */
final class AwkRun {
  private final Task task;
  private final AwkProgram program;
  private final AwkVariables variables;
  private final AwkPatterns patterns;
  private final AwkRecord record;
  private final AwkOperands operands;
  private final AwkStreams streams;
  private final AwkEvaluator evaluator;
  private final AwkStatements statements;
  private final AwkCalls calls;
  private final Set<Rule> open = new HashSet<>();

  AwkRun(Task task, AwkProgram program, AwkVariables variables, List<String> files) {
    this.task = task;
    this.program = program;
    this.variables = variables;
    this.patterns = new AwkPatterns(task);
    this.record = new AwkRecord(task, variables, patterns);
    this.operands = new AwkOperands(task, variables, files);
    this.streams = new AwkStreams(task);
    this.evaluator = new AwkEvaluator(this);
    this.statements = new AwkStatements(this);
    this.calls = new AwkCalls(this);
  }

  Task task() {
    return task;
  }

  AwkProgram program() {
    return program;
  }

  AwkVariables variables() {
    return variables;
  }

  AwkPatterns patterns() {
    return patterns;
  }

  AwkRecord record() {
    return record;
  }

  AwkOperands operands() {
    return operands;
  }

  AwkStreams streams() {
    return streams;
  }

  AwkEvaluator evaluator() {
    return evaluator;
  }

  AwkStatements statements() {
    return statements;
  }

  AwkCalls calls() {
    return calls;
  }

  /** Runs it to its end; the exit status. */
  int run() {
    int status = 0;
    try {
      program.begin().forEach(statements::run);
      if (program.reads()) {
        records();
      }
    } catch (AwkJump jump) {
      status = exit(jump, status);
    }
    try {
      program.end().forEach(statements::run);
    } catch (AwkJump jump) {
      status = exit(jump, status);
    } finally {
      streams.closeAll();
    }
    return status;
  }

  private static int exit(AwkJump jump, int before) {
    return jump.value().kind() == AwkValue.Kind.NONE ? before : (int) jump.value().number() & 0xff;
  }

  private void records() {
    for (String text = operands.next(); text != null; text = operands.next()) {
      record.assign(AwkValue.input(text));
      try {
        program.rules().forEach(this::apply);
      } catch (AwkJump jump) {
        switch (jump.kind()) {
          case NEXT -> {}
          case NEXT_FILE -> operands.skipFile();
          case BREAK, CONTINUE, EXIT, RETURN -> throw jump;
        }
      }
    }
  }

  private void apply(Rule rule) {
    if (holds(rule)) {
      statements.run(rule.action());
    }
  }

  private boolean holds(Rule rule) {
    if (rule.from() == null) {
      return true;
    }
    if (rule.to() == null) {
      return evaluator.value(rule.from()).isTrue();
    }
    boolean in = open.contains(rule) || evaluator.value(rule.from()).isTrue();
    if (in && evaluator.value(rule.to()).isTrue()) {
      open.remove(rule);
    } else if (in) {
      open.add(rule);
    }
    return in;
  }
}
