package io.honeypods.ssh.command;

import io.honeypods.ssh.host.CharacterClass;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A set of characters as {@code tr} is given one: ranges, classes, escapes and repeats. */
final class TrSet {
  private static final int SIZE = 256;

  private final Task task;
  private final String text;
  private final StringBuilder characters = new StringBuilder();
  private int at;
  private int filler = -1;

  private TrSet(Task task, String text) {
    this.task = task;
    this.text = text;
  }

  /** The characters of a set, in order; a repeat without a count makes it as long as asked for. */
  static String of(Task task, String text, int length) {
    var set = new TrSet(task, text);
    while (set.at < text.length()) {
      set.item();
    }
    if (set.filler >= 0) {
      String more = set.characters.substring(set.filler, set.filler + 1);
      set.characters.insert(set.filler, more.repeat(Math.max(0, length - set.characters.length())));
    }
    return set.characters.toString();
  }

  /** All characters that a set has not. */
  static String complement(String set) {
    var out = new StringBuilder();
    for (char c = 0; c < SIZE; c++) {
      if (set.indexOf(c) < 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void item() {
    if (named() || repeated()) {
      return;
    }
    int from = at;
    char low = one();
    if (at + 1 >= text.length() || text.charAt(at) != '-') {
      characters.append(low);
      return;
    }
    at++;
    char high = one();
    if (low > high) {
      task.fail(
          1,
          "range-endpoints of '"
              + text.substring(from, at)
              + "' are in reverse collating sequence order");
      throw new Exit(1);
    }
    for (char c = low; c <= high; c++) {
      characters.append(c);
    }
  }

  private boolean named() {
    int close = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
    if (close < 0) {
      return false;
    }
    String name = text.substring(at + 2, close);
    IntPredicate test = CharacterClass.of(name);
    int before = characters.length();
    for (char c = 0; c < SIZE; c++) {
      characters.append(test.test(c) ? String.valueOf(c) : "");
    }
    if (characters.length() == before) {
      task.fail(1, "invalid character class '" + name + "'");
      throw new Exit(1);
    }
    at = close + 2;
    return true;
  }

  /** {@code [x*]} and {@code [x*3]}. */
  private boolean repeated() {
    if (text.charAt(at) != '[' || at + 3 >= text.length()) {
      return false;
    }
    int before = at++;
    char c = one();
    int close = text.indexOf(']', at);
    if (at >= text.length() || text.charAt(at) != '*' || close < 0) {
      at = before;
      return false;
    }
    Integer count = count(text.substring(at + 1, close));
    if (count == null) {
      at = before;
      return false;
    }
    filler = count == 0 ? characters.length() : filler;
    characters.append(String.valueOf(c).repeat(Math.max(1, count)));
    at = close + 1;
    return true;
  }

  private static @Nullable Integer count(String digits) {
    return digits.isEmpty()
        ? Integer.valueOf(0)
        : digits.matches("[0-9]{1,4}")
            ? Integer.valueOf(digits, digits.startsWith("0") ? 8 : 10)
            : null;
  }

  private char one() {
    char c = text.charAt(at++);
    if (c != '\\' || at >= text.length()) {
      return c;
    }
    char letter = text.charAt(at++);
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'v' -> '\u000b';
      default -> letter >= '0' && letter <= '7' ? octal(letter - '0') : letter;
    };
  }

  private char octal(int first) {
    int value = first;
    for (int i = 0; i < 2 && at < text.length(); i++) {
      int digit = Character.digit(text.charAt(at), 8);
      if (digit < 0 || value * 8 + digit >= SIZE) {
        break;
      }
      value = value * 8 + digit;
      at++;
    }
    return (char) value;
  }
}
