package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Word.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What {@code ${…}} stands for. */
final class Parameters {
  private final Shell shell;
  private final Expansion expansion;
  private final Edits edits;

  Parameters(Shell shell, Expansion expansion) {
    this.shell = shell;
    this.expansion = expansion;
    this.edits = new Edits(shell, expansion);
  }

  /** The value in {@link Marks}. */
  String value(Parameter parameter) {
    if (parameter.operator().equals("bad")) {
      throw new ShellError(1, parameter.name() + ": bad substitution");
    }
    if (parameter.operator().equals("keys") || parameter.operator().equals("names")) {
      return list(names(parameter), plain(parameter));
    }
    List<String> many = many(parameter);
    if (parameter.operator().equals("length")) {
      int length = many != null ? many.size() : text(single(parameter)).length();
      return mark(String.valueOf(length), parameter);
    }
    if (many != null) {
      return list(many, parameter);
    }
    String value = single(parameter);
    if (value == null
        && shell.option('u')
        && parameter.operator().isEmpty()
        && !"@*".contains(parameter.name())) {
      throw new ShellError(
          127, parameter.name() + (shell.isPosix() ? ": parameter not set" : ": unbound variable"));
    }
    return operate(value, parameter);
  }

  private List<String> names(Parameter parameter) {
    if (parameter.operator().equals("names")) {
      return shell.variables().all().keySet().stream()
          .filter(name -> name.startsWith(parameter.name()))
          .toList();
    }
    Variable variable = shell.variables().find(parameter.name());
    return variable == null ? List.of() : variable.indices();
  }

  private static Parameter plain(Parameter parameter) {
    return new Parameter(parameter.name(), parameter.index(), "", null, parameter.quoted());
  }

  /** The elements, where there may be several; else null. */
  private @Nullable List<String> many(Parameter parameter) {
    String index = parameter.index() == null ? "" : expansion.single(parameter.index());
    if (parameter.name().equals("@") || parameter.name().equals("*")) {
      return parameter.operator().startsWith(":") && isSlice(parameter)
          ? arguments()
          : shell.arguments();
    }
    return index.equals("@") || index.equals("*")
        ? new ArrayList<>(shell.variables().elements(parameter.name()).values())
        : null;
  }

  private List<String> arguments() {
    var all = new ArrayList<String>();
    all.add(shell.name());
    all.addAll(shell.arguments());
    return all;
  }

  private String list(List<String> values, Parameter parameter) {
    String operator = parameter.operator();
    List<String> shown = new ArrayList<>();
    if (operator.equals(":") && isSlice(parameter)) {
      shown.addAll(edits.slice(values, parameter));
    } else if (operator.contains("-")
        || operator.contains("+")
        || operator.contains("?")
        || operator.contains("=")) {
      String joined = String.join(" ", values);
      return operate(values.isEmpty() ? null : joined, parameter);
    } else {
      values.forEach(value -> shown.add(Marks.plain(operate(value, parameter))));
    }
    boolean star =
        parameter.name().equals("*")
            || (parameter.index() != null && expansion.single(parameter.index()).equals("*"));
    if (parameter.quoted() && star) {
      String ifs = shell.value("IFS");
      return Marks.quoted(
              String.join(ifs == null ? " " : ifs.substring(0, Math.min(1, ifs.length())), shown))
          + Marks.EMPTY;
    }
    var text = new StringBuilder();
    for (int i = 0; i < shown.size(); i++) {
      text.append(i > 0 ? String.valueOf(Marks.BREAK) : "");
      text.append(parameter.quoted() ? Marks.quoted(shown.get(i)) + Marks.EMPTY : shown.get(i));
    }
    return text.toString();
  }

  private @Nullable String single(Parameter parameter) {
    if (parameter.index() == null) {
      return shell.value(parameter.name());
    }
    String text = expansion.single(parameter.index());
    int index = Assigning.index(shell, parameter.name(), text);
    SortedMap<Integer, String> elements = shell.variables().elements(parameter.name());
    return elements.isEmpty() && index == 0 ? shell.value(parameter.name()) : elements.get(index);
  }

  private static boolean isSlice(Parameter parameter) {
    return parameter.operator().equals(":");
  }

  private String operate(@Nullable String value, Parameter parameter) {
    String operator = parameter.operator();
    boolean absent = value == null || (operator.startsWith(":") && value.isEmpty());
    return switch (operator) {
      case "", "length" -> mark(text(value), parameter);
      case "indirect" -> {
        if (absent) {
          throw new ShellError(1, parameter.name() + ": invalid indirect expansion");
        }
        yield mark(text(shell.value(text(value))), parameter);
      }
      case ":-", "-" -> absent ? operand(parameter) : mark(text(value), parameter);
      case ":+", "+" -> absent ? mark("", parameter) : operand(parameter);
      case ":=", "=" -> {
        if (absent) {
          shell.assign(parameter.name(), Marks.plain(operand(parameter)));
        }
        yield mark(text(shell.value(parameter.name())), parameter);
      }
      case ":?", "?" -> {
        if (absent) {
          String message = Marks.plain(operand(parameter));
          String fallback =
              operator.equals("?") ? "parameter not set" : "parameter null or not set";
          throw new ShellError(
              127, parameter.name() + ": " + (message.isEmpty() ? fallback : message));
        }
        yield mark(text(value), parameter);
      }
      case "@" -> mark(edits.transformed(text(value), parameter), parameter);
      case ":" -> mark(edits.substring(text(value), parameter), parameter);
      default -> mark(edits.edited(text(value), parameter), parameter);
    };
  }

  private String operand(Parameter parameter) {
    if (parameter.operand() == null) {
      return mark("", parameter);
    }
    String marked = expansion.marked(parameter.operand(), !parameter.quoted());
    return parameter.quoted() ? Marks.quoted(Marks.plain(marked)) + Marks.EMPTY : marked;
  }

  private static String mark(String value, Parameter parameter) {
    return parameter.quoted() ? Marks.quoted(value) + Marks.EMPTY : value;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
