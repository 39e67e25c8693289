package io.honeypods.ssh.shell;

import java.util.Map;
import java.util.TreeMap;

/** The long names of what {@code set} turns on and off, and the letters that they are kept by. */
final class SetOptions {
  /** Stands for {@code pipefail}, which has no letter. */
  static final char PIPE_FAIL = '|';

  private static final char NONE = ' ';
  private static final String ORDER = "abefhikmnprtuvxBCEHTcs";
  private static final Map<String, Character> LETTERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("allexport", 'a'),
              Map.entry("braceexpand", 'B'),
              Map.entry("emacs", NONE),
              Map.entry("errexit", 'e'),
              Map.entry("errtrace", 'E'),
              Map.entry("functrace", 'T'),
              Map.entry("hashall", 'h'),
              Map.entry("histexpand", 'H'),
              Map.entry("history", NONE),
              Map.entry("ignoreeof", NONE),
              Map.entry("interactive-comments", NONE),
              Map.entry("keyword", 'k'),
              Map.entry("monitor", 'm'),
              Map.entry("noclobber", 'C'),
              Map.entry("noexec", 'n'),
              Map.entry("noglob", 'f'),
              Map.entry("nolog", NONE),
              Map.entry("notify", 'b'),
              Map.entry("nounset", 'u'),
              Map.entry("onecmd", 't'),
              Map.entry("physical", NONE),
              Map.entry("pipefail", PIPE_FAIL),
              Map.entry("posix", NONE),
              Map.entry("privileged", 'p'),
              Map.entry("verbose", 'v'),
              Map.entry("vi", NONE),
              Map.entry("xtrace", 'x')));

  private SetOptions() {}

  static boolean isKnown(String name) {
    return LETTERS.containsKey(name);
  }

  static void turn(Shell shell, String name, boolean on) {
    char letter = LETTERS.getOrDefault(name, NONE);
    if (letter != NONE) {
      shell.option(letter, on);
    }
  }

  /** {@code $-}. */
  static String letters(Shell shell) {
    var text = new StringBuilder();
    ORDER
        .chars()
        .filter(letter -> shell.option((char) letter) || (letter == 's' && shell.isInteractive()))
        .forEach(letter -> text.append((char) letter));
    return text.toString();
  }

  /** What {@code set -o} tells. */
  static String list(Shell shell) {
    var text = new StringBuilder();
    LETTERS.forEach(
        (name, letter) ->
            text.append("%-15s\t%s%n".formatted(name, isOn(shell, name, letter) ? "on" : "off")));
    return text.toString();
  }

  private static boolean isOn(Shell shell, String name, char letter) {
    return switch (name) {
      case "interactive-comments" -> true;
      case "emacs", "history" -> shell.isInteractive();
      default -> letter != NONE && shell.option(letter);
    };
  }
}
