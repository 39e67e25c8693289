package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.User;
import io.honeypods.ssh.host.Wildcard;
import io.honeypods.ssh.shell.Word.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Makes of words what commands are given. */
final class Expansion {
  private static final int MAX_FIELDS = 20_000;

  private final Shell shell;
  private final Interpreter interpreter;
  private @Nullable Processes processes;

  Expansion(Shell shell, Interpreter interpreter) {
    this.shell = shell;
    this.interpreter = interpreter;
  }

  /** Runs something; what process substitutions in it started ends with it. */
  int during(IntSupplier body) {
    Processes before = processes;
    processes = null;
    try {
      return body.getAsInt();
    } finally {
      Processes started = processes;
      processes = before;
      if (started != null) {
        started.close();
      }
    }
  }

  private String process(Word.Beside process) {
    Processes started = processes;
    if (started == null) {
      started = new Processes(shell, interpreter);
      processes = started;
    }
    return started.start(process);
  }

  /** All fields of words. */
  List<String> fields(List<Word> words) {
    var fields = new ArrayList<String>();
    for (Word word : words) {
      for (Word each : shell.isPosix() ? List.of(word) : Braces.expand(word, shell.task())) {
        for (String field : split(marked(each, true))) {
          addPaths(field, fields);
        }
      }
      if (fields.size() > MAX_FIELDS) {
        throw new ShellError(126, "Argument list too long");
      }
    }
    return fields;
  }

  private void addPaths(String field, List<String> fields) {
    String pattern = Marks.escaped(field);
    if (!shell.option('f') && Wildcard.isPattern(pattern)) {
      List<String> paths = Glob.paths(pattern, shell.task().files());
      if (!paths.isEmpty() || shell.isSet("nullglob")) {
        fields.addAll(paths);
        return;
      }
    }
    fields.add(Marks.plain(field));
  }

  /** A word as one text, neither split nor matched. */
  String single(Word word) {
    return Marks.plain(marked(word, true).replace(Marks.BREAK, ' '));
  }

  /** A word as a pattern. */
  String pattern(Word word) {
    return marked(word, true).replace(String.valueOf(Marks.EMPTY), "");
  }

  /** Whether all of a text is of a word's pattern. */
  boolean matches(Word word, String text) {
    return Wildcard.of(Marks.escaped(pattern(word)))
        .affordable(shell.task(), text.length())
        .matches(text);
  }

  /** A word in {@link Marks}. */
  String marked(Word word, boolean tilde) {
    var text = new StringBuilder();
    boolean first = true;
    for (Part part : word.parts()) {
      String piece = piece(part, tilde && first);
      text.append(piece);
      first = false;
      shell.task().machine().requireMemory(text.length());
    }
    shell.task().work(text.length() / 16);
    return text.toString();
  }

  private String piece(Part part, boolean mayBeTilde) {
    return switch (part) {
      case Word.Text text ->
          text.quoted()
              ? Marks.quoted(text.text()) + Marks.EMPTY
              : mayBeTilde && text.text().startsWith("~")
                  ? tilde(text.text())
                  : Marks.written(text.text());
      case Word.Parameter parameter -> new Parameters(shell, this).value(parameter);
      case Word.Substitution substitution -> {
        String out = interpreter.substitute(substitution.list());
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '\n') {
          end--;
        }
        String text = out.substring(0, end).replace("\0", "");
        yield substitution.quoted() ? Marks.quoted(text) + Marks.EMPTY : text;
      }
      case Word.Beside process -> Marks.quoted(process(process));
      case Word.Sum sum -> {
        String value = String.valueOf(Arithmetic.value(shell, single(sum.expression())));
        yield sum.quoted() ? Marks.quoted(value) : value;
      }
    };
  }

  private String tilde(String text) {
    int slash = text.indexOf('/');
    String user = slash < 0 ? text.substring(1) : text.substring(1, slash);
    String rest = slash < 0 ? "" : text.substring(slash);
    String home = null;
    if (user.isEmpty()) {
      home = shell.value("HOME");
    } else if (user.equals("+")) {
      home = shell.task().directory();
    } else {
      User found = shell.task().accounts().user(user);
      home = found == null || !found.name().equals(user) ? null : found.home();
    }
    return home == null ? Marks.written(text) : Marks.quoted(home) + Marks.written(rest);
  }

  /** Cuts a marked text where expansions have a character of IFS. */
  private List<String> split(String marked) {
    String ifs = shell.value("IFS");
    String separators = ifs == null ? " \t\n" : ifs;
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean any = false;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      boolean separates = Marks.isSplittable(c) && separators.indexOf(c) >= 0;
      if (c == Marks.BREAK || (separates && (any || " \t\n".indexOf(c) < 0))) {
        fields.add(field.toString());
        field.setLength(0);
        any = false;
      } else if (!separates) {
        any = true;
        if (c != Marks.EMPTY) {
          field.append(c);
        }
      }
    }
    if (any) {
      fields.add(field.toString());
    }
    return fields;
  }
}
