package io.honeypods.ssh.host;

import java.util.function.IntPredicate;

/** {@code [:alpha:]} and its like over ASCII. */
public final class CharacterClass {
  private CharacterClass() {}

  /** The characters of a class by its name; none for a name that is no class. */
  public static IntPredicate of(String name) {
    return switch (name) {
      case "alpha" -> CharacterClass::isLetter;
      case "digit" -> c -> c >= '0' && c <= '9';
      case "alnum" -> c -> isLetter(c) || (c >= '0' && c <= '9');
      case "upper" -> c -> c >= 'A' && c <= 'Z';
      case "lower" -> c -> c >= 'a' && c <= 'z';
      case "space" -> c -> c == ' ' || (c >= '\t' && c <= '\r');
      case "blank" -> c -> c == ' ' || c == '\t';
      case "punct" -> c -> c > ' ' && c < 127 && !isLetter(c) && !(c >= '0' && c <= '9');
      case "xdigit" -> c -> c < 128 && Character.digit(c, 16) >= 0;
      case "print" -> c -> c >= ' ' && c < 127;
      case "graph" -> c -> c > ' ' && c < 127;
      case "cntrl" -> c -> c < ' ' || c == 127;
      default -> _ -> false;
    };
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
