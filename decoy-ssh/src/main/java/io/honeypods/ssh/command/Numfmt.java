package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code numfmt}: sizes with units to plain numbers and back. */
final class Numfmt {
  private static final String UNITS = "KMGTPEZY";
  private static final Pattern NUMBER =
      Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)([KkMGTPEZY]?)(i?)");

  private final Task task;
  private final Options options;

  private Numfmt(Task task, Options options) {
    this.task = task;
    this.options = options;
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            2,
            "f:t:S:p:F:d:r:H?zg",
            "from=f",
            "to=t",
            "suffix=S",
            "padding=p",
            "field=F",
            "delimiter=d",
            "round=r",
            "header=H",
            "grouping=g",
            "zero-terminated=z");
    var numfmt = new Numfmt(task, options);
    if (!options.operands().isEmpty()) {
      for (String operand : options.operands()) {
        if (!numfmt.line(operand)) {
          return 2;
        }
      }
      return 0;
    }
    for (String line = task.readLine(); line != null; line = task.readLine()) {
      if (!numfmt.line(line.replaceFirst("\n$", ""))) {
        return 2;
      }
    }
    return 0;
  }

  /** Converts the chosen field of a line; whether it is a number. */
  private boolean line(String line) {
    String delimiter = options.value('d', "");
    boolean blank = delimiter.isEmpty();
    String[] fields =
        blank ? line.split("(?<=[^ \t])(?=[ \t])", -1) : line.split(Pattern.quote(delimiter), -1);
    int index = (int) Math.max(1, Sizes.parse(options.value('F', "1"))) - 1;
    if (index >= fields.length) {
      task.out(line + "\n");
      return true;
    }
    String field = fields[index];
    String lead = field.substring(0, field.length() - field.stripLeading().length());
    String converted = converted(field.strip());
    if (converted == null) {
      return false;
    }
    int width = Math.clamp(Sizes.parse(options.value('p', "0").replace("-", "")), 0, 1000);
    width = options.has('p') ? width : blank && !lead.isEmpty() ? field.length() : 0;
    int missing = Math.max(0, width - converted.length());
    boolean left = options.value('p', "").startsWith("-");
    String space = !options.has('p') && missing == 0 && !lead.isEmpty() ? " " : "";
    fields[index] =
        left ? converted + " ".repeat(missing) : space + " ".repeat(missing) + converted;
    var parts = new ArrayList<>(List.of(fields));
    task.out(String.join(delimiter, parts) + "\n");
    return true;
  }

  private @Nullable String converted(String text) {
    String suffix = options.value('S', "");
    String bare =
        !suffix.isEmpty() && text.endsWith(suffix)
            ? text.substring(0, text.length() - suffix.length())
            : text;
    Matcher matcher = NUMBER.matcher(bare);
    String from = options.value('f', "none");
    if (!matcher.matches()) {
      task.fail(
          2,
          (bare.matches("-?[0-9].*") ? "invalid suffix in input: '" : "invalid number: '")
              + text
              + "'");
      return null;
    }
    String unit = matcher.group(2);
    if (!unit.isEmpty() && from.equals("none")) {
      task.fail(2, "rejecting suffix in input: '" + text + "' (consider using --from)");
      return null;
    }
    boolean binary = from.startsWith("iec") || (from.equals("auto") && !matcher.group(3).isEmpty());
    BigDecimal base = BigDecimal.valueOf(binary ? 1024 : 1000);
    int power = unit.isEmpty() ? 0 : UNITS.indexOf(Character.toUpperCase(unit.charAt(0))) + 1;
    return shown(new BigDecimal(matcher.group(1)).multiply(base.pow(power))) + suffix;
  }

  private String shown(BigDecimal number) {
    String to = options.value('t', "none");
    if (to.equals("none")) {
      return number.setScale(0, RoundingMode.UP).toPlainString();
    }
    BigDecimal base = BigDecimal.valueOf(to.equals("si") ? 1000 : 1024);
    BigDecimal left = number;
    int power = 0;
    while (left.abs().compareTo(base) >= 0 && power < UNITS.length()) {
      left = left.divide(base);
      power++;
    }
    boolean small = power > 0 && left.abs().compareTo(BigDecimal.TEN) < 0;
    BigDecimal rounded = left.setScale(small ? 1 : 0, rounding(left));
    if (rounded.abs().compareTo(base) >= 0 && power < UNITS.length()) {
      rounded = rounded.divide(base).setScale(1, RoundingMode.UP);
      power++;
    } else if (small && rounded.abs().compareTo(BigDecimal.TEN) >= 0) {
      rounded = rounded.setScale(0, RoundingMode.UP);
    }
    String unit = power == 0 ? "" : UNITS.substring(power - 1, power);
    return rounded.toPlainString() + unit + (to.equals("iec-i") && power > 0 ? "i" : "");
  }

  private RoundingMode rounding(BigDecimal number) {
    return switch (options.value('r', "from-zero")) {
      case "up" -> RoundingMode.CEILING;
      case "down" -> RoundingMode.FLOOR;
      case "towards-zero" -> RoundingMode.DOWN;
      case "nearest" -> RoundingMode.HALF_UP;
      default -> number.signum() == 0 ? RoundingMode.DOWN : RoundingMode.UP;
    };
  }
}
