package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.User;
import java.util.List;
import java.util.stream.Stream;

/** {@code compgen}: all names of a kind that begin with a word. */
final class Compgen {
  private Compgen() {}

  static int run(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    String kind = "";
    String word = "";
    String words = "";
    for (int i = 1; i < argv.size(); i++) {
      String each = argv.get(i);
      boolean valued = each.equals("-A") || each.equals("-W");
      String value = valued && i + 1 < argv.size() ? argv.get(++i) : "";
      words = each.equals("-W") ? value : words;
      kind = each.startsWith("-") ? (valued ? value : each) : kind;
      word = each.startsWith("-") ? word : each;
    }
    String begun = word;
    List<String> found =
        names(shell, kind, begun, words).filter(name -> name.startsWith(begun)).toList();
    found.forEach(name -> shell.task().out(name + "\n"));
    return found.isEmpty() ? 1 : 0;
  }

  private static Stream<String> names(Shell shell, String kind, String word, String words) {
    return switch (kind) {
      case "-c", "command" ->
          Stream.concat(
              NameBuiltins.KEYWORDS.stream().sorted(), Completion.of(shell, word, true).stream());
      case "-b", "builtin" -> Builtins.names().stream();
      case "-k", "keyword" -> NameBuiltins.KEYWORDS.stream().sorted();
      case "-a", "alias" -> shell.aliases().keySet().stream();
      case "-A", "function" -> shell.functions().keySet().stream().sorted();
      case "-v", "variable" -> shell.variables().all().keySet().stream();
      case "-e", "export" -> shell.variables().environment().keySet().stream();
      case "-u", "user" -> shell.task().accounts().users().stream().map(User::name);
      case "-g", "group" -> shell.task().accounts().groups().stream().map(group -> group.name());
      case "-f", "file", "-d", "directory" -> Completion.of(shell, word, false).stream();
      default -> Stream.of(words.strip().split("[ \t\n]+", -1));
    };
  }
}
