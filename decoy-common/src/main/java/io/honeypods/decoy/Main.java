package io.honeypods.decoy;

import io.honeypods.decoy.Invocation.Check;
import io.honeypods.decoy.Invocation.Help;
import io.honeypods.decoy.Invocation.Question;
import io.honeypods.decoy.Invocation.ShowVersion;
import io.honeypods.decoy.Invocation.Up;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.ConfigLoader;
import io.honeypods.decoy.net.PortInUseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program: 0 where all went well, 1 where it could not go on, 2 for what it was told. */
public final class Main {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int UNUSABLE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    Diagnostics.configure();
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    Invocation invocation;
    try {
      invocation = Invocation.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("decoy: " + e.getMessage());
      System.err.print(Invocation.USAGE);
      return UNUSABLE;
    }
    try {
      carryOut(invocation);
      return DONE;
    } catch (ConfigException e) {
      e.problems().forEach(System.err::println);
      return UNUSABLE;
    } catch (UnknownDecoyException e) {
      System.err.println(e.getMessage());
      return UNUSABLE;
    } catch (PortInUseException e) {
      System.err.println(e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  /** Told apart without a switch over types, whose first one takes a sixth of a start. */
  private static void carryOut(Invocation invocation) throws ConfigException, InterruptedException {
    if (invocation instanceof Up up) {
      up(up);
    } else if (invocation instanceof Question question) {
      answer(question);
    }
  }

  private static void answer(Question question) throws ConfigException {
    switch (question) {
      case Check(Path file) -> {
        new ConfigLoader(Decoys.sections()).load(file, Map.of());
        System.err.println(file + ": no problems");
      }
      case Help() -> System.out.print(Invocation.USAGE);
      case ShowVersion() -> System.out.println("decoy " + Version.current());
    }
  }

  private static void up(Up up) throws ConfigException, InterruptedException {
    Map<String, String> environment = System.getenv();
    List<Decoy<?>> decoys = Decoys.named(up.names());
    Path file = up.config() != null ? up.config() : Decoys.configFile(environment);
    var loaded = new ConfigLoader(Decoys.sections()).load(file, environment);
    new Runner(decoys, loaded, environment).run(up.pretty());
  }
}
