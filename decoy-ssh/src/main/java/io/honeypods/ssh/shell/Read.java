package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code read}: a line into variables. */
final class Read {
  private final Shell shell;
  private final Task task;
  private final List<String> names = new ArrayList<>();
  private boolean raw;
  private boolean silent;
  private boolean array;
  private char end = '\n';
  private int most = Integer.MAX_VALUE;
  private int descriptor;
  private String prompt = "";
  private @Nullable Duration patience;
  private boolean whole;

  Read(Shell shell) {
    this.shell = shell;
    this.task = shell.task();
  }

  int run(List<String> argv) {
    options(argv);
    Input input = task.inputs().get(descriptor);
    if (input == null) {
      return shell.fail(
          1, "read: " + descriptor + ": invalid file descriptor: Bad file descriptor");
    }
    Terminal terminal = task.terminal();
    boolean typed = terminal != null && input == terminal;
    if (typed) {
      task.err(prompt);
    }
    String text = terminal != null && typed && silent ? unseen(terminal, input) : text(input);
    boolean late = patience != null && text.isEmpty() && !whole;
    assign(text);
    return late ? 142 : whole ? 0 : 1;
  }

  private void options(List<String> argv) {
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i);
      if (!word.startsWith("-") || word.length() < 2) {
        names.addAll(argv.subList(i, argv.size()));
        return;
      }
      for (int at = 1; at < word.length(); at++) {
        char letter = word.charAt(at);
        raw |= letter == 'r';
        silent |= letter == 's';
        array |= letter == 'a';
        if ("ptndNui".indexOf(letter) >= 0) {
          boolean joined = at + 1 < word.length();
          String value = joined ? word.substring(at + 1) : i + 1 < argv.size() ? argv.get(++i) : "";
          valued(letter, value);
          break;
        }
      }
    }
  }

  private void valued(char letter, String value) {
    boolean number = value.matches("[0-9]{1,5}");
    switch (letter) {
      case 'p' -> prompt = value;
      case 'd' -> end = value.isEmpty() ? 0 : value.charAt(0);
      case 'n', 'N' -> most = number ? Integer.parseInt(value) : most;
      case 'u' -> descriptor = number ? Integer.parseInt(value) : descriptor;
      case 't' ->
          patience =
              value.matches("[0-9]{1,5}([.][0-9]*)?")
                  ? Duration.ofMillis((long) (Double.parseDouble(value) * 1000))
                  : null;
      default -> {}
    }
  }

  private String unseen(Terminal terminal, Input input) {
    terminal.echo(false);
    try {
      return text(input);
    } finally {
      terminal.echo(true);
    }
  }

  /** What is read, with characters behind a backslash marked so that they separate nothing. */
  private String text(Input input) {
    var text = new StringBuilder();
    boolean escaped = false;
    for (String piece = next(input); piece != null; piece = next(input)) {
      for (int i = 0; i < piece.length(); i++) {
        char c = piece.charAt(i);
        boolean ends = c == end && !escaped;
        if (!ends && !raw && c == '\\' && !escaped) {
          escaped = true;
        } else if (!ends && !(escaped && c == '\n')) {
          text.append(escaped ? Marks.quoted(String.valueOf(c)) : String.valueOf(c));
          escaped = false;
        } else {
          escaped = false;
        }
        if (ends || text.length() >= most) {
          whole = true;
          String rest = piece.substring(i + 1);
          if (!rest.isEmpty()) {
            input.unread(rest);
          }
          return text.toString();
        }
      }
      task.machine().requireMemory(text.length());
    }
    return text.toString();
  }

  private @Nullable String next(Input input) {
    return patience == null ? input.read(task) : input.read(task, patience);
  }

  private void assign(String text) {
    String ifs = shell.value("IFS");
    String separators = ifs == null ? " \t\n" : ifs;
    if (names.isEmpty()) {
      shell.assign("REPLY", Marks.plain(text));
    } else if (array) {
      shell.variables().clear(names.getFirst());
      List<String> fields = new Fields(separators).split(text, Integer.MAX_VALUE);
      for (int i = 0; i < fields.size(); i++) {
        shell.variables().set(names.getFirst(), i, fields.get(i));
      }
    } else {
      List<String> fields = new Fields(separators).split(text, names.size());
      for (int i = 0; i < names.size(); i++) {
        shell.assign(names.get(i), i < fields.size() ? fields.get(i) : "");
      }
    }
  }
}
