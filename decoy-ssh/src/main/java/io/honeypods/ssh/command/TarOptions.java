package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options of {@code tar}, whose first word needs no dash. */
final class TarOptions {
  private static final String VALUED = "fCTXbIK";
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("extract", "x"),
          Map.entry("get", "x"),
          Map.entry("list", "t"),
          Map.entry("create", "c"),
          Map.entry("append", "r"),
          Map.entry("gzip", "z"),
          Map.entry("verbose", "v"),
          Map.entry("to-stdout", "O"),
          Map.entry("file", "f"),
          Map.entry("directory", "C"));

  private final Task task;
  private final StringBuilder flags = new StringBuilder();
  private final List<String> members = new ArrayList<>();
  private final List<Wildcard> excluded = new ArrayList<>();
  private String archive = "-";
  private String directory = "";
  private int stripped;
  private int at;

  private TarOptions(Task task) {
    this.task = task;
  }

  /** Reads them, or ends the task with an error; the task is where {@code -C} says then. */
  static TarOptions read(Task task) {
    var options = new TarOptions(task);
    options.words();
    options.enter();
    return options;
  }

  boolean has(char letter) {
    return flags.indexOf(String.valueOf(letter)) >= 0;
  }

  List<String> members() {
    return members;
  }

  String archive() {
    return archive;
  }

  int stripped() {
    return stripped;
  }

  boolean isExcluded(String path) {
    return excluded.stream().anyMatch(each -> each.matches(path) || each.matches(Paths.name(path)));
  }

  private void words() {
    List<String> words = task.operands();
    while (at < words.size()) {
      String word = words.get(at++);
      if (word.startsWith("--")) {
        named(word.substring(2));
      } else if (at == 1 || (word.startsWith("-") && word.length() > 1)) {
        letters(word.replaceFirst("^-", ""));
      } else {
        members.add(word);
      }
    }
    if (flags.toString().chars().noneMatch(letter -> "ctxr".indexOf(letter) >= 0)) {
      task.err(
          "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\n"
              + "Try 'tar --help' or 'tar --usage' for more information.\n");
      throw new Exit(2);
    }
  }

  private String next() {
    return at < task.operands().size() ? task.operands().get(at++) : "";
  }

  private void letters(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      flags.append(letter);
      if (VALUED.indexOf(letter) >= 0) {
        boolean joined = i + 1 < letters.length() && task.operands().get(at - 1).startsWith("-");
        value(letter, joined ? letters.substring(i + 1) : next());
        if (joined) {
          return;
        }
      }
    }
  }

  private void named(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    switch (name) {
      case "exclude" -> excluded.add(Wildcard.of(equals < 0 ? next() : word.substring(equals + 1)));
      case "strip-components", "strip" -> {
        String count = equals < 0 ? next() : word.substring(equals + 1);
        stripped = count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0;
      }
      case "version" -> {
        task.out("tar (GNU tar) " + version() + "\n");
        throw new Exit(0);
      }
      default -> {
        String letter = NAMES.getOrDefault(name, "");
        flags.append(letter);
        if (!letter.isEmpty() && VALUED.contains(letter)) {
          value(letter.charAt(0), equals < 0 ? next() : word.substring(equals + 1));
        }
      }
    }
  }

  private String version() {
    return task.machine().host().debian() == io.honeypods.ssh.host.Debian.BOOKWORM
        ? "1.34"
        : "1.35";
  }

  private void value(char letter, String value) {
    archive = letter == 'f' ? value : archive;
    directory = letter == 'C' ? value : directory;
  }

  private void enter() {
    if (directory.isEmpty()) {
      return;
    }
    if (!task.files().isDirectory(directory)) {
      task.err(
          "tar: "
              + directory
              + ": Cannot open: No such file or directory\n"
              + "tar: Error is not recoverable: exiting now\n");
      throw new Exit(2);
    }
    archive = archive.equals("-") ? archive : Paths.resolve(task.directory(), archive);
    task.enter(Paths.resolve(task.directory(), directory));
  }
}
