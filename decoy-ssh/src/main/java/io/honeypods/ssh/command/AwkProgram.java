package io.honeypods.ssh.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program of {@code awk} as it was parsed. */
record AwkProgram(
    List<AwkStatement> begin,
    List<Rule> rules,
    List<AwkStatement> end,
    Map<String, Function> functions) {
  AwkProgram {
    begin = List.copyOf(begin);
    rules = List.copyOf(rules);
    end = List.copyOf(end);
    functions = Map.copyOf(functions);
  }

  /** What is done for records: those between two patterns, of one pattern, or all. */
  record Rule(@Nullable AwkExpr from, @Nullable AwkExpr to, AwkStatement action) {}

  record Function(List<String> parameters, AwkStatement body) {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /** Whether there is anything to read records for. */
  boolean reads() {
    return !rules.isEmpty() || !end.isEmpty();
  }
}
