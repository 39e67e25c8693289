package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Decimal;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sort} compares lines by: a range of fields and characters, and how.
 *
 * @param to the last field; 0 for the end of the line
 * @param character of the last field, where 0 stands for its end
 */
record SortKey(int from, int start, int to, int character, String how, String separator) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,6})(?:\\.([0-9]{1,6}))?([bdfgihMnRrV]*)(?:,([0-9]{1,6})(?:\\.([0-9]{1,6}))?([bdfgihMnRrV]*))?");
  private static final Pattern HUMAN =
      Pattern.compile("[ \t]*(-?[0-9]{1,15}(?:\\.[0-9]{1,9})?)([KMGTP]?)");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,400}");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  static Comparator<String> comparator(Task task, Options options) {
    var general = new StringBuilder();
    for (char letter : "bdfghMnRrV".toCharArray()) {
      general.append(options.has(letter) ? String.valueOf(letter) : "");
    }
    String separator = options.value('t', "");
    Comparator<String> order = null;
    for (String text : options.values('k')) {
      SortKey key = parse(task, text, general.toString(), separator);
      order = order == null ? key.order() : order.thenComparing(key.order());
    }
    return order == null ? new SortKey(1, 1, 0, 0, general.toString(), separator).order() : order;
  }

  private static SortKey parse(Task task, String text, String general, String separator) {
    Matcher m = FORM.matcher(text);
    if (!m.matches() || m.group(1).equals("0")) {
      task.fail(
          2,
          m.matches()
              ? "-: invalid field specification '" + text + "'"
              : "invalid number at field start: invalid count at start of '" + text + "'");
      throw new Exit(2);
    }
    String own = m.group(3) + (m.group(6) == null ? "" : m.group(6));
    return new SortKey(
        number(m.group(1)),
        Math.max(1, number(m.group(2))),
        number(m.group(4)),
        number(m.group(5)),
        own.isEmpty() ? general : own,
        separator);
  }

  private static int number(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  private Comparator<String> order() {
    Comparator<String> order = Comparator.comparing(this::field, this::compare);
    return how.indexOf('r') >= 0 ? order.reversed() : order;
  }

  private int compare(String left, String right) {
    if (how.indexOf('n') >= 0 || how.indexOf('g') >= 0) {
      return Double.compare(Decimal.leading(left), Decimal.leading(right));
    }
    if (how.indexOf('h') >= 0) {
      return Double.compare(human(left), human(right));
    }
    if (how.indexOf('M') >= 0) {
      return Integer.compare(month(left), month(right));
    }
    if (how.indexOf('V') >= 0) {
      return version(left).compareTo(version(right));
    }
    return how.indexOf('f') >= 0
        ? left.toUpperCase(Locale.ROOT).compareTo(right.toUpperCase(Locale.ROOT))
        : left.compareTo(right);
  }

  private static double human(String text) {
    Matcher matcher = HUMAN.matcher(text);
    if (!matcher.lookingAt()) {
      return 0;
    }
    double factor =
        matcher.group(2).isEmpty() ? 1 : Math.pow(1024, "KMGTP".indexOf(matcher.group(2)) + 1.0);
    return Double.parseDouble(matcher.group(1)) * factor;
  }

  private static int month(String text) {
    String bare = text.strip().toUpperCase(Locale.ROOT);
    return MONTHS.indexOf(bare.substring(0, Math.min(3, bare.length())));
  }

  /** A text whose order is that of the versions it names. */
  private static String version(String text) {
    return DIGITS
        .matcher(text)
        .replaceAll(each -> "%020d".formatted(new java.math.BigInteger(each.group())));
  }

  private String field(String line) {
    if (from == 1 && start == 1 && to == 0) {
      return blank(line);
    }
    List<int[]> fields = fields(line);
    if (from > fields.size()) {
      return "";
    }
    int begin = Math.min(line.length(), skipped(line, fields.get(from - 1)[0]) + start - 1);
    int end = to == 0 || to > fields.size() ? line.length() : fields.get(to - 1)[1];
    if (to > 0 && to <= fields.size() && character > 0) {
      end = Math.min(end, skipped(line, fields.get(to - 1)[0]) + character);
    }
    return begin >= end ? "" : blank(line.substring(begin, end));
  }

  private int skipped(String line, int from) {
    int at = from;
    while (how.indexOf('b') >= 0
        && at < line.length()
        && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private String blank(String text) {
    return how.indexOf('b') >= 0 ? text.stripLeading() : text;
  }

  /** Where fields begin and end; blanks before a field belong to it. */
  private List<int[]> fields(String line) {
    var fields = new ArrayList<int[]>();
    int begin = 0;
    if (!separator.isEmpty()) {
      for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, begin)) {
        fields.add(new int[] {begin, at});
        begin = at + separator.length();
      }
      fields.add(new int[] {begin, line.length()});
      return fields;
    }
    while (begin < line.length()) {
      int end = begin;
      while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
        end++;
      }
      while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
        end++;
      }
      fields.add(new int[] {begin, end});
      begin = end;
    }
    return fields;
  }
}
