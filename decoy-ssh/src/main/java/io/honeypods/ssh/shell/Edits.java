package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Wildcard;
import io.honeypods.ssh.shell.Word.Parameter;
import java.util.List;
import java.util.Locale;

/** What {@code ${name#…}}, {@code ${name:1:2}} and their like make of a value. */
final class Edits {
  private final Shell shell;
  private final Expansion expansion;

  Edits(Shell shell, Expansion expansion) {
    this.shell = shell;
    this.expansion = expansion;
  }

  String transformed(String value, Parameter parameter) {
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

  String edited(String value, Parameter parameter) {
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
    int end = wildcard(value, pattern).prefix(value, 0, longest);
    return end < 0 ? value : value.substring(end);
  }

  private String suffix(String value, String pattern, boolean longest) {
    int at = wildcard(value, pattern).suffix(value, longest);
    return at < 0 ? value : value.substring(0, at);
  }

  private Wildcard wildcard(String value, String pattern) {
    return Wildcard.of(Marks.escaped(pattern)).affordable(shell.task(), value.length());
  }

  String substring(String value, Parameter parameter) {
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

  List<String> slice(List<String> values, Parameter parameter) {
    long[] range = range(parameter);
    int from = Math.clamp(range[0] < 0 ? values.size() + range[0] : range[0], 0, values.size());
    int to =
        Math.clamp(
            range[1] == Long.MAX_VALUE ? values.size() : from + range[1], from, values.size());
    return values.subList(from, to);
  }

  private long[] range(Parameter parameter) {
    String operand = parameter.operand() == null ? "" : expansion.single(parameter.operand());
    int colon = operand.indexOf(':');
    long offset = Arithmetic.value(shell, colon < 0 ? operand : operand.substring(0, colon));
    long length =
        colon < 0 ? Long.MAX_VALUE : Arithmetic.value(shell, operand.substring(colon + 1));
    return new long[] {offset, length};
  }
}
