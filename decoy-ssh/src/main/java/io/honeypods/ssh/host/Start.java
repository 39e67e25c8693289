package io.honeypods.ssh.host;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a task is started with. */
public record Start(
    List<String> arguments,
    User user,
    String directory,
    Map<String, String> environment,
    Map<Integer, Input> inputs,
    Map<Integer, Output> outputs,
    @Nullable Terminal terminal,
    int parent) {

  /** The same with other streams. */
  public Start with(Map<Integer, Input> in, Map<Integer, Output> out) {
    return new Start(arguments, user, directory, environment, in, out, terminal, parent);
  }

  /** The same in another environment. */
  public Start in(Map<String, String> other) {
    return new Start(arguments, user, directory, other, inputs, outputs, terminal, parent);
  }
}
