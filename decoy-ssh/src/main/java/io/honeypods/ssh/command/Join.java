package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code join}: lines of two sorted files that have a field in common. */
final class Join {
  private final Task task;
  private final Options options;
  private final int[] keys;
  private final @Nullable Pattern separator;

  private Join(Task task, Options options, int[] keys) {
    this.task = task;
    this.options = options;
    this.keys = keys;
    this.separator =
        options.has('t') ? Pattern.compile(Pattern.quote(options.value('t', ""))) : null;
  }

  static int run(Task task) {
    Options options =
        Options.of(task, 1, "t:1:2:j:a:v:o:e:izhc", "ignore-case=i", "header=h", "check-order=c");
    Merge.require(task, options);
    int[] keys = new int[2];
    for (int i = 0; i < 2; i++) {
      String text = options.value((char) ('1' + i), options.value('j', "1"));
      if (!text.matches("0*[1-9][0-9]{0,5}")) {
        return task.fail(1, "invalid field number: '" + text + "'");
      }
      keys[i] = Integer.parseInt(text) - 1;
    }
    List<List<String>> both = Merge.both(task, options.operands());
    return both == null ? 1 : new Join(task, options, keys).run(both.get(0), both.get(1));
  }

  private int run(List<String> one, List<String> other) {
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      int order = key(one.get(i), 0).compareTo(key(other.get(j), 1));
      if (order < 0) {
        alone(one.get(i++), '1');
      } else if (order > 0) {
        alone(other.get(j++), '2');
      } else {
        int until = j;
        while (until < other.size() && key(one.get(i), 0).equals(key(other.get(until), 1))) {
          pair(one.get(i), other.get(until++));
        }
        boolean again = i + 1 < one.size() && key(one.get(i + 1), 0).equals(key(one.get(i), 0));
        j = again ? j : until;
        i++;
      }
    }
    one.subList(i, one.size()).forEach(line -> alone(line, '1'));
    other.subList(j, other.size()).forEach(line -> alone(line, '2'));
    return 0;
  }

  private List<String> fields(String line) {
    return List.of(
        separator == null ? line.strip().split("[ \t]+", -1) : separator.split(line, -1));
  }

  private static String at(List<String> fields, int index) {
    return index < fields.size() ? fields.get(index) : "";
  }

  private String key(String line, int file) {
    String key = at(fields(line), keys[file]);
    return options.has('i') ? key.toLowerCase(Locale.ROOT) : key;
  }

  private void pair(String one, String other) {
    if (!options.has('v')) {
      print(fields(one), fields(other));
    }
  }

  private void alone(String line, char file) {
    String wanted = String.valueOf(file);
    if (options.values('a').contains(wanted) || options.values('v').contains(wanted)) {
      print(file == '1' ? fields(line) : null, file == '2' ? fields(line) : null);
    }
  }

  private void print(@Nullable List<String> one, @Nullable List<String> other) {
    var out = new ArrayList<String>();
    String key = one != null ? at(one, keys[0]) : other == null ? "" : at(other, keys[1]);
    if (options.has('o') && !options.value('o', "").equals("auto")) {
      for (String field : options.value('o', "").split("[, ]", -1)) {
        out.add(chosen(field, key, one, other));
      }
    } else {
      out.add(key);
      out.addAll(rest(one, keys[0]));
      out.addAll(rest(other, keys[1]));
    }
    task.out(String.join(options.value('t', " "), out) + "\n");
  }

  private String chosen(
      String field, String key, @Nullable List<String> one, @Nullable List<String> other) {
    if (field.equals("0")) {
      return key;
    }
    List<String> from = field.startsWith("1") ? one : other;
    boolean known = field.matches("[12]\\.[1-9][0-9]{0,4}");
    String text = from == null || !known ? "" : at(from, Integer.parseInt(field.substring(2)) - 1);
    return text.isEmpty() ? options.value('e', "") : text;
  }

  private static List<String> rest(@Nullable List<String> fields, int key) {
    var rest = new ArrayList<>(fields == null ? List.of() : fields);
    if (key < rest.size()) {
      rest.remove(key);
    }
    return rest;
  }
}
