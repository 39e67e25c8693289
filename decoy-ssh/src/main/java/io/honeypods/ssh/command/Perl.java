package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Debian;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code perl}, of which only printing is done. */
final class Perl {
  private static final int NO_SCRIPT = 2;
  private static final Pattern PRINT =
      Pattern.compile(
          "\\s*(print|say)\\s*\\(?\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,4096}+)\"|'((?:[^'\\\\]|\\\\.){0,4096}+)')\\s*\\)?\\s*;?\\s*",
          Pattern.DOTALL);

  private static final Pattern ADDRESS =
      Pattern.compile("[\"']([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?=[\"':])");
  private static final Pattern PORT = Pattern.compile("(?<![0-9.])([0-9]{2,5})(?![0-9.])");

  private Perl() {}

  static int run(Task task) {
    List<String> words = task.operands();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.matches("-[vV]|--version")) {
        return version(task);
      }
      if (word.matches("-[a-zA-Z]*[eE]")) {
        return i + 1 < words.size()
            ? print(task, words.get(i + 1))
            : complain(task, "No code specified for -" + word.charAt(word.length() - 1) + ".\n");
      }
      if (!word.startsWith("-")) {
        return script(task, word);
      }
    }
    task.readAll();
    return 0;
  }

  private static int script(Task task, String path) {
    try {
      connect(task, task.files().read(path));
      return 0;
    } catch (Fault fault) {
      return complain(task, "Can't open perl script \"" + path + "\": " + fault.text() + "\n");
    }
  }

  private static int complain(Task task, String text) {
    task.err(text);
    return NO_SCRIPT;
  }

  private static int print(Task task, String code) {
    connect(task, code);
    Matcher print = PRINT.matcher(code);
    if (print.matches()) {
      String quoted = print.group(2);
      String text = quoted == null ? print.group(3).replace("\\'", "'") : unescaped(quoted);
      task.out(text + (print.group(1).equals("say") ? "\n" : ""));
    }
    return 0;
  }

  /** Waits for the far end that a program would have connected to. */
  private static void connect(Task task, String code) {
    Matcher address = ADDRESS.matcher(code);
    if (code.contains("Socket") && address.find()) {
      Matcher port = PORT.matcher(code);
      port.region(address.end(), code.length());
      new Remote(address.group(1), port.find() ? Remote.number(port.group(1), 0) : 0).reach(task);
    }
  }

  private static String unescaped(String quoted) {
    var text = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length()) {
        char next = quoted.charAt(++i);
        text.append(
            switch (next) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              case '0' -> '\0';
              case 'e' -> '\u001b';
              default -> next;
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static int version(Task task) {
    Debian debian = task.machine().host().debian();
    String[] parts = debian.perl().split("\\.", -1);
    task.out(
        """

        This is perl %s, version %s, subversion %s (v%s) built for x86_64-linux-gnu-thread-multi
        (with %d registered patches, see perl -V for more detail)

        Copyright 1987-%d, Larry Wall

        Perl may be copied only under the terms of either the Artistic License or the
        GNU General Public License, which may be found in the Perl 5 source kit.

        Complete documentation for Perl, including FAQ lists, should be found on
        this system using "man perl" or "perldoc perl".  If you have access to the
        Internet, point your browser at https://www.perl.org/, the Perl Home Page.

        """
            .formatted(
                parts[0],
                parts[1],
                parts[2],
                debian.perl(),
                debian == Debian.BOOKWORM ? 83 : 48,
                debian == Debian.BOOKWORM ? 2022 : 2025));
    return 0;
  }
}
