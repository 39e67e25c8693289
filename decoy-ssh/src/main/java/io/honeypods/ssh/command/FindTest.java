package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Alternatives of tests and actions for one file. */
final class FindTest {
  private final FindSearch search;
  private final Task task;
  private final List<String> words;
  private final String path;
  private final Inode inode;

  FindTest(FindSearch search, Task task, List<String> words, String path, Inode inode) {
    this.search = search;
    this.task = task;
    this.words = words;
    this.path = path;
    this.inode = inode;
  }

  void run() {
    boolean result = evaluate(true);
    boolean acts =
        words.stream()
            .anyMatch(
                List.of(
                        "-print",
                        "-print0",
                        "-ls",
                        "-delete",
                        "-exec",
                        "-execdir",
                        "-ok",
                        "-printf",
                        "-quit")
                    ::contains);
    if (result && !acts) {
      task.out(path + "\n");
    }
  }

  boolean holds() {
    return evaluate(false);
  }

  private boolean evaluate(boolean actions) {
    boolean result = true;
    boolean negated = false;
    boolean any = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-o") || word.equals("-or")) {
        any |= result;
        if (result) {
          return true;
        }
        result = true;
        continue;
      }
      if (word.equals("!") || word.equals("-not")) {
        negated = !negated;
        continue;
      }
      boolean takes = FindSearch.takesValue(word);
      boolean runs =
          (word.startsWith("-exec") && !word.equals("-executable")) || word.equals("-ok");
      int stop = runs ? search.end(i) : takes ? i + 1 : i;
      if (result) {
        boolean one =
            runs
                ? !actions || execute(i, stop)
                : test(word, takes ? words.get(i + 1) : "", actions);
        result = one != negated;
      }
      negated = false;
      i = stop;
    }
    return result || any;
  }

  private boolean test(String word, String value, boolean actions) {
    return switch (word) {
      case "-name" -> Wildcard.matches(value, Paths.name(path));
      case "-iname" ->
          Wildcard.matches(
              value.toLowerCase(Locale.ROOT), Paths.name(path).toLowerCase(Locale.ROOT));
      case "-path", "-wholename" -> Wildcard.matches(value, path);
      case "-type" ->
          value.indexOf(inode.kind().letter() == '-' ? 'f' : inode.kind().letter()) >= 0;
      case "-user" -> task.accounts().userName(inode.uid()).equals(value);
      case "-group" -> task.accounts().groupName(inode.gid()).equals(value);
      case "-perm" -> permitted(value);
      case "-size" -> sized(value);
      case "-mtime" -> aged(value, Duration.ofDays(1));
      case "-mmin" -> aged(value, Duration.ofMinutes(1));
      case "-newer" ->
          task.files().exists(value)
              && inode.modified().isAfter(task.files().stat(value).modified());
      case "-empty" ->
          inode.isDirectory()
              ? task.files().list(path).isEmpty()
              : inode.size() == 0 && inode.isRegular();
      case "-readable" -> task.files().may(inode, 4);
      case "-writable" -> task.files().may(inode, 2);
      case "-executable" -> task.files().may(inode, 1);
      case "-nouser", "-nogroup", "-false" -> false;
      case "-print", "-print0", "-ls", "-delete", "-printf" -> !actions || act(word, value);
      default -> true;
    };
  }

  private boolean act(String word, String value) {
    switch (word) {
      case "-delete" -> {
        try {
          task.files().remove(path);
        } catch (Fault fault) {
          task.err("find: cannot delete '" + path + "': " + fault.text() + "\n");
          return false;
        }
      }
      case "-print0" -> task.out(path + "\0");
      case "-ls" ->
          task.out(
              "%9d %6d %s   1 %-8s %-8s %8d %s%n"
                  .formatted(
                      Sizes.number(path),
                      (inode.size() + 4095) / 4096 * 4,
                      inode.letters(),
                      task.accounts().userName(inode.uid()),
                      task.accounts().groupName(inode.gid()),
                      inode.size(),
                      path));
      case "-printf" ->
          task.out(
              value
                  .replace("%p", path)
                  .replace("%f", Paths.name(path))
                  .replace("%s", String.valueOf(inode.size()))
                  .replace("\\n", "\n"));
      default -> task.out(path + "\n");
    }
    return true;
  }

  private boolean execute(int from, int to) {
    if (words.get(to).equals("+")) {
      search.gather(path);
      return true;
    }
    List<String> argv =
        words.subList(from + 1, to).stream().map(word -> word.replace("{}", path)).toList();
    return search.start(argv) == 0;
  }

  private boolean permitted(String value) {
    String digits = value.replaceFirst("^[-/]", "");
    if (!digits.matches("[0-7]{1,4}")) {
      String symbolic = value.replaceFirst("^[-/]", "");
      int wanted =
          (symbolic.contains("u+s") || symbolic.contains("u=s") ? 04000 : 0)
              | (symbolic.contains("g+s") || symbolic.contains("g=s") ? 02000 : 0)
              | (symbolic.contains("o+w") ? 2 : 0);
      return wanted != 0 && (inode.mode() & wanted) == wanted && !inode.isLink();
    }
    int bits = Integer.parseInt(digits, 8);
    return value.startsWith("-")
        ? (inode.mode() & bits) == bits
        : value.startsWith("/") ? (inode.mode() & bits) != 0 || bits == 0 : inode.mode() == bits;
  }

  private boolean sized(String value) {
    String bare = value.replaceFirst("^[-+]", "");
    boolean blocks = bare.matches("[0-9]+");
    long unit = blocks ? 512 : Math.max(1, Sizes.parse("1" + bare.replaceFirst("^[0-9]+", "")));
    String digits = bare.replaceFirst("[^0-9].*", "");
    long wanted = digits.isEmpty() || digits.length() > 12 ? 0 : Long.parseLong(digits);
    long size = (inode.size() + unit - 1) / unit;
    return value.startsWith("+")
        ? size > wanted
        : value.startsWith("-") ? size < wanted : size == wanted;
  }

  private boolean aged(String value, Duration unit) {
    String digits = value.replaceFirst("^[-+]", "");
    if (!digits.matches("[0-9]{1,9}")) {
      return false;
    }
    long age =
        Duration.between(inode.modified(), task.machine().now()).toSeconds() / unit.toSeconds();
    long wanted = Long.parseLong(digits);
    return value.startsWith("+")
        ? age > wanted
        : value.startsWith("-") ? age < wanted : age == wanted;
  }
}
