package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script of {@code sed} as it runs over lines: its two spaces and what it writes. */
final class SedRun {
  private final Task task;
  private final List<SedCommand> script;
  private final boolean quiet;
  private final SedLines lines;
  private final SedRanges ranges = new SedRanges();
  private final StringBuilder behind = new StringBuilder();
  private final SedWriter writer;
  private String space = "";
  private String hold = "";
  private boolean replaced;
  private int status;
  private boolean ends;

  SedRun(Task task, List<SedCommand> script, boolean quiet, SedLines lines, SedWriter writer) {
    this.task = task;
    this.script = script;
    this.quiet = quiet;
    this.lines = lines;
    this.writer = writer;
  }

  /** What becomes of a line once a command is done. */
  private enum Flow {
    ON,
    NEXT_LINE,
    AGAIN,
    QUIT,
    QUIT_SILENT
  }

  /** Runs over all lines; the exit status. */
  int run() {
    String line = lines.next();
    while (line != null && !ends) {
      space = line;
      Flow flow = cycle();
      while (flow == Flow.AGAIN) {
        flow = cycle();
      }
      line = ends ? null : lines.next();
    }
    return status;
  }

  private Flow cycle() {
    replaced = false;
    Flow flow = commands();
    if (!quiet && (flow == Flow.ON || flow == Flow.QUIT)) {
      print(space);
    }
    writer.plain(behind.toString());
    behind.setLength(0);
    ends |= flow == Flow.QUIT || flow == Flow.QUIT_SILENT;
    return flow;
  }

  private Flow commands() {
    int at = 0;
    while (at < script.size()) {
      SedCommand command = script.get(at++);
      task.work(16 + space.length() / 4);
      boolean applies = ranges.holds(command, lines, space);
      if (command.name() == '{') {
        at = applies ? at : command.jump();
      } else if (applies) {
        if (jumps(command)) {
          at = command.jump();
        } else {
          Flow flow = one(command);
          if (flow != Flow.ON) {
            return flow;
          }
        }
      }
    }
    return Flow.ON;
  }

  private boolean jumps(SedCommand command) {
    boolean does =
        switch (command.name()) {
          case 'b' -> true;
          case 't' -> replaced;
          case 'T' -> !replaced;
          default -> false;
        };
    replaced &= command.name() != 't' && command.name() != 'T';
    return does;
  }

  private Flow one(SedCommand command) {
    switch (command.name()) {
      case 's' -> substitute(command.substitution());
      case 'y' ->
          space = command.translation() == null ? space : command.translation().apply(space);
      case 'p' -> print(space);
      case 'P' -> print(firstLine());
      case '=' -> writer.plain(lines.number() + "\n");
      case 'l' -> writer.plain(SedText.visible(space));
      case 'F' -> writer.plain(lines.file() + "\n");
      case 'h' -> hold = space;
      case 'H' -> hold = bounded(hold + "\n" + space);
      case 'g' -> space = hold;
      case 'G' -> space = bounded(space + "\n" + hold);
      case 'x' -> {
        String held = hold;
        hold = space;
        space = held;
      }
      case 'z' -> space = "";
      case 'i' -> writer.plain(command.text() + "\n");
      case 'a' -> behind.append(command.text()).append('\n');
      case 'r' -> behind.append(content(command.text()));
      case 'w' -> writer.file(command.text(), space + "\n");
      default -> {
        return flow(command);
      }
    }
    return Flow.ON;
  }

  private Flow flow(SedCommand command) {
    return switch (command.name()) {
      case 'd' -> Flow.NEXT_LINE;
      case 'D' -> shorten();
      case 'c' -> change(command);
      case 'n' -> next();
      case 'N' -> append();
      case 'q', 'Q' -> {
        status = Integer.parseInt(command.text()) & 0xff;
        yield command.name() == 'q' ? Flow.QUIT : Flow.QUIT_SILENT;
      }
      default -> Flow.ON;
    };
  }

  private Flow shorten() {
    int end = space.indexOf('\n');
    space = end < 0 ? space : space.substring(end + 1);
    return end < 0 ? Flow.NEXT_LINE : Flow.AGAIN;
  }

  private Flow change(SedCommand command) {
    if (command.to() == null || command.negated() || ranges.isLast(command)) {
      writer.plain(command.text() + "\n");
    }
    return Flow.NEXT_LINE;
  }

  private Flow next() {
    if (lines.isLast()) {
      return Flow.QUIT;
    }
    if (!quiet) {
      print(space);
    }
    writer.plain(behind.toString());
    behind.setLength(0);
    String line = lines.next();
    space = line == null ? "" : line;
    return Flow.ON;
  }

  private Flow append() {
    String line = lines.next();
    if (line == null) {
      return Flow.QUIT;
    }
    space = bounded(space + "\n" + line);
    return Flow.ON;
  }

  private String bounded(String text) {
    task.machine().requireMemory(text.length());
    return text;
  }

  private String firstLine() {
    int end = space.indexOf('\n');
    return end < 0 ? space : space.substring(0, end);
  }

  private void print(String text) {
    writer.line(text, lines.isEnded());
  }

  private String content(String path) {
    try {
      return task.files().read(path);
    } catch (Fault _) {
      return ""; // as if it were empty
    }
  }

  private void substitute(@Nullable SedSubstitution what) {
    if (what == null) {
      return;
    }
    Pattern pattern = ranges.used(what.pattern());
    if (pattern == null) {
      task.err("sed: no previous regular expression\n");
      throw new Exit(1);
    }
    String made = what.apply(Regex.affordable(task, pattern, space), space);
    if (made != null) {
      space = bounded(made);
      replaced = true;
      if (what.prints()) {
        print(space);
      }
      if (!what.file().isEmpty()) {
        writer.file(what.file(), space + "\n");
      }
    }
  }
}
