package io.honeypods.decoy.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration with mistakes: all of them. */
@SuppressWarnings("serial") // never serialized
public final class ConfigException extends Exception {
  private final List<Problem> problems;

  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The mistakes, one or more: those of the environment first, then those of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
