package io.honeypods.ssh.shell;

import java.util.List;

/** {@code getopts}: one option after the other. */
final class Getopts {
  private static final String WITHIN = "__within";

  private Getopts() {}

  static int getopts(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() < 3) {
      shell.task().err("getopts: usage: getopts optstring name [arg ...]\n");
      return 2;
    }
    String known = argv.get(1);
    List<String> words = argv.size() > 3 ? argv.subList(3, argv.size()) : shell.arguments();
    int at = Math.max(1, number(shell.value("OPTIND"), 1));
    int within = Math.max(1, number(shell.variables().get(WITHIN), 1));
    if (at > words.size()
        || !words.get(at - 1).matches("(?s)-[^-].*")
        || within >= words.get(at - 1).length()) {
      boolean ends = at <= words.size() && words.get(at - 1).equals("--");
      shell.assign("OPTIND", String.valueOf(ends ? at + 1 : at));
      shell.assign(argv.get(2), "?");
      return 1;
    }
    return option(shell, known, argv.get(2), words, at, within);
  }

  private static int number(@org.jspecify.annotations.Nullable String text, int fallback) {
    return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : fallback;
  }

  private static int option(
      Shell shell, String known, String name, List<String> words, int at, int within) {
    String word = words.get(at - 1);
    char letter = word.charAt(within);
    boolean silent = known.startsWith(":");
    int place = letter == ':' ? -1 : known.indexOf(letter);
    boolean takes = place >= 0 && known.startsWith(":", place + 1);
    boolean last = within + 1 >= word.length();
    String value =
        !takes
            ? ""
            : last ? (at < words.size() ? words.get(at) : null) : word.substring(within + 1);
    boolean wrong = place < 0 || value == null;
    shell.variables().unset("OPTARG");
    if (takes && value != null) {
      shell.assign("OPTARG", value);
    } else if (wrong && silent) {
      shell.assign("OPTARG", String.valueOf(letter));
    } else if (wrong) {
      shell.fail(
          1, (place < 0 ? "illegal option -- " : "option requires an argument -- ") + letter);
    }
    shell.assign(name, !wrong ? String.valueOf(letter) : value == null && silent ? ":" : "?");
    boolean over = takes || last;
    shell.assign("OPTIND", String.valueOf(over ? at + (takes && last ? 2 : 1) : at));
    shell.variables().set(WITHIN, over ? "1" : String.valueOf(within + 1));
    return 0;
  }
}
