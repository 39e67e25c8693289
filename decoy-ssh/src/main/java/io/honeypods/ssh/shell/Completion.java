package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Files;
import io.honeypods.ssh.host.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a word that is begun could be. */
final class Completion {
  private Completion() {}

  static List<String> of(Shell shell, String word, boolean isCommand) {
    var found = new TreeSet<String>();
    Files files = shell.task().files();
    if (isCommand && !word.contains("/")) {
      shell.commandNames().stream().filter(name -> name.startsWith(word)).forEach(found::add);
      for (String directory : String.valueOf(shell.value("PATH")).split(":", -1)) {
        names(files, directory).stream().filter(name -> name.startsWith(word)).forEach(found::add);
      }
      return List.copyOf(found);
    }
    int slash = word.lastIndexOf('/');
    String directory = slash < 0 ? "." : slash == 0 ? "/" : word.substring(0, slash);
    String home = shell.value("HOME");
    String real =
        directory.startsWith("~") && home != null ? home + directory.substring(1) : directory;
    String base = slash < 0 ? "" : word.substring(0, slash + 1);
    String begun = word.substring(slash + 1);
    for (String name : names(files, real)) {
      if (name.startsWith(begun) && (!name.startsWith(".") || begun.startsWith("."))) {
        found.add(base + name + (files.isDirectory(Paths.child(real, name)) ? "/" : ""));
      }
    }
    return new ArrayList<>(found);
  }

  private static List<String> names(Files files, String directory) {
    try {
      return files.list(directory);
    } catch (Fault _) {
      return List.of(); // nothing is offered of what cannot be read
    }
  }

  /** What all begin with. */
  static String common(List<String> words) {
    String common = words.isEmpty() ? "" : words.getFirst();
    for (String word : words) {
      int length = 0;
      while (length < Math.min(common.length(), word.length())
          && common.charAt(length) == word.charAt(length)) {
        length++;
      }
      common = common.substring(0, length);
    }
    return common;
  }

  static String shown(String path) {
    return path.endsWith("/") ? Paths.name(path) + "/" : Paths.name(path);
  }
}
