package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Installed;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Wildcard;
import java.util.List;
import java.util.function.Function;

/** {@code dpkg} and {@code dpkg-query}: what is installed. */
final class Dpkg {
  private static final int NAME = 14;
  private static final int VERSION = 12;
  private static final int ARCHITECTURE = 12;
  private static final int DESCRIPTION = 33;
  private static final String HEAD =
      """
      Desired=Unknown/Install/Remove/Purge/Hold
      | Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
      |/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
      """;

  private Dpkg() {}

  static int run(Task task) {
    List<String> words = task.operands();
    if (words.isEmpty()) {
      task.err(
          task.name()
              + ": error: need an action option\n\n"
              + (task.name().equals("dpkg")
                  ? "Type dpkg --help for help about installing and deinstalling packages [*];\n"
                  : "Use --help for help about querying packages.\n"));
      return 2;
    }
    List<String> patterns = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "--print-architecture" -> print(task, "amd64\n");
      case "--version" -> version(task);
      case "-l", "--list" -> list(task, patterns);
      case "--get-selections" -> selections(task, patterns);
      case "-W", "--show" -> show(task, patterns);
      case "-s", "--status" -> status(task, patterns);
      default -> {
        if (task.user().isRoot()) {
          yield 0;
        }
        task.err(task.name() + ": error: requested operation requires superuser privilege\n");
        yield 2;
      }
    };
  }

  /** The packages whose names match a pattern. */
  static List<Installed> named(Task task, String pattern) {
    Wildcard wildcard = Wildcard.of(pattern);
    return task.machine().host().packages().stream()
        .filter(each -> wildcard.matches(each.plainName()))
        .toList();
  }

  private static int print(Task task, String text) {
    task.out(text);
    return 0;
  }

  private static int version(Task task) {
    named(task, "dpkg")
        .forEach(
            dpkg ->
                task.out(
                    "Debian 'dpkg' package management program version "
                        + dpkg.version()
                        + " (amd64).\n"));
    return 0;
  }

  private static List<Installed> chosen(Task task, List<String> patterns) {
    List<Installed> all = task.machine().host().packages();
    List<Wildcard> wildcards = patterns.stream().map(Wildcard::of).toList();
    return patterns.isEmpty()
        ? all
        : all.stream()
            .filter(
                each -> wildcards.stream().anyMatch(wildcard -> wildcard.matches(each.plainName())))
            .toList();
  }

  /** Complains of patterns that nothing is of; the status for that. */
  private static int missing(Task task, List<String> patterns) {
    int status = 0;
    for (String pattern : patterns) {
      if (named(task, pattern).isEmpty()) {
        task.err("dpkg-query: no packages found matching " + pattern + "\n");
        status = 1;
      }
    }
    return status;
  }

  private static int list(Task task, List<String> patterns) {
    List<Installed> chosen = chosen(task, patterns);
    if (!chosen.isEmpty()) {
      int name = width(chosen, Installed::name, NAME);
      int version = width(chosen, Installed::version, VERSION);
      int description = width(chosen, Installed::description, DESCRIPTION);
      String form = "%-" + name + "s %-" + version + "s %-" + ARCHITECTURE + "s %s%n";
      task.out(HEAD + "||/ " + form.formatted("Name", "Version", "Architecture", "Description"));
      task.out(
          String.join(
                  "-",
                  "+++",
                  "=".repeat(name),
                  "=".repeat(version),
                  "=".repeat(ARCHITECTURE),
                  "=".repeat(description))
              + "\n");
      for (Installed each : chosen) {
        task.out(
            "ii  "
                + form.formatted(
                    each.name(), each.version(), each.architecture(), each.description()));
      }
    }
    return missing(task, patterns);
  }

  private static int width(List<Installed> chosen, Function<Installed, String> part, int least) {
    return chosen.stream().mapToInt(each -> part.apply(each).length()).reduce(least, Math::max);
  }

  private static int selections(Task task, List<String> patterns) {
    for (Installed each : chosen(task, patterns)) {
      int tabs = Math.max(1, 6 - each.name().length() / 8);
      task.out(each.name() + "\t".repeat(tabs) + "install\n");
    }
    return missing(task, patterns);
  }

  private static int show(Task task, List<String> patterns) {
    for (Installed each : chosen(task, patterns)) {
      task.out(each.name() + "\t" + each.version() + "\n");
    }
    return missing(task, patterns);
  }

  private static int status(Task task, List<String> names) {
    int status = 0;
    for (String name : names) {
      List<Installed> found = named(task, name);
      for (Installed each : found) {
        task.out(
            "Package: %s%nStatus: install ok installed%nArchitecture: %s%nVersion: %s%nDescription: %s%n%n"
                .formatted(
                    each.plainName(), each.architecture(), each.version(), each.description()));
      }
      if (found.isEmpty()) {
        task.err(
            "dpkg-query: package '"
                + name
                + "' is not installed and no information is available\n");
        status = 1;
      }
    }
    return status;
  }
}
