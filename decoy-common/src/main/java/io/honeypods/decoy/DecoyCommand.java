package io.honeypods.decoy;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.ConfigLoader;
import io.honeypods.decoy.net.PortInUseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code ./decoy} understands. */
@Command(
    name = "decoy",
    description = "Runs decoy services and reports every touch of them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnUsageHelp = ExitCode.OK)
final class DecoyCommand implements Runnable {
  private static final int UNUSABLE = ExitCode.USAGE;
  private static final int FAILED = ExitCode.SOFTWARE;

  @Spec private @Nullable CommandSpec spec;

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    if (spec != null) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(), "no command given (expected up or check)");
    }
  }

  @Command(
      name = "up",
      description = "Runs the decoys named, or all, until it is told to stop; events go to stdout.",
      mixinStandardHelpOptions = true)
  int up(
      @Parameters(paramLabel = "NAME", arity = "0..*", description = "Decoys to run; default: all")
          @Nullable List<String> names,
      @Option(
              names = "--config",
              paramLabel = "FILE",
              description = "Configuration; default: the file that DECOY_CONFIG names, or none")
          @Nullable Path config,
      @Option(
              names = "--pretty",
              description = "Readable lines where stdout is a terminal; JSON otherwise")
          boolean pretty) {
    return guard(
        () -> {
          Map<String, String> environment = System.getenv();
          var decoys = Decoys.named(names == null ? List.of() : names);
          Path file = config != null ? config : Decoys.configFile(environment);
          var loaded = new ConfigLoader(Decoys.sections()).load(file, environment);
          new Runner(decoys, loaded, environment).run(pretty);
        });
  }

  @Command(
      name = "check",
      description = "Reads a configuration file and names every problem in it.",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "FILE", description = "The file to check") Path file) {
    return guard(
        () -> {
          new ConfigLoader(Decoys.sections()).load(file, Map.of());
          System.err.println(file + ": no problems");
        });
  }

  private static int guard(Action action) {
    try {
      action.run();
      return ExitCode.OK;
    } catch (ConfigException e) {
      tell(e.problems().stream().map(Object::toString).toList());
      return UNUSABLE;
    } catch (UnknownDecoyException e) {
      tell(List.of(e.getMessage()));
      return UNUSABLE;
    } catch (PortInUseException e) {
      tell(List.of(e.getMessage()));
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private static void tell(List<String> problems) {
    var lines = new ArrayList<>(problems);
    lines.forEach(System.err::println);
  }

  /** Something that may be told to stop. */
  private interface Action {
    void run() throws ConfigException, InterruptedException;
  }
}
