package io.honeypods.ssh.shell;

import java.util.List;

/** The text of an expression, from which its names, numbers and operators are taken. */
final class ArithmeticText {
  /** How many levels of binary operators there are, the loosest first. */
  static final int LEVELS = 10;

  private static final List<List<String>> BINARY =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("^"),
          List.of("&"),
          List.of("==", "!="),
          List.of("<=", ">=", "<", ">"),
          List.of("<<", ">>"),
          List.of("+", "-"),
          List.of("*", "/", "%"));
  private static final List<String> ASSIGNMENTS =
      List.of("<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "=");

  private final String text;
  private int at;

  ArithmeticText(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    blanks();
    return at >= text.length();
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  /** Takes a token if it is next. */
  boolean take(String token) {
    blanks();
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  /** Takes a name; empty where there is none. */
  String name() {
    blanks();
    int start = at;
    while (at < text.length()
        && (at == start ? Source.isNameStart(text.charAt(at)) : Source.isName(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at);
  }

  long number() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '#')) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.isEmpty()) {
      throw error("syntax error: operand expected");
    }
    try {
      return Operator.literal(digits);
    } catch (NumberFormatException _) {
      at = start;
      throw error("value too great for base");
    }
  }

  /** Takes an operator that assigns; empty where there is none. */
  String assignment() {
    for (String operator : ASSIGNMENTS) {
      blanks();
      boolean compares = operator.equals("=") && text.startsWith("==", at);
      if (!compares && take(operator)) {
        return operator;
      }
    }
    return "";
  }

  /** Takes a binary operator of a level; empty where there is none. */
  String operator(int level) {
    blanks();
    for (String each : BINARY.get(level)) {
      if (text.startsWith(each, at)) {
        int end = at + each.length();
        String behind = text.substring(end, Math.min(text.length(), end + 1));
        boolean other =
            (behind.equals("=") && !each.endsWith("=") && !each.equals("<") && !each.equals(">"))
                || (behind.equals(each) && "|&<>*".contains(each));
        if (!other) {
          at = end;
          return each;
        }
      }
    }
    return "";
  }

  ShellError error(String problem) {
    String token = text.substring(at < text.length() ? at : lastToken());
    return new ShellError(1, text + ": " + problem + " (error token is \"" + token + "\")");
  }

  ShellError divisionByZero() {
    String token = text.substring(Math.max(0, at - 1)).strip();
    return new ShellError(1, text.strip() + ": division by 0 (error token is \"" + token + "\")");
  }

  /** Where the last token begins, which is what bash blames when the text has ended. */
  private int lastToken() {
    return Math.max(0, text.stripTrailing().length() - 1);
  }

  private void blanks() {
    while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
