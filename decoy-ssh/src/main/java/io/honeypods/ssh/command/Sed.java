package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sed}, without its branches and hold space. */
final class Sed {
  private final Task task;

  private final Options options;

  private final List<SedCommand> script = new ArrayList<>();

  private Sed(Task task, Options options) {
    this.task = task;
    this.options = options;
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "nrEise:f:zu",
            "quiet=n",
            "silent=n",
            "regexp-extended=E",
            "in-place=i",
            "expression=e");
    return new Sed(task, options).edit();
  }

  private int edit() {
    var operands = new ArrayList<>(options.operands());
    var expressions = new ArrayList<>(options.values('e'));
    if (expressions.isEmpty()) {
      if (operands.isEmpty()) {
        task.err("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n\n");
        return 1;
      }
      expressions.add(operands.removeFirst());
    }
    script.addAll(new SedReader(task, options, String.join("\n", expressions)).read());
    if (!options.has('i')) {
      return process(operands.isEmpty() ? List.of("-") : operands, null);
    }
    int status = operands.isEmpty() ? task.fail(1, "no input files") : 0;
    for (String file : operands) {
      status |= process(List.of(file), file);
    }
    return status;
  }

  private int process(List<String> files, @Nullable String target) {
    var lines = new ArrayList<String>();
    int status = 0;
    for (String file : files) {
      try {
        String text =
            file.equals("-")
                ? task.readAll()
                : task.files().isDirectory(file) ? "" : task.files().read(file);
        if (!file.equals("-") && task.files().isDirectory(file)) {
          status =
              task.fail(
                  2,
                  target == null
                      ? "couldn't read " + file + ": Is a directory"
                      : "couldn't edit " + file + ": not a regular file");
        }
        lines.addAll(List.of(text.split("(?<=\n)", -1)));
        lines.removeIf(String::isEmpty);
      } catch (Fault fault) {
        status = task.fail(2, "can't read " + file + ": " + fault.text());
      }
    }
    var out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (!line(lines.get(i), i + 1, i == lines.size() - 1, out)) {
        break;
      }
      if (target == null) {
        task.out(out.toString());
        out.setLength(0);
      }
    }
    if (target == null) {
      task.out(out.toString());
    } else if (status == 0) {
      task.files().write(target, out.toString());
    }
    return status;
  }

  private boolean line(String raw, int number, boolean last, StringBuilder out) {
    boolean ended = raw.endsWith("\n");
    String space = ended ? raw.substring(0, raw.length() - 1) : raw;
    String end = ended ? "\n" : "";
    var behind = new StringBuilder();
    boolean goesOn = true;
    boolean deleted = false;
    for (SedCommand command : script) {
      task.work(space.length() / 4);
      if (deleted || !command.applies(number, last, space)) {
        continue;
      }
      switch (command.name) {
        case 's' -> {
          String changed = substitute(command, space);
          if (changed != null) {
            space = changed;
            out.append(command.flags.contains("p") ? space + end : "");
          }
        }
        case 'd' -> deleted = true;
        case 'p' -> out.append(space).append(end.isEmpty() ? "\n" : end);
        case 'i' -> out.append(command.text).append('\n');
        case 'a' -> behind.append(command.text).append('\n');
        case 'c' -> {
          deleted = true;
          out.append(command.text).append('\n');
        }
        case '=' -> out.append(number).append('\n');
        case 'y' ->
            space =
                Translation.of(List.of(command.text, command.flags), false, false, false)
                    .apply(space);
        case 'q' -> goesOn = false;
        default -> {}
      }
      if (!goesOn) {
        break;
      }
    }
    if (!deleted && !options.has('n')) {
      out.append(space).append(behind.isEmpty() ? end : "\n");
    }
    out.append(behind);
    task.machine().requireMemory(out.length());
    return goesOn;
  }

  private static @Nullable String substitute(SedCommand command, String space) {
    if (command.pattern == null) {
      return null;
    }
    Matcher matcher = command.pattern.matcher(space);
    String digits = command.flags.replaceAll("[^0-9]", "");
    int wanted =
        digits.isEmpty() ? 1 : Integer.parseInt(digits.substring(0, Math.min(6, digits.length())));
    var out = new StringBuilder();
    int at = 0;
    int count = 0;
    while (matcher.find()) {
      count++;
      if (count < wanted) {
        continue;
      }
      out.append(space, at, matcher.start()).append(replacement(command.text, matcher));
      at = matcher.end();
      if (!command.flags.contains("g")) {
        break;
      }
    }
    return count < wanted ? null : out.append(space.substring(at)).toString();
  }

  private static String replacement(String text, Matcher matcher) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        out.append(matcher.group());
      } else if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        if (next >= '0' && next <= '9') {
          int group = next - '0';
          out.append(
              group <= matcher.groupCount() && matcher.group(group) != null
                  ? matcher.group(group)
                  : "");
        } else {
          out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
