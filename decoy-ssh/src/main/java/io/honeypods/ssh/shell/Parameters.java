package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Word.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What {@code ${…}} stands for. */
final class Parameters {
  private final Shell shell;
  private final Expansion expansion;

  Parameters(Shell shell, Expansion expansion) {
    this.shell = shell;
    this.expansion = expansion;
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
      shown.addAll(slice(values, parameter));
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
      case "@" -> mark(transformed(text(value), parameter), parameter);
      case ":" -> mark(substring(text(value), parameter), parameter);
      default -> mark(edited(text(value), parameter), parameter);
    };
  }

  private String transformed(String value, Parameter parameter) {
    return switch (parameter.operand() == null ? "" : expansion.single(parameter.operand())) {
      case "Q" -> "'" + value.replace("'", "'\\''") + "'";
      case "U" -> value.toUpperCase(Locale.ROOT);
      case "L" -> value.toLowerCase(Locale.ROOT);
      case "u" ->
          value.isEmpty()
              ? value
              : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
      default -> value;
    };
  }

  private String edited(String value, Parameter parameter) {
    String pattern = parameter.operand() == null ? "" : expansion.pattern(parameter.operand());
    return switch (parameter.operator()) {
      case "#" -> prefix(value, pattern, false);
      case "##" -> prefix(value, pattern, true);
      case "%" -> suffix(value, pattern, false);
      case "%%" -> suffix(value, pattern, true);
      case "^" ->
          value.isEmpty()
              ? value
              : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
      case "^^" -> value.toUpperCase(Locale.ROOT);
      case "," ->
          value.isEmpty()
              ? value
              : value.substring(0, 1).toLowerCase(Locale.ROOT) + value.substring(1);
      case ",," -> value.toLowerCase(Locale.ROOT);
      default -> Replacement.of(shell.task(), value, pattern, parameter.operator());
    };
  }

  private String prefix(String value, String pattern, boolean longest) {
    for (int i = 0; i <= value.length(); i++) {
      shell.task().work(value.length() / 8);
      int length = longest ? value.length() - i : i;
      if (Glob.matches(pattern, value.substring(0, length))) {
        return value.substring(length);
      }
    }
    return value;
  }

  private String suffix(String value, String pattern, boolean longest) {
    for (int i = 0; i <= value.length(); i++) {
      shell.task().work(value.length() / 8);
      int at = longest ? i : value.length() - i;
      if (Glob.matches(pattern, value.substring(at))) {
        return value.substring(0, at);
      }
    }
    return value;
  }

  private long[] range(Parameter parameter) {
    String operand = parameter.operand() == null ? "" : expansion.single(parameter.operand());
    int colon = operand.indexOf(':');
    long offset = Arithmetic.value(shell, colon < 0 ? operand : operand.substring(0, colon));
    long length =
        colon < 0 ? Long.MAX_VALUE : Arithmetic.value(shell, operand.substring(colon + 1));
    return new long[] {offset, length};
  }

  private List<String> slice(List<String> values, Parameter parameter) {
    long[] range = range(parameter);
    int from = Math.clamp(range[0] < 0 ? values.size() + range[0] : range[0], 0, values.size());
    int to =
        Math.clamp(
            range[1] == Long.MAX_VALUE ? values.size() : from + range[1], from, values.size());
    return values.subList(from, to);
  }

  private String substring(String value, Parameter parameter) {
    long[] range = range(parameter);
    long from = range[0] < 0 ? value.length() + range[0] : range[0];
    if (from < 0 || from > value.length()) {
      return "";
    }
    long to =
        range[1] == Long.MAX_VALUE
            ? value.length()
            : range[1] < 0 ? value.length() + range[1] : from + range[1];
    if (to < from) {
      throw new ShellError(1, range[1] + ": substring expression < 0");
    }
    return value.substring((int) from, (int) Math.min(to, value.length()));
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
