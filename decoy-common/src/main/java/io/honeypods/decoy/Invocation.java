package io.honeypods.decoy;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** What a command line asks for. */
sealed interface Invocation {
  String USAGE =
      """
      Usage: decoy up [--config FILE] [--pretty] [NAME]...
             decoy check FILE
             decoy --help | --version
      Runs decoy services and reports every touch of them.
        up              runs the decoys named, or all, until it is told to stop; events go to stdout
          --config FILE configuration; default: the file that DECOY_CONFIG names, or none
          --pretty      readable lines where stdout is a terminal; JSON otherwise
        check FILE      reads a configuration file and names every problem in it
        -h, --help      shows this
        -V, --version   shows the version
      """;

  /** Runs the decoys of some names, or all where there is none. */
  record Up(List<String> names, @Nullable Path config, boolean pretty) implements Invocation {
    public Up {
      names = List.copyOf(names);
    }
  }

  /** What is answered at once. */
  sealed interface Question extends Invocation {}

  record Check(Path file) implements Question {}

  record Help() implements Question {}

  record ShowVersion() implements Question {}

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException which says what it got and what was expected
   */
  static Invocation parse(String... arguments) {
    CommandLine line = read(arguments);
    List<String> words = line.getArgList();
    if (line.hasOption("help")) {
      return new Help();
    }
    if (line.hasOption("version")) {
      return new ShowVersion();
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no command given (expected up or check)");
    }
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "up" -> new Up(rest, file(line.getOptionValue("config")), line.hasOption("pretty"));
      case "check" -> check(line, rest);
      default ->
          throw new IllegalArgumentException(
              "command %s (expected up or check)".formatted(words.getFirst()));
    };
  }

  private static Check check(CommandLine line, List<String> words) {
    if (line.getOptions().length > 0) {
      throw new IllegalArgumentException(
          "--%s after check (expected nothing but a file)"
              .formatted(line.getOptions()[0].getLongOpt()));
    }
    if (words.size() != 1) {
      throw new IllegalArgumentException(
          "%d files to check (expected one)".formatted(words.size()));
    }
    return new Check(Path.of(words.getFirst()));
  }

  private static CommandLine read(String... arguments) {
    var options = new Options();
    options.addOption("h", "help", false, "");
    options.addOption("V", "version", false, "");
    options.addOption(null, "config", true, "");
    options.addOption(null, "pretty", false, "");
    try {
      // no abbreviations: what a newer version adds would change what they mean
      return DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, arguments);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static @Nullable Path file(@Nullable String name) {
    return name == null ? null : Path.of(name);
  }
}
