package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Strftime;
import io.honeypods.ssh.host.Task;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code date}. */
final class DateCommand {
  private static final String USUAL = "%a %b %e %H:%M:%S %Z %Y";

  private DateCommand() {}

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "d:uRI?s:r:f:3:",
            "date=d",
            "utc=u",
            "universal=u",
            "set=s",
            "iso-8601=I",
            "rfc-email=R",
            "rfc-2822=R",
            "rfc-3339=3",
            "reference=r",
            "file=f");
    List<String> operands = options.operands();
    if (operands.size() > 1) {
      throw options.manners().complain(task, "extra operand '" + operands.get(1) + "'");
    }
    String operand = operands.isEmpty() ? "" : operands.getFirst();
    if (!operand.isEmpty() && !operand.startsWith("+")) {
      return set(task, operand, operand.matches("[0-9]{8}([0-9]{2}){0,2}(\\.[0-9]{2})?"));
    }
    String format = operand.isEmpty() ? format(task, options) : operand.substring(1);
    int status = 0;
    for (Instant at : times(task, options)) {
      task.out(Strftime.of(format, at.atZone(ZoneOffset.UTC)) + "\n");
    }
    if (options.has('s')) {
      status = task.fail(1, "cannot set date: Operation not permitted");
    }
    return status;
  }

  private static int set(Task task, String operand, boolean right) {
    return task.fail(
        1, right ? "cannot set date: Operation not permitted" : "invalid date '" + operand + "'");
  }

  private static List<Instant> times(Task task, Options options) {
    Instant now = task.machine().now();
    if (options.has('r')) {
      try {
        return List.of(task.files().stat(options.value('r', "")).modified());
      } catch (Fault fault) {
        task.fail(1, options.value('r', "") + ": " + fault.text());
        throw new Exit(1);
      }
    }
    if (options.has('f')) {
      var times = new ArrayList<Instant>();
      Lines.of(task, options.values('f'), line -> times.add(parsed(task, line, now)));
      return times;
    }
    String text = options.value('d', options.value('s', "now"));
    return List.of(parsed(task, text, now));
  }

  private static Instant parsed(Task task, String text, Instant now) {
    Instant found = text.isEmpty() ? Dates.parse("00:00", now) : Dates.parse(text, now);
    if (found == null) {
      task.fail(1, "invalid date '" + text + "'");
      throw new Exit(1);
    }
    return found;
  }

  private static String format(Task task, Options options) {
    if (options.has('R')) {
      return "%a, %d %b %Y %H:%M:%S %z";
    }
    if (!options.has('I') && !options.has('3')) {
      return USUAL;
    }
    String precision = options.value('I', options.value('3', "date"));
    String middle = options.has('I') ? "T" : " ";
    return switch (precision) {
      case "", "date" -> "%F";
      case "hours" -> "%F" + middle + "%H%:z";
      case "minutes" -> "%F" + middle + "%H:%M%:z";
      case "seconds" -> "%F" + middle + "%T%:z";
      case "ns" -> "%F" + middle + "%T" + (options.has('I') ? "," : ".") + "%N%:z";
      default -> {
        task.fail(1, "invalid argument '" + precision + "' for '--iso-8601'");
        throw new Exit(1);
      }
    };
  }
}
