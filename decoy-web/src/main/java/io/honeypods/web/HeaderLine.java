package io.honeypods.web;

import io.honeypods.decoy.event.Field;

/** Reads a header line a byte at a time, as leniently and as strictly as nginx does. */
final class HeaderLine {

  private enum State {
    START,
    NAME,
    BEFORE_VALUE,
    VALUE,
    LINE_FEED,
    LAST_LINE_FEED
  }

  private final Line line = new Line();
  private State state = State.START;
  private int nameEnd;
  private int valueStart;
  private int valueEnd;
  private boolean ordinary = true;

  /** Takes the next byte. */
  Progress accept(byte b) {
    int ch = Byte.toUnsignedInt(b);
    line.add(b);
    return switch (state) {
      case START -> start(ch);
      case NAME -> name(ch);
      case BEFORE_VALUE -> beforeValue(ch);
      case VALUE -> value(ch);
      case LINE_FEED ->
          switch (ch) {
            case '\n' -> Progress.LINE;
            case '\r' -> Progress.MORE;
            default -> Progress.BAD;
          };
      case LAST_LINE_FEED -> ch == '\n' ? Progress.END : Progress.BAD;
    };
  }

  int length() {
    return line.length();
  }

  Field field() {
    return new Field(line.text(0, nameEnd), line.text(valueStart, valueEnd));
  }

  /** Whether nginx heeds it: only letters, digits and hyphens in its name. */
  boolean isOrdinary() {
    return ordinary;
  }

  void clear() {
    line.clear();
    state = State.START;
    nameEnd = 0;
    valueStart = 0;
    valueEnd = 0;
    ordinary = true;
  }

  private Progress start(int ch) {
    return switch (ch) {
      case '\r' -> to(State.LAST_LINE_FEED);
      case '\n' -> Progress.END;
      case ':' -> Progress.BAD;
      default -> name(ch);
    };
  }

  private Progress name(int ch) {
    return switch (ch) {
      case ':' -> endName(State.BEFORE_VALUE);
      case '\r' -> endName(State.LINE_FEED);
      case '\n' -> {
        endName(State.LINE_FEED);
        yield Progress.LINE;
      }
      default -> {
        ordinary &= isNameCharacter(ch);
        yield ch <= 0x20 || ch == 0x7f ? Progress.BAD : to(State.NAME);
      }
    };
  }

  private Progress beforeValue(int ch) {
    if (ch == ' ') {
      return Progress.MORE;
    }
    valueStart = line.length() - 1;
    valueEnd = valueStart;
    return value(ch);
  }

  private Progress value(int ch) {
    return switch (ch) {
      case '\r' -> to(State.LINE_FEED);
      case '\n' -> Progress.LINE;
      case 0 -> Progress.BAD;
      case ' ' -> to(State.VALUE);
      default -> {
        valueEnd = line.length();
        yield to(State.VALUE);
      }
    };
  }

  private Progress endName(State next) {
    nameEnd = line.length() - 1;
    valueStart = nameEnd;
    valueEnd = nameEnd;
    return to(next);
  }

  private Progress to(State next) {
    state = next;
    return Progress.MORE;
  }

  private static boolean isNameCharacter(int ch) {
    int lower = ch | 0x20;
    return (lower >= 'a' && lower <= 'z') || (ch >= '0' && ch <= '9') || ch == '-';
  }
}
