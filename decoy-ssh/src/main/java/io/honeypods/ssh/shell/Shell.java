package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one shell knows: its variables, functions, options, and the task it is. */
final class Shell {
  private final Task task;
  private final Specials specials;
  private final Variables variables;
  private final Map<String, Node> functions;
  private final Map<String, String> aliases;
  private final Jobs jobs;
  private final History history;
  private final Map<String, String> traps = new LinkedHashMap<>();
  private final boolean isPosix;
  private String caller;
  private String options;
  private String name;
  private List<String> arguments = List.of();
  private int status;
  private int line;
  private int depth;
  private final Set<String> settings = new HashSet<>();
  private boolean isInteractive;

  Shell(Task task, boolean isPosix, String caller) {
    this.task = task;
    this.specials = new Specials(this, task.pid());
    task.arrivals().interpret();
    this.isPosix = isPosix;
    this.caller = caller;
    this.name = caller;
    this.variables = new Variables();
    this.functions = new HashMap<>();
    this.aliases = new LinkedHashMap<>();
    this.jobs = new Jobs();
    this.history = new History();
    this.options = isPosix ? "" : "hB";
    task.environment()
        .forEach(
            (key, value) -> {
              if (Source.isName(key)) {
                variables.set(key, value);
                variables.export(key, true);
              }
            });
    if (!isPosix) {
      String[] version = task.machine().host().debian().bash().split("[.()]+", -1);
      for (int i = 0; i < 4; i++) {
        variables.set("BASH_VERSINFO", i, i < version.length ? version[i] : "1");
      }
      variables.set("BASH_VERSINFO", 4, "release");
      variables.set("BASH_VERSINFO", 5, "x86_64-pc-linux-gnu");
      String level = task.environment().getOrDefault("SHLVL", "0");
      variables.set(
          "SHLVL", level.matches("[0-9]{1,3}") ? String.valueOf(Integer.parseInt(level) + 1) : "1");
      variables.export("SHLVL", true);
    }
  }

  private Shell(Shell parent, Task task) {
    this.task = task;
    this.specials = new Specials(this, parent.specials.pid());
    task.arrivals().interpret();
    this.isPosix = parent.isPosix;
    this.caller = parent.caller;
    this.name = parent.name;
    this.variables = new Variables(parent.variables);
    this.functions = new HashMap<>(parent.functions);
    this.aliases = new LinkedHashMap<>(parent.aliases);
    this.jobs = new Jobs();
    this.history = parent.history;
    this.options = parent.options;
    this.arguments = parent.arguments;
    this.status = parent.status;
    this.line = parent.line;
    this.depth = parent.depth;
  }

  /** A copy that changes nothing here, as a fork makes it. */
  Shell fork(Task child) {
    return new Shell(this, child);
  }

  /** This shell as it runs a file: errors begin with its name. */
  Shell named(String file) {
    name = file;
    caller = file;
    return this;
  }

  Task task() {
    return task;
  }

  Variables variables() {
    return variables;
  }

  Map<String, Node> functions() {
    return functions;
  }

  Map<String, String> aliases() {
    return aliases;
  }

  Map<String, String> traps() {
    return traps;
  }

  Jobs jobs() {
    return jobs;
  }

  History history() {
    return history;
  }

  /** Whether it speaks as dash does. */
  boolean isPosix() {
    return isPosix;
  }

  boolean isInteractive() {
    return isInteractive;
  }

  void interact() {
    isInteractive = true;
    options += "im";
  }

  boolean option(char letter) {
    return options.indexOf(letter) >= 0;
  }

  String options() {
    return options;
  }

  void option(char letter, boolean on) {
    options = options.replace(String.valueOf(letter), "") + (on ? letter : "");
  }

  /** {@code $0}. */
  String name() {
    return name;
  }

  void name(String given) {
    name = given;
  }

  List<String> arguments() {
    return arguments;
  }

  void arguments(List<String> given) {
    arguments = List.copyOf(given);
  }

  int status() {
    return status;
  }

  int status(int given) {
    status = given & 0xff;
    return status;
  }

  void line(int number) {
    line = number;
  }

  /** Enters a function or a file; leaves it with -1. */
  int deepen(int by) {
    depth += by;
    return depth;
  }

  /** Whether {@code shopt} set something. */
  boolean isSet(String setting) {
    return settings.contains(setting);
  }

  Set<String> settings() {
    return settings;
  }

  /** The statuses of the last pipeline, one for each of its commands. */
  void pipeStatus(List<Integer> each) {
    if (!isPosix) {
      variables.clear("PIPESTATUS");
      for (int i = 0; i < each.size(); i++) {
        variables.set("PIPESTATUS", i, String.valueOf(each.get(i)));
      }
    }
  }

  /** The value of a variable or special parameter; null where it is unset. */
  @Nullable String value(String key) {
    return specials.value(key);
  }

  int lastLine() {
    return line;
  }

  void assign(String key, String value) {
    if (variables.isFixed(key)) {
      throw new ShellError(1, key + (isPosix ? ": is read only" : ": readonly variable"));
    }
    Variable known = variables.find(key);
    boolean counted = known != null && known.isCounted();
    variables.set(key, counted ? String.valueOf(Arithmetic.value(this, value)) : value);
    if (option('a')) {
      variables.export(key, true);
    }
  }

  /** What errors begin with. */
  String prefix() {
    if (isPosix) {
      return "%s: %d: ".formatted(caller, Math.max(1, line));
    }
    return isInteractive ? caller + ": " : caller + ": line " + Math.max(1, line) + ": ";
  }

  /** Tells of a text that is no command: a file's, or what was given to {@code eval}. */
  void complain(String command, SyntaxException problem) {
    String where = caller + ": " + command + ": line " + problem.line() + ": ";
    task.err((isPosix ? prefix() : where) + problem.text() + "\n");
  }

  int fail(int with, String text) {
    task.err(prefix() + text + "\n");
    return with;
  }

  /** Names that tab completes a command to. */
  List<String> commandNames() {
    var names = new ArrayList<String>(functions.keySet());
    names.addAll(aliases.keySet());
    names.addAll(Builtins.names());
    return names;
  }
}
