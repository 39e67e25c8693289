package io.honeypods.ssh;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The programs of the host, as far as they are there. */
final class Commands {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM d hh:mm:ss a 'UTC' yyyy", Locale.US);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.US);

  private final Shell shell;
  private final Host host;
  private final FileTree files;

  Commands(Shell shell, Host host, FileTree files) {
    this.shell = shell;
    this.host = host;
    this.files = files;
  }

  /** What a program wrote, and how it ended. */
  record Output(String out, String err, int status) {}

  /** Runs a program by its name and arguments. */
  Output run(List<String> words, String input) {
    String name = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
    List<String> operands = words.stream().skip(1).filter(each -> !each.startsWith("-")).toList();
    String options = options(words);
    return switch (name) {
      case "true", ":", "export", "unset", "sleep", "chmod", "chown", "touch", "sync", "history" ->
          said("");
      case "false" -> new Output("", "", 1);
      case "exit", "logout" -> leave(operands);
      case "echo" -> echo(words);
      case "printf" -> said(unescape(String.join(" ", operands)));
      case "cd" -> cd(operands);
      case "pwd" -> said(shell.directory() + "\n");
      case "whoami" -> said(shell.user() + "\n");
      case "id" -> said(options.contains("u") ? (shell.isRoot() ? "0\n" : "1000\n") : id());
      case "hostname" -> said((options.contains("I") ? host.address() + " " : host.name()) + "\n");
      case "uname" -> said(uname(options));
      case "nproc" -> said("2\n");
      case "arch" -> said("x86_64\n");
      case "date" -> said(DATE.format(now().atOffset(ZoneOffset.UTC)) + "\n");
      case "uptime" -> said(uptime());
      case "env", "printenv" -> said(environment());
      case "ls" -> ls(operands, options);
      case "cat" -> cat(operands, input);
      case "grep" -> grep(operands, options, input);
      case "head", "tail" -> cut(name, words, operands, input);
      case "wc" -> said(input.lines().count() + "\n");
      case "mkdir" -> mkdir(operands);
      case "rm" -> rm(operands, options);
      case "which" -> new Output("", "", 1);
      case "sudo", "su" -> new Output("", denied(name), 1);
      case "wget", "curl", "ping" -> unreachable(name, operands);
      default -> new Output("", "-bash: " + words.getFirst() + ": command not found\n", 127);
    };
  }

  private static Output said(String out) {
    return new Output(out, "", 0);
  }

  private static String options(List<String> words) {
    return words.stream()
        .skip(1)
        .filter(each -> each.startsWith("-"))
        .map(each -> each.substring(1))
        .collect(Collectors.joining());
  }

  private Instant now() {
    return host.clock().instant();
  }

  private Output leave(List<String> operands) {
    int status = shell.status();
    if (!operands.isEmpty() && operands.getFirst().matches("\\d{1,9}")) {
      status = Integer.parseInt(operands.getFirst()) & 0xff;
    }
    shell.exit(status);
    return new Output("", "", status);
  }

  private static Output echo(List<String> words) {
    int first = 1;
    boolean bare = false;
    boolean escapes = false;
    while (first < words.size() && words.get(first).matches("-[neE]+")) {
      bare |= words.get(first).contains("n");
      escapes |= words.get(first).contains("e");
      first++;
    }
    String text = String.join(" ", words.subList(first, words.size()));
    return said((escapes ? unescape(text) : text) + (bare ? "" : "\n"));
  }

