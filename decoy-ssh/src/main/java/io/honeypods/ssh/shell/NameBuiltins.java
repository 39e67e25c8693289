package io.honeypods.ssh.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builtins that tell what a name stands for. */
final class NameBuiltins {
  private NameBuiltins() {}

  static final Set<String> KEYWORDS =
      Set.of(
          "if",
          "then",
          "else",
          "elif",
          "fi",
          "case",
          "esac",
          "for",
          "while",
          "until",
          "do",
          "done",
          "in",
          "function",
          "time",
          "{",
          "}",
          "!",
          "[[",
          "]]");

  static int command(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() < 2) {
      return 0;
    }
    boolean shows = argv.get(1).equals("-v") || argv.get(1).equals("-V");
    if (!shows) {
      int from = argv.get(1).equals("-p") ? 2 : 1;
      return new CommandRunner(shell, interpreter, interpreter.expansion())
          .invoke(argv.subList(from, argv.size()), List.of(), false);
    }
    int status = 1;
    for (String name : argv.subList(2, argv.size())) {
      String found = what(shell, name, argv.get(1).equals("-V"));
      status = found == null ? status : 0;
      if (found != null) {
        shell.task().out(found + "\n");
      } else if (argv.get(1).equals("-V")) {
        shell.fail(1, "command: " + name + ": not found");
      }
    }
    return status;
  }

  static int builtin(Interpreter interpreter, List<String> argv) {
    if (argv.size() < 2) {
      return 0;
    }
    Builtin found = Builtins.find(argv.get(1), false);
    return found == null
        ? interpreter.shell().fail(1, "builtin: " + argv.get(1) + ": not a shell builtin")
        : found.run(interpreter, argv.subList(1, argv.size()));
  }

  static int type(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    int status = 0;
    int at = 1;
    String options = "";
    while (at < argv.size() && argv.get(at).matches("-[aftpP]+")) {
      options += argv.get(at++).substring(1);
    }
    for (String name : argv.subList(at, argv.size())) {
      List<Meaning> meanings = meanings(shell, name, options);
      if (meanings.isEmpty()) {
        status = 1;
        if (options.matches("[af]*")) {
          shell.fail(1, "type: " + name + ": not found");
        }
      }
      int most = options.contains("a") ? meanings.size() : Math.min(1, meanings.size());
      for (Meaning each : meanings.subList(0, most)) {
        shell.task().out(each.shown(name, options));
      }
    }
    return status;
  }

  /** One thing that a name stands for, its kind as {@code type -t} tells it. */
  private record Meaning(String kind, String value) {

    String shown(String name, String options) {
      if (options.contains("t")) {
        return kind + "\n";
      }
      boolean file = kind.equals("file");
      if (options.contains("p") || options.contains("P")) {
        return file ? value + "\n" : "";
      }
      return switch (kind) {
        case "alias" -> name + " is aliased to `" + value + "'\n";
        case "keyword" -> name + " is a shell keyword\n";
        case "function" -> name + " is a function\n" + value;
        case "builtin" -> name + " is a shell builtin\n";
        default -> name + " is " + value + "\n";
      };
    }
  }

  /** All that a name stands for, the first being what would run. */
  private static List<Meaning> meanings(Shell shell, String name, String options) {
    var meanings = new ArrayList<Meaning>();
    String alias = shell.aliases().get(name);
    if (!options.contains("P")) {
      add(meanings, alias != null, "alias", String.valueOf(alias));
      add(meanings, KEYWORDS.contains(name), "keyword", "");
      add(meanings, shell.functions().containsKey(name), "function", "");
      add(meanings, Builtins.find(name, shell.isPosix()) != null, "builtin", "");
    }
    String path = String.valueOf(shell.value("PATH"));
    for (String directory : name.contains("/") ? List.of(path) : List.of(path.split(":", -1))) {
      String found = shell.task().files().which(name, directory);
      add(meanings, found != null, "file", String.valueOf(found));
    }
    return meanings;
  }

  private static void add(List<Meaning> meanings, boolean is, String kind, String value) {
    if (is) {
      meanings.add(new Meaning(kind, value));
    }
  }

  /** How {@code command -v} or {@code -V} tells of a name; null for one that is nothing. */
  private static @Nullable String what(Shell shell, String name, boolean words) {
    List<Meaning> meanings = meanings(shell, name, "");
    if (meanings.isEmpty()) {
      return null;
    }
    Meaning first = meanings.getFirst();
    if (words) {
      return first.shown(name, "").stripTrailing();
    }
    return switch (first.kind()) {
      case "alias" -> "alias " + name + "='" + first.value() + "'";
      case "file" -> first.value();
      default -> name;
    };
  }
}
