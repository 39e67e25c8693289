package io.honeypods.decoy.config;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A text that is not the YAML of a configuration, with the place where that shows. */
final class YamlSyntaxException extends Exception {
  private static final long serialVersionUID = 1;
  private static final Pattern QUOTATION =
      Pattern.compile("(, but found:? [^'].*|(?<=tag handle) .*| .?\\(\\d+\\))$", Pattern.DOTALL);

  private final int line;
  private final int column;

  YamlSyntaxException(String message, Optional<Mark> mark) {
    this(unquoted(message), line(mark), mark.map(Mark::getColumn).orElse(0) + 1);
  }

  YamlSyntaxException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line of a mark, from 1. */
  static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  /** A problem of the file with this name. */
  Problem in(String file) {
    String place = file + ":" + line + ":" + column;
    return Problem.statement(place, "not valid YAML: " + getMessage());
  }

  /** Without what the parser quotes from the file, which may be part of a secret. */
  private static String unquoted(String message) {
    return QUOTATION.matcher(message).replaceFirst("").strip().replaceAll("[^ -~]", "?");
  }
}