  /** Backslashes as {@code echo -e} and {@code printf} read them. */
  private static String unescape(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'x' -> {
          int end = i + 1;
          while (end < text.length() && end < i + 3 && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
          }
          if (end > i + 1) {
            out.append((char) Integer.parseInt(text.substring(i + 1, end), 16));
            i = end - 1;
          } else {
            out.append("\\x");
          }
        }
        case '\\' -> out.append('\\');
        default -> out.append(c).append(next);
      }
    }
    return out.toString();
  }

  private Output cd(List<String> operands) {
    String given = operands.isEmpty() ? "~" : operands.getFirst();
    String path = resolve(given);
    if (files.isDirectory(path)) {
      shell.enter(path);
      return said("");
    }
    String why = files.read(path) == null ? "No such file or directory" : "Not a directory";
    return new Output("", "-bash: cd: " + given + ": " + why + "\n", 1);
  }

  private String resolve(String given) {
    String path =
        given.equals("~") || given.startsWith("~/") ? shell.home() + given.substring(1) : given;
    return FileTree.resolve(shell.directory(), path);
  }

  private String id() {
    String user = shell.user();
    return shell.isRoot()
        ? "uid=0(root) gid=0(root) groups=0(root)\n"
        : "uid=1000(%s) gid=1000(%s) groups=1000(%s)\n".formatted(user, user, user);
  }

  private String uname(String options) {
    if (options.contains("a")) {
      return "Linux %s %s %s x86_64 GNU/Linux\n"
          .formatted(host.name(), host.kernel(), host.build());
    }
    var parts = new StringBuilder();
    part(parts, options.isEmpty() || options.contains("s"), "Linux");
    part(parts, options.contains("n"), host.name());
    part(parts, options.contains("r"), host.kernel());
    part(parts, options.contains("v"), host.build());
    part(parts, options.contains("m"), "x86_64");
    part(parts, options.contains("o"), "GNU/Linux");
    return parts.append('\n').toString();
  }

  private static void part(StringBuilder parts, boolean wanted, String text) {
    if (wanted) {
      parts.append(parts.isEmpty() ? "" : " ").append(text);
    }
  }

  private String uptime() {
    Duration up = host.uptime();
    return " %s up %d days, %2d:%02d,  1 user,  load average: 0.08, 0.03, 0.01%n"
        .formatted(
            CLOCK.format(now().atOffset(ZoneOffset.UTC)),
            up.toDays(),
            up.toHoursPart(),
            up.toMinutesPart());
  }

  private String environment() {
    return shell.variables().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue() + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  private Output ls(List<String> operands, String options) {
    String given = operands.isEmpty() ? "." : operands.getFirst();
    String path = resolve(given);
    if (files.read(path) != null) {
      return said(given + "\n");
    }
    if (!files.isDirectory(path)) {
      return new Output("", "ls: cannot access '" + given + "': No such file or directory\n", 2);
    }
    return said(
        files.list(path).stream()
            .filter(name -> options.contains("a") || !name.startsWith("."))
            .map(name -> name + "\n")
            .collect(Collectors.joining()));
  }

  private Output cat(List<String> operands, String input) {
    if (operands.isEmpty()) {
      return said(input);
    }
    var out = new StringBuilder();
    var err = new StringBuilder();
    for (String given : operands) {
      String path = resolve(given);
      String text = files.read(path);
      if (text != null) {
        out.append(text);
      } else {
        err.append("cat: ").append(given);
        err.append(
            files.isDirectory(path) ? ": Is a directory\n" : ": No such file or directory\n");
      }
    }
    return new Output(out.toString(), err.toString(), err.isEmpty() ? 0 : 1);
  }

  private Output grep(List<String> operands, String options, String input) {
    if (operands.isEmpty()) {
      return new Output("", "Usage: grep [OPTION]... PATTERNS [FILE]...\n", 2);
    }
    Output text = operands.size() > 1 ? cat(operands.subList(1, operands.size()), "") : said(input);
    boolean folds = options.contains("i");
    String wanted = fold(operands.getFirst(), folds);
    List<String> lines =
        text.out()
            .lines()
            .filter(line -> fold(line, folds).contains(wanted) != options.contains("v"))
            .toList();
    String out =
        options.contains("c")
            ? lines.size() + "\n"
            : lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    return new Output(out, text.err().replace("cat: ", "grep: "), lines.isEmpty() ? 1 : 0);
  }

  private static String fold(String text, boolean folds) {
    return folds ? text.toLowerCase(Locale.ROOT) : text;
  }

  private Output cut(String name, List<String> words, List<String> operands, String input) {
    int count = 10;
    List<String> names = operands;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-n") && i + 1 < words.size() && words.get(i + 1).matches("\\d{1,6}")) {
        count = Integer.parseInt(words.get(i + 1));
        names = operands.subList(Math.min(1, operands.size()), operands.size());
      } else if (word.matches("-\\d{1,6}")) {
        count = Integer.parseInt(word.substring(1));
      }
    }
    Output text = cat(names, input);
    List<String> lines = text.out().lines().toList();
    int shown = Math.min(count, lines.size());
    List<String> kept =
        name.equals("head")
            ? lines.subList(0, shown)
            : lines.subList(lines.size() - shown, lines.size());
    String out = kept.stream().map(line -> line + "\n").collect(Collectors.joining());
    return new Output(out, text.err(), text.status());
  }

  private Output mkdir(List<String> operands) {
    for (String given : operands) {
      if (!files.makeDirectory(resolve(given))) {
        return new Output(
            "", "mkdir: cannot create directory '" + given + "': No space left on device\n", 1);
      }
    }
    return said("");
  }

  private Output rm(List<String> operands, String options) {
    for (String given : operands) {
      String path = resolve(given);
      if (files.isDirectory(path) && !options.contains("r")) {
        return new Output("", "rm: cannot remove '" + given + "': Is a directory\n", 1);
      }
      if (files.read(path) == null && !files.isDirectory(path) && !options.contains("f")) {
        return new Output("", "rm: cannot remove '" + given + "': No such file or directory\n", 1);
      }
      files.remove(path);
    }
    return said("");
  }

  private String denied(String name) {
    return name.equals("su")
        ? "su: Authentication failure\n"
        : "%s is not in the sudoers file.\n".formatted(shell.user());
  }

  /** As where a network policy lets nothing out: not even names can be looked up. */
  private static Output unreachable(String name, List<String> operands) {
    String target = operands.isEmpty() ? "" : operands.getLast();
    String host = target.replaceFirst("^[a-z]+://", "").replaceFirst("[/:].*$", "");
    return switch (name) {
      case "wget" -> new Output("", "wget: unable to resolve host address ‘" + host + "’\n", 4);
      case "curl" -> new Output("", "curl: (6) Could not resolve host: " + host + "\n", 6);
      default -> new Output("", "ping: " + host + ": Temporary failure in name resolution\n", 2);
    };
  }
}
