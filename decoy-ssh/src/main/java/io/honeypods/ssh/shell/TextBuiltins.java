package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builtins that write or read text. */
final class TextBuiltins {
  private TextBuiltins() {}

  static int echo(Interpreter interpreter, List<String> argv) {
    boolean escapes = interpreter.shell().isPosix();
    boolean line = true;
    int at = 1;
    while (at < argv.size()
        && argv.get(at).matches(interpreter.shell().isPosix() ? "-n" : "-[neE]+")) {
      String option = argv.get(at++);
      line &= !option.contains("n");
      escapes =
          option.lastIndexOf('e') > option.lastIndexOf('E') || (escapes && !option.contains("E"));
    }
    String text = String.join(" ", argv.subList(at, argv.size()));
    if (escapes) {
      text = Escapes.echo(text);
      if (text.endsWith("\uffff")) {
        return Builtins.write(interpreter, text.substring(0, text.length() - 1));
      }
    }
    return Builtins.write(interpreter, line ? text + "\n" : text);
  }

  static int printf(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    int at = 1;
    String variable = null;
    if (argv.size() > 3 && argv.get(1).equals("-v")) {
      variable = argv.get(2);
      at = 3;
    } else if (argv.size() > 1 && argv.get(1).equals("--")) {
      at = 2;
    }
    if (argv.size() <= at) {
      return shell.fail(2, "printf: usage: printf [-v var] format [arguments]");
    }
    var format = new Printf(argv.get(at), argv.subList(at + 1, argv.size()));
    String text = format.format();
    if (variable == null) {
      shell.task().out(text);
    } else {
      shell.assign(variable, text);
    }
    format.problems().forEach(problem -> shell.fail(1, "printf: " + problem));
    return format.problems().isEmpty() ? 0 : 1;
  }

  static int read(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    var names = new ArrayList<String>();
    boolean raw = false;
    boolean silent = false;
    String prompt = "";
    Duration patience = null;
    int count = -1;
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i);
      if (!word.startsWith("-") || word.length() < 2) {
        names.add(word);
        continue;
      }
      raw |= word.contains("r");
      silent |= word.contains("s");
      char last = word.charAt(word.length() - 1);
      if ("ptndaui".indexOf(last) >= 0 && i + 1 < argv.size()) {
        String value = argv.get(++i);
        prompt = last == 'p' ? value : prompt;
        count = (last == 'n') && value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : count;
        patience =
            last == 't' && value.matches("[0-9]{1,5}")
                ? Duration.ofSeconds(Integer.parseInt(value))
                : patience;
      }
    }
    Terminal terminal = shell.task().terminal();
    if (terminal != null && shell.task().input() == terminal) {
      shell.task().err(prompt);
    }
    String line = line(shell, silent, raw, terminal);
    if (line == null || (patience != null && line.isEmpty())) {
      assign(shell, names, "");
      return 1;
    }
    boolean whole = line.endsWith("\n");
    String text = whole ? line.substring(0, line.length() - 1) : line;
    assign(shell, names, count > 0 ? text.substring(0, Math.min(count, text.length())) : text);
    return whole ? 0 : 1;
  }

  private static @Nullable String line(
      Shell shell, boolean silent, boolean raw, @Nullable Terminal terminal) {
    if (silent && terminal != null) {
      terminal.echo(false);
    }
    try {
      String line = shell.task().readLine();
      while (!raw && line != null && line.endsWith("\\\n")) {
        String more = shell.task().readLine();
        line = line.substring(0, line.length() - 2) + (more == null ? "" : more);
      }
      return raw || line == null ? line : line.replaceAll("\\\\(.)", "$1");
    } finally {
      if (terminal != null) {
        terminal.echo(true);
      }
    }
  }

  private static void assign(Shell shell, List<String> names, String text) {
    if (names.isEmpty()) {
      shell.assign("REPLY", text);
      return;
    }
    String ifs = shell.value("IFS");
    String separators = ifs == null ? " \t\n" : ifs;
    String rest = strip(text, separators);
    for (int i = 0; i < names.size(); i++) {
      int end = 0;
      while (end < rest.length() && separators.indexOf(rest.charAt(end)) < 0) {
        end++;
      }
      boolean last = i == names.size() - 1;
      shell.assign(names.get(i), last ? rest : rest.substring(0, end));
      rest = last || end >= rest.length() ? "" : strip(rest.substring(end + 1), separators);
    }
  }

  private static String strip(String text, String separators) {
    int from = 0;
    int to = text.length();
    while (from < to
        && Character.isWhitespace(text.charAt(from))
        && separators.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from
        && Character.isWhitespace(text.charAt(to - 1))
        && separators.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  static int mapfile(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    boolean trims = argv.contains("-t");
    String name = argv.size() > 1 && !argv.getLast().startsWith("-") ? argv.getLast() : "MAPFILE";
    shell.variables().clear(name);
    int index = 0;
    for (String line = shell.task().readLine(); line != null; line = shell.task().readLine()) {
      shell
          .variables()
          .set(
              name,
              index++,
              trims && line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
    }
    return 0;
  }
}
