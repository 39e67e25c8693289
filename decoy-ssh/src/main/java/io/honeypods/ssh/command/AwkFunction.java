package io.honeypods.ssh.command;

import java.util.List;
import java.util.Locale;

/** The functions of {@code awk} that only look at their arguments. */
final class AwkFunction {
  private AwkFunction() {}

  static String call(String name, String first, List<String> arguments) {
    return switch (name) {
      case "length" -> String.valueOf(first.length());
      case "toupper" -> first.toUpperCase(Locale.ROOT);
      case "tolower" -> first.toLowerCase(Locale.ROOT);
      case "int" -> String.valueOf((long) AwkValue.number(first));
      case "index" ->
          String.valueOf(arguments.size() > 1 ? first.indexOf(arguments.get(1)) + 1 : 0);
      case "substr" -> {
        int from =
            Math.clamp(
                (long) AwkValue.number(arguments.size() > 1 ? arguments.get(1) : "1") - 1,
                0,
                first.length());
        yield arguments.size() > 2
            ? first.substring(
                from,
                Math.clamp(from + (long) AwkValue.number(arguments.get(2)), from, first.length()))
            : first.substring(from);
      }
      case "sprintf" ->
          AwkValue.format(
              first, arguments.subList(Math.min(1, arguments.size()), arguments.size()));
      default -> "0";
    };
  }
}
