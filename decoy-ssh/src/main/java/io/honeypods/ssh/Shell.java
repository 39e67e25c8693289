package io.honeypods.ssh;

import java.util.HashMap;
import java.util.Map;

/** A login shell of a user: runs lines and remembers what they changed. */
final class Shell {
  private static final int MAX_OUTPUT = 256 * 1024;
  private static final int MAX_VARIABLES = 200;

  private final Host host;
  private final String user;
  private final FileTree files;
  private final Commands commands;
  private final Map<String, String> variables = new HashMap<>();
  private String directory;
  private int status;
  private boolean exited;

  Shell(Host host, String user) {
    this.host = host;
    this.user = user;
    this.files = FileTree.load(host.facts(isRoot() ? "debian" : user));
    this.directory = home();
    this.commands = new Commands(this, host, files);
    variables.putAll(
        Map.of(
            "HOME", home(),
            "USER", user,
            "LOGNAME", user,
            "SHELL", "/bin/bash",
            "PATH", "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games",
            "KUBERNETES_SERVICE_HOST", "10.96.0.1",
            "KUBERNETES_SERVICE_PORT", "443"));
  }

  /** What a line wrote. */
  record Result(String out, String err) {}

  String prompt() {
    String home = home();
    String shown =
        directory.startsWith(home) ? "~" + directory.substring(home.length()) : directory;
    return user + "@" + host.name() + ":" + shown + (isRoot() ? "# " : "$ ");
  }

  int status() {
    return status;
  }

  boolean hasExited() {
    return exited;
  }

  String user() {
    return user;
  }

  boolean isRoot() {
    return user.equals("root");
  }

  String home() {
    return isRoot() ? "/root" : "/home/" + user;
  }

  String directory() {
    return directory;
  }

  void enter(String path) {
    directory = path;
  }

  void exit(int with) {
    exited = true;
    status = with;
  }

  Map<String, String> variables() {
    return variables;
  }

  Result run(String line) {
    var out = new StringBuilder();
    var err = new StringBuilder();
    try {
      String piped = "";
      var rest = new CommandLine(line, this::variable);
      for (CommandLine.Item item = rest.next(); item != null && !exited; item = rest.next()) {
        if (!isDue(item.link())) {
          continue;
        }
        Commands.Output output = obey(item, item.link() == CommandLine.Link.PIPE ? piped : "");
        append(err, item.silent() ? "" : output.err());
        String text = store(item, output.out(), err);
        piped = item.feeds() ? text : "";
        append(out, item.feeds() ? "" : text);
      }
    } catch (MalformedException e) {
      status = 2;
      append(err, e.getMessage() + "\n");
    }
    return new Result(out.toString(), err.toString());
  }

  private String variable(String name) {
    return name.equals("?") ? String.valueOf(status) : variables.getOrDefault(name, "");
  }

  private boolean isDue(CommandLine.Link link) {
    return switch (link) {
      case ALWAYS, PIPE -> true;
      case AND -> status == 0;
      case OR -> status != 0;
    };
  }

  private Commands.Output obey(CommandLine.Item item, String input) {
    String first = item.words().getFirst();
    int equals = first.indexOf('=');
    if (equals > 0 && item.words().size() == 1 && variables.size() < MAX_VARIABLES) {
      variables.put(first.substring(0, equals), first.substring(equals + 1));
      status = 0;
      return new Commands.Output("", "", 0);
    }
    Commands.Output output = commands.run(item.words(), input);
    status = exited ? status : output.status();
    return output;
  }

  /** Writes to a file what goes there, and returns what does not. */
  private String store(CommandLine.Item item, String text, StringBuilder err) {
    if (item.target().isEmpty()) {
      return text;
    }
    String path = FileTree.resolve(directory, item.target());
    if (!path.startsWith("/dev/")) {
      String before = files.read(path);
      if (!files.write(path, item.appends() && before != null ? before + text : text)) {
        append(err, "-bash: " + item.target() + ": No space left on device\n");
        status = 1;
      }
    }
    return "";
  }

  private static void append(StringBuilder to, String text) {
    to.append(text, 0, Math.min(text.length(), Math.max(0, MAX_OUTPUT - to.length())));
  }
}
