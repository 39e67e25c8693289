package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Paths;

/** What a shell shows when it waits for a command. */
final class Prompt {
  private Prompt() {}

  /** Text of {@code PS1}, with what must not be counted between \u0001 and \u0002. */
  static String of(Shell shell, Interpreter interpreter, String format) {
    var text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '\\' || i + 1 >= format.length()) {
        text.append(c);
      } else {
        char letter = format.charAt(++i);
        if (letter >= '0' && letter <= '7') {
          int end = i;
          while (end < format.length()
              && end < i + 3
              && format.charAt(end) >= '0'
              && format.charAt(end) <= '7') {
            end++;
          }
          text.append((char) (Integer.parseInt(format.substring(i, end), 8) & 0xff));
          i = end - 1;
        } else {
          text.append(part(shell, letter));
        }
      }
    }
    var parts = new java.util.ArrayList<Word.Part>();
    new WordParser(new Source(text.toString()), 0).quoted(parts, "");
    return interpreter.expansion().single(new Word(parts));
  }

  private static String part(Shell shell, char letter) {
    return switch (letter) {
      case 'u' -> shell.task().user().name();
      case 'h' -> shell.task().machine().host().name().split("\\.", 2)[0];
      case 'H' -> shell.task().machine().host().name();
      case 'w' -> directory(shell);
      case 'W' -> {
        String shown = directory(shell);
        yield shown.equals("~") ? shown : Paths.name(shown);
      }
      case '$' -> shell.task().user().isRoot() ? "#" : "\\$";
      case 'n' -> "\n";
      case 'a' -> "\u0007";
      case 'e' -> "\u001b";
      case '[' -> "\u0001";
      case ']' -> "\u0002";
      case 's' -> shell.isPosix() ? "sh" : "bash";
      case 'v' -> "5.2";
      case 't' -> shell.task().machine().now().toString().substring(11, 19);
      case '\\' -> "\\\\";
      default -> "\\" + letter;
    };
  }

  private static String directory(Shell shell) {
    String home = shell.value("HOME");
    String at = shell.task().directory();
    if (home != null && (at.equals(home) || at.startsWith(home + "/"))) {
      return "~" + at.substring(home.length());
    }
    return at;
  }
}
