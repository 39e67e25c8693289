package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import io.honeypods.ssh.command.SedAddress.Kind;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a script of {@code sed}. */
final class SedReader {
  private static final int PANIC = 4;
  private static final int MAX_COMMANDS = 2000;
  private static final String PLAIN = "dDgGhHnNpPxzF=";

  private final Task task;
  private final SedSource source;
  private final List<SedCommand> script = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Deque<Integer> blocks = new ArrayDeque<>();

  SedReader(Task task, boolean extended, String text) {
    this.task = task;
    this.source = new SedSource(task, extended, text);
  }

  List<SedCommand> read() {
    while (!source.isAtEnd()) {
      char c = source.peek();
      if (c == ' ' || c == '\t' || c == '\n' || c == ';') {
        source.next();
      } else if (c == '#') {
        source.line();
      } else if (script.size() < MAX_COMMANDS) {
        command();
      } else {
        throw source.error("too many commands");
      }
    }
    if (!blocks.isEmpty()) {
      task.err("sed: -e expression #1, char 0: unmatched `{'\n");
      throw new Exit(1);
    }
    script.replaceAll(this::resolved);
    return script;
  }

  private SedCommand resolved(SedCommand command) {
    if ("btT".indexOf(command.name()) < 0) {
      return command;
    }
    Integer target =
        command.text().isEmpty() ? Integer.valueOf(script.size()) : labels.get(command.text());
    if (target == null) {
      task.err("sed: can't find label for jump to `" + command.text() + "'\n");
      throw new Exit(PANIC);
    }
    return command.to(target);
  }

  private void command() {
    SedAddress from = address(false);
    SedAddress to = null;
    source.blanks();
    if (from != null && source.take(',')) {
      source.blanks();
      to = address(true);
      if (to == null) {
        source.next();
        throw source.error("unexpected `,'");
      }
    }
    source.blanks();
    boolean negated = source.take('!');
    source.blanks();
    if (source.isAtEnd()) {
      throw source.error("missing command");
    }
    char name = source.next();
    SedCommand bare = SedCommand.of(from, to, negated, name, "");
    switch (name) {
      case '{' -> {
        blocks.push(script.size());
        script.add(bare);
      }
      case '}' -> close();
      case ':' -> labels.put(label(), script.size());
      default -> {
        script.add(argued(bare));
        ended();
      }
    }
  }

  private void close() {
    if (blocks.isEmpty()) {
      throw source.error("unexpected `}'");
    }
    int open = blocks.pop();
    script.set(open, script.get(open).to(script.size()));
    ended();
  }

  private String label() {
    String label = source.label();
    if (label.isEmpty()) {
      throw source.error("\":\" lacks a label");
    }
    return label;
  }

  private SedCommand argued(SedCommand bare) {
    char name = bare.name();
    if (PLAIN.indexOf(name) >= 0) {
      return bare;
    }
    return switch (name) {
      case 's' -> bare.with(substitution());
      case 'y' -> bare.with(translation());
      case 'i', 'a', 'c' -> text(bare, source.added());
      case 'b', 't', 'T' -> text(bare, source.word());
      case 'r', 'R', 'w', 'W' -> text(bare, source.line().strip());
      case 'q', 'Q', 'l', 'L' -> {
        source.blanks();
        yield text(bare, String.valueOf(Math.max(0, source.number())));
      }
      default -> throw source.error("unknown command: `" + name + "'");
    };
  }

  private static SedCommand text(SedCommand bare, String text) {
    return SedCommand.of(bare.from(), bare.to(), bare.negated(), bare.name(), text);
  }

  private void ended() {
    source.blanks();
    char c = source.peek();
    if (!source.isAtEnd()
        && c != ';'
        && c != '\n'
        && c != '}'
        && c != '#'
        && "aicrRwW".indexOf(script.getLast().name()) < 0) {
      source.next();
      throw source.error("extra characters after command");
    }
  }

  private SedSubstitution substitution() {
    char delimiter = source.next();
    String regex = source.until(delimiter, "s");
    String replacement = source.until(delimiter, "s");
    int number = 0;
    var flags = new StringBuilder();
    String file = "";
    while (!source.isAtEnd() && " \t;\n}#".indexOf(source.peek()) < 0) {
      long digits = source.number();
      if (digits == 0) {
        throw source.error("number option to `s' command may not be zero");
      }
      if (digits > 0) {
        number = (int) digits;
      } else if (source.peek() == 'w') {
        source.next();
        file = source.line().strip();
      } else if ("gpiIemM".indexOf(source.peek()) >= 0) {
        flags.append(source.next());
      } else {
        source.next();
        throw source.error("unknown option to `s'");
      }
    }
    boolean blind = flags.indexOf("i") >= 0 || flags.indexOf("I") >= 0;
    return new SedSubstitution(
        source.pattern(regex, blind),
        replacement,
        Math.max(1, number),
        flags.indexOf("g") >= 0,
        flags.indexOf("p") >= 0,
        file);
  }

  private Translation translation() {
    char delimiter = source.next();
    String first = source.until(delimiter, "y");
    String second = source.until(delimiter, "y");
    if (first.length() != second.length()) {
      throw source.error("strings for `y' command are different lengths");
    }
    return Translation.each(first, second);
  }

  private @Nullable SedAddress address(boolean second) {
    long number = source.number();
    if (number >= 0) {
      return source.take('~')
          ? SedAddress.of(Kind.STEP, number, Math.max(0, source.number()))
          : SedAddress.of(Kind.LINE, number, 0);
    }
    if (source.take('$')) {
      return SedAddress.of(Kind.LAST, 0, 0);
    }
    if (second && (source.peek() == '+' || source.peek() == '~')) {
      Kind kind = source.next() == '+' ? Kind.MORE : Kind.MULTIPLE;
      return SedAddress.of(kind, 0, Math.max(0, source.number()));
    }
    if (source.peek() != '/' && source.peek() != '\\') {
      return null;
    }
    char delimiter = source.next() == '/' ? '/' : source.next();
    String regex = source.until(delimiter, "");
    boolean blind = source.take('I');
    Pattern pattern = source.pattern(regex, blind);
    return SedAddress.of(pattern);
  }
}
