package io.honeypods.ssh.command;

import java.util.List;
import java.util.Locale;

/** A value of {@code awk}, which is a text and a number. */
final class AwkValue {
  private AwkValue() {}

  static boolean isTrue(String value) {
    return isNumber(value) ? number(value) != 0 : !value.isEmpty();
  }

  static boolean isNumber(String value) {
    return value.strip().matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
  }

  static double number(String value) {
    var matcher =
        java.util.regex.Pattern.compile("^\\s*[-+]?([0-9]{1,17}\\.?[0-9]{0,17}|\\.[0-9]{1,17})")
            .matcher(value);
    return matcher.find() ? Double.parseDouble(matcher.group().strip()) : 0;
  }

  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.6g", value)
            .replaceFirst("(\\.[0-9]*?)0+$", "$1")
            .replaceFirst("\\.$", "");
  }

  static String format(String form, List<String> values) {
    var out = new StringBuilder();
    int next = 0;
    var matcher =
        java.util.regex.Pattern.compile("%([-+ 0#]*[0-9]{0,4}(?:\\.[0-9]{1,3})?)([sdifgcxuo%])")
            .matcher(form);
    int from = 0;
    while (matcher.find()) {
      out.append(form, from, matcher.start());
      from = matcher.end();
      String value =
          matcher.group(2).equals("%") ? "" : next < values.size() ? values.get(next++) : "";
      String flags = matcher.group(1);
      out.append(
          switch (matcher.group(2)) {
            case "%" -> "%";
            case "s", "c" ->
                ("%" + flags.replaceAll("[+0# ](?=[^0-9]*$)|^0", "") + "s").formatted(value);
            case "f", "g" -> String.format(Locale.ROOT, "%" + flags + "f", number(value));
            case "x", "o" -> ("%" + flags + matcher.group(2)).formatted((long) number(value));
            default ->
                ("%" + flags.replaceFirst("\\..*", "") + "d").formatted((long) number(value));
          });
    }
    return out.append(form.substring(from)).toString();
  }
}
