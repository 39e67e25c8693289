package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is typed, echoed and edited until a line is whole. */
final class Terminal {
  private static final int MAX_LINE = 16 * 1024;
  private static final int INTERRUPT = 3;
  private static final int END = 4;
  private static final int BACKSPACE = 8;
  private static final int CLEAR = 12;
  private static final int KILL = 21;
  private static final int DELETE = 127;
  private static final int ESCAPE = 27;

  private final boolean echoes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean atEnd;
  private boolean sawReturn;
  private int escape;

  Terminal() {
    this(true);
  }

  private Terminal(boolean echoes) {
    this.echoes = echoes;
  }

  /** Lines as a pipe brings them. */
  static Terminal withoutEcho() {
    return new Terminal(false);
  }

  /** Whether the end of the input was typed. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** What was typed since the last line. */
  String rest() {
    return text();
  }

  /** Takes one byte; the line where it is whole, else null. */
  @Nullable String type(int c, Consumer<String> echo) {
    return echoes ? edit(c, echo) : pipe(c);
  }

  private @Nullable String pipe(int c) {
    if (c == '\n') {
      return text();
    }
    append(c);
    return null;
  }

  private @Nullable String edit(int c, Consumer<String> echo) {
    boolean second = sawReturn && c == '\n';
    sawReturn = c == '\r';
    if (second || skipsEscape(c)) {
      return null;
    }
    switch (c) {
      case '\r', '\n' -> {
        echo.accept("\r\n");
        return text();
      }
      case INTERRUPT -> {
        line.reset();
        echo.accept("^C\r\n");
        return "";
      }
      case END -> atEnd = line.size() == 0;
      case BACKSPACE, DELETE -> erase(1, echo);
      case KILL -> erase(line.size(), echo);
      case CLEAR -> echo.accept("\033[H\033[2J");
      default -> {
        if (c >= ' ') {
          append(c);
          echo.accept(String.valueOf((char) c));
        }
      }
    }
    return null;
  }

  /** Cursor keys and the like do nothing. */
  private boolean skipsEscape(int c) {
    if (escape == 0) {
      escape = c == ESCAPE ? 1 : 0;
      return escape == 1;
    }
    if (escape == 1) {
      escape = c == '[' || c == 'O' ? 2 : 0;
    } else if (c >= '@') {
      escape = 0;
    }
    return true;
  }

  private void append(int c) {
    if (line.size() < MAX_LINE) {
      line.write(c);
    }
  }

  private void erase(int count, Consumer<String> echo) {
    int erased = Math.min(count, line.size());
    byte[] kept = Arrays.copyOf(line.toByteArray(), line.size() - erased);
    line.reset();
    line.writeBytes(kept);
    echo.accept("\b \b".repeat(erased));
  }

  private String text() {
    String text = line.toString(UTF_8);
    line.reset();
    return text;
  }
}
