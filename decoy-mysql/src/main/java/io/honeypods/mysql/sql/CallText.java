package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls of functions as the server writes them: by their first name, some in a form of theirs. */
final class CallText {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("substring", "substr"),
          Map.entry("mid", "substr"),
          Map.entry("power", "pow"),
          Map.entry("ceil", "ceiling"),
          Map.entry("ucase", "upper"),
          Map.entry("lcase", "lower"),
          Map.entry("character_length", "char_length"),
          Map.entry("octet_length", "length"),
          Map.entry("sha1", "sha"),
          Map.entry("schema", "database"),
          Map.entry("session_user", "user"),
          Map.entry("system_user", "user"),
          Map.entry("current_date", "curdate"),
          Map.entry("current_time", "curtime"),
          Map.entry("current_timestamp", "now"),
          Map.entry("localtime", "now"),
          Map.entry("localtimestamp", "now"),
          Map.entry("day", "dayofmonth"));

  private final Printer printer;

  CallText(Printer printer) {
    this.printer = printer;
  }

  String of(Expr.Call call) {
    String lower = call.name().toLowerCase(Locale.ROOT);
    List<Expr> arguments = call.arguments();
    return switch (lower) {
      case "trim" -> trim("", arguments);
      case "trim_leading" -> trim("leading ", arguments);
      case "trim_trailing" -> trim("trailing ", arguments);
      case "extract" ->
          "extract("
              + unit(arguments).toLowerCase(Locale.ROOT)
              + " from "
              + printer.text(arguments.get(1))
              + ")";
      case "timestampdiff" ->
          "timestampdiff(" + unit(arguments) + "," + printer.texts(arguments.subList(1, 3)) + ")";
      case "mod" ->
          "(" + printer.text(arguments.get(0)) + " % " + printer.text(arguments.get(1)) + ")";
      default ->
          (call.schema() == null ? "" : "`" + call.schema() + "`.")
              + NAMES.getOrDefault(lower, lower)
              + "("
              + printer.texts(arguments)
              + ")";
    };
  }

  private static String unit(List<Expr> arguments) {
    Value unit = ExprCompiler.literal(arguments.getFirst());
    return unit == null ? "" : Coercion.text(unit);
  }

  private String trim(String side, List<Expr> arguments) {
    boolean spaces =
        ExprCompiler.literal(arguments.get(0)) instanceof Value.Text(var text) && text.equals(" ");
    String whole = printer.text(arguments.get(1));
    return spaces && side.isEmpty()
        ? "trim(" + whole + ")"
        : "trim(" + side + printer.text(arguments.get(0)) + " from " + whole + ")";
  }
}
