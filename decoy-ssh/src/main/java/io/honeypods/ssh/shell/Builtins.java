package io.honeypods.ssh.shell;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All commands that shells do themselves: one line each. */
final class Builtins {
  private static final Map<String, Builtin> TABLE = new TreeMap<>();
  private static final Set<String> BASH_ONLY =
      Set.of(
          "declare",
          "typeset",
          "let",
          "shopt",
          "source",
          "pushd",
          "popd",
          "dirs",
          "disown",
          "builtin",
          "enable",
          "help",
          "history",
          "logout",
          "mapfile",
          "readarray",
          "suspend",
          "complete",
          "compgen",
          "caller",
          "bind");

  static {
    TABLE.put(":", (_, _) -> 0);
    TABLE.put("true", (_, _) -> 0);
    TABLE.put("false", (_, _) -> 1);
    TABLE.put(".", FlowBuiltins::source);
    TABLE.put("source", FlowBuiltins::source);
    TABLE.put("eval", FlowBuiltins::eval);
    TABLE.put("exec", FlowBuiltins::exec);
    TABLE.put("exit", FlowBuiltins::exit);
    TABLE.put("logout", FlowBuiltins::exit);
    TABLE.put("return", FlowBuiltins::giveBack);
    TABLE.put("break", FlowBuiltins::leave);
    TABLE.put("continue", FlowBuiltins::leave);
    TABLE.put("command", NameBuiltins::command);
    TABLE.put("builtin", NameBuiltins::builtin);
    TABLE.put("type", NameBuiltins::type);
    TABLE.put("trap", TrapBuiltins::trap);
    TABLE.put("cd", PlaceBuiltins::cd);
    TABLE.put("pwd", PlaceBuiltins::pwd);
    TABLE.put("pushd", PlaceBuiltins::pushd);
    TABLE.put("popd", PlaceBuiltins::popd);
    TABLE.put("dirs", PlaceBuiltins::dirs);
    TABLE.put("umask", PlaceBuiltins::umask);
    TABLE.put("ulimit", PlaceBuiltins::ulimit);
    TABLE.put("times", (i, _) -> write(i, "0m0.012s 0m0.004s\n0m0.021s 0m0.009s\n"));
    TABLE.put("hash", (_, _) -> 0);
    TABLE.put("enable", (_, _) -> 0);
    TABLE.put("complete", (_, _) -> 0);
    TABLE.put("compgen", Compgen::run);
    TABLE.put("caller", (_, _) -> 1);
    TABLE.put("bind", (i, _) -> i.shell().fail(0, "bind: warning: line editing not enabled"));
    TABLE.put("suspend", (_, _) -> 0);
    TABLE.put("echo", TextBuiltins::echo);
    TABLE.put("printf", TextBuiltins::printf);
    TABLE.put("read", (i, argv) -> new Read(i.shell()).run(argv));
    TABLE.put("mapfile", TextBuiltins::mapfile);
    TABLE.put("readarray", TextBuiltins::mapfile);
    TABLE.put("history", HelpBuiltins::history);
    TABLE.put("help", HelpBuiltins::help);
    TABLE.put("test", (i, argv) -> new Conditions(i.shell(), i.expansion()).test(argv));
    TABLE.put("[", (i, argv) -> new Conditions(i.shell(), i.expansion()).test(argv));
    TABLE.put("export", VariableBuiltins::export);
    TABLE.put("readonly", VariableBuiltins::readonly);
    TABLE.put("declare", DeclareBuiltins::declare);
    TABLE.put("typeset", DeclareBuiltins::declare);
    TABLE.put("local", DeclareBuiltins::declare);
    TABLE.put("unset", VariableBuiltins::unset);
    TABLE.put("set", OptionBuiltins::set);
    TABLE.put("shift", OptionBuiltins::shift);
    TABLE.put("shopt", OptionBuiltins::shopt);
    TABLE.put("getopts", Getopts::getopts);
    TABLE.put("let", VariableBuiltins::let);
    TABLE.put("alias", AliasBuiltins::alias);
    TABLE.put("unalias", AliasBuiltins::unalias);
    TABLE.put("jobs", JobBuiltins::jobs);
    TABLE.put("wait", JobBuiltins::await);
    TABLE.put("fg", JobBuiltins::foreground);
    TABLE.put("bg", JobBuiltins::background);
    TABLE.put("disown", JobBuiltins::disown);
    TABLE.put("kill", JobBuiltins::kill);
  }

  private Builtins() {}

  static @Nullable Builtin find(String name, boolean isPosix) {
    return isPosix && BASH_ONLY.contains(name) ? null : TABLE.get(name);
  }

  static Set<String> names() {
    return TABLE.keySet();
  }

  static int write(Interpreter interpreter, String text) {
    interpreter.shell().task().out(text);
    return 0;
  }
}
