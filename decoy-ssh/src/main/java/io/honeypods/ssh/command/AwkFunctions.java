package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The functions that {@code awk} has of itself and that only look at values. */
final class AwkFunctions {
  /** How many arguments each takes, least and most. */
  private static final Map<String, List<Integer>> COUNTS =
      Map.ofEntries(
          Map.entry("length", List.of(0, 1)),
          Map.entry("substr", List.of(2, 3)),
          Map.entry("index", List.of(2, 2)),
          Map.entry("split", List.of(2, 3)),
          Map.entry("sub", List.of(2, 3)),
          Map.entry("gsub", List.of(2, 3)),
          Map.entry("match", List.of(2, 2)),
          Map.entry("sprintf", List.of(1, 255)),
          Map.entry("sin", List.of(1, 1)),
          Map.entry("cos", List.of(1, 1)),
          Map.entry("atan2", List.of(2, 2)),
          Map.entry("exp", List.of(1, 1)),
          Map.entry("log", List.of(1, 1)),
          Map.entry("sqrt", List.of(1, 1)),
          Map.entry("int", List.of(1, 1)),
          Map.entry("rand", List.of(0, 0)),
          Map.entry("srand", List.of(0, 1)),
          Map.entry("tolower", List.of(1, 1)),
          Map.entry("toupper", List.of(1, 1)),
          Map.entry("system", List.of(1, 1)),
          Map.entry("close", List.of(1, 1)),
          Map.entry("systime", List.of(0, 0)),
          Map.entry("strftime", List.of(0, 3)),
          Map.entry("fflush", List.of(0, 1)));

  static final Set<String> NAMES = COUNTS.keySet();

  private AwkFunctions() {}

  static boolean takes(String name, int count) {
    List<Integer> range = COUNTS.getOrDefault(name, List.of(0, 0));
    return count >= range.getFirst() && count <= range.getLast();
  }

  /** The value of a function of numbers or texts. */
  static AwkValue plain(String name, List<AwkValue> values) {
    AwkValue first = values.isEmpty() ? AwkValue.NONE : values.getFirst();
    double x = first.number();
    return switch (name) {
      case "sin" -> AwkValue.of(Math.sin(x));
      case "cos" -> AwkValue.of(Math.cos(x));
      case "atan2" -> AwkValue.of(Math.atan2(x, values.getLast().number()));
      case "exp" -> AwkValue.of(Math.exp(x));
      case "log" -> AwkValue.of(Math.log(x));
      case "sqrt" -> AwkValue.of(Math.sqrt(x));
      case "int" -> AwkValue.of(x < 0 ? Math.ceil(x) + 0.0 : Math.floor(x));
      case "tolower" -> AwkValue.of(first.text().toLowerCase(Locale.ROOT));
      case "toupper" -> AwkValue.of(first.text().toUpperCase(Locale.ROOT));
      case "length" -> AwkValue.of(first.text().length());
      case "index" -> AwkValue.of(first.text().indexOf(values.getLast().text()) + 1.0);
      case "substr" -> AwkValue.of(substr(first.text(), values));
      case "sprintf" -> AwkValue.of(AwkFormat.of(first.text(), values.subList(1, values.size())));
      default -> AwkValue.of(0);
    };
  }

  /** Characters from a place on, as mawk counts them: what lies before the first costs nothing. */
  private static String substr(String text, List<AwkValue> values) {
    double from = values.get(1).number();
    double length = values.size() > 2 ? values.get(2).number() : Double.MAX_VALUE;
    double begin = Math.max(1, Math.rint(from));
    double end = Math.min(text.length() + 1.0, Math.rint(from + length));
    return begin >= end || Double.isNaN(end) ? "" : text.substring((int) begin - 1, (int) end - 1);
  }

  /** Text with matches replaced, of which {@code count} tells how many there were. */
  static String substitute(
      Matcher matcher, String text, String replacement, boolean all, int[] count) {
    var out = new StringBuilder();
    int from = 0;
    int last = -1;
    while (matcher.find()) {
      if (matcher.end() == matcher.start() && matcher.start() == last) {
        continue;
      }
      out.append(text, from, matcher.start()).append(filled(replacement, matcher.group()));
      from = matcher.end();
      last = matcher.end();
      count[0]++;
      if (!all) {
        break;
      }
    }
    return out.append(text.substring(from)).toString();
  }

  private static String filled(String replacement, String match) {
    var out = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      boolean escapes =
          c == '\\'
              && i + 1 < replacement.length()
              && "\\&".indexOf(replacement.charAt(i + 1)) >= 0;
      if (escapes) {
        out.append(replacement.charAt(++i));
      } else {
        out.append(c == '&' ? match : String.valueOf(c));
      }
    }
    return out.toString();
  }
}
