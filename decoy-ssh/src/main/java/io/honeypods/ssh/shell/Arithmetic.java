package io.honeypods.ssh.shell;

import java.util.List;

/** {@code $((…))} over 64 bits. */
final class Arithmetic {
  private static final int MAX_DEPTH = 32;
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

  private final Shell shell;
  private final String text;
  private final int depth;
  private int at;
  private boolean idle;

  private Arithmetic(Shell shell, String text, int depth) {
    this.shell = shell;
    this.text = text;
    this.depth = depth;
  }

  static long value(Shell shell, String text) {
    return value(shell, text, 0);
  }

  private static long value(Shell shell, String text, int depth) {
    if (depth > MAX_DEPTH) {
      throw new ShellError(
          1, text + ": expression recursion level exceeded (error token is \"" + text + "\")");
    }
    var expression = new Arithmetic(shell, text, depth);
    expression.blanks();
    if (expression.at >= text.length()) {
      return 0;
    }
    long value = expression.comma();
    expression.blanks();
    if (expression.at < text.length()) {
      throw expression.error("syntax error in expression");
    }
    return value;
  }

  private long comma() {
    long value = assignment();
    while (take(",")) {
      value = assignment();
    }
    return value;
  }

  private long assignment() {
    blanks();
    int start = at;
    String name = name();
    if (!name.isEmpty()) {
      for (String operator : ASSIGNMENTS) {
        blanks();
        if (text.startsWith(operator, at) && !(operator.equals("=") && text.startsWith("==", at))) {
          at += operator.length();
          long right = assignment();
          String plain = operator.substring(0, operator.length() - 1);
          return set(name, plain.isEmpty() ? right : apply(plain, variable(name), right));
        }
      }
    }
    at = start;
    return choice();
  }

  private long set(String name, long value) {
    if (!idle) {
      shell.assign(name, String.valueOf(value));
    }
    return value;
  }

  private long choice() {
    long condition = binary(0);
    if (!take("?")) {
      return condition;
    }
    boolean before = idle;
    idle = before || condition == 0;
    long yes = comma();
    if (!take(":")) {
      throw error("`:' expected for conditional expression");
    }
    idle = before || condition != 0;
    long no = assignment();
    idle = before;
    return condition != 0 ? yes : no;
  }

  private long binary(int level) {
    if (level == BINARY.size()) {
      return power();
    }
    long left = binary(level + 1);
    for (String operator = operator(level); !operator.isEmpty(); operator = operator(level)) {
      boolean before = idle;
      idle = before || (operator.equals("&&") && left == 0) || (operator.equals("||") && left != 0);
      long right = binary(level + 1);
      boolean skipped = idle;
      idle = before;
      left = skipped && !before ? (operator.equals("||") ? 1 : 0) : apply(operator, left, right);
    }
    return left;
  }

  private String operator(int level) {
    blanks();
    for (String each : BINARY.get(level)) {
      if (text.startsWith(each, at)) {
        String behind =
            text.substring(at + each.length(), Math.min(text.length(), at + each.length() + 1));
        boolean other =
            (behind.equals("=") && !each.endsWith("=") && !each.equals("<") && !each.equals(">"))
                || (behind.equals(each) && "|&<>*".contains(each));
        if (!other) {
          at += each.length();
          return each;
        }
      }
    }
    return "";
  }

  private long power() {
    long base = unary();
    if (!take("**")) {
      return base;
    }
    long exponent = power();
    if (exponent < 0) {
      throw error("exponent less than 0");
    }
    long result = 1;
    for (long i = 0; i < Math.min(exponent, 64); i++) {
      result *= base;
    }
    return result;
  }

  private long unary() {
    shell.task().work(1);
    if (take("++")) {
      String name = name();
      return set(name, variable(name) + 1);
    }
    if (take("--")) {
      String name = name();
      return set(name, variable(name) - 1);
    }
    if (take("!")) {
      return unary() == 0 ? 1 : 0;
    }
    if (take("~")) {
      return ~unary();
    }
    if (take("-")) {
      return -unary();
    }
    return take("+") ? unary() : primary();
  }

  private long primary() {
    if (take("(")) {
      long value = comma();
      if (!take(")")) {
        throw error("missing `)'");
      }
      return value;
    }
    blanks();
    String name = name();
    if (!name.isEmpty()) {
      long value = variable(name);
      if (take("++")) {
        set(name, value + 1);
      } else if (take("--")) {
        set(name, value - 1);
      }
      return value;
    }
    return number();
  }

  private long variable(String name) {
    String value = shell.value(name);
    return value == null || value.isBlank() ? 0 : value(shell, value, depth + 1);
  }

  private long number() {
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

  private long apply(String operator, long left, long right) {
    if ((operator.equals("/") || operator.equals("%")) && right == 0) {
      if (idle) {
        return 0;
      }
      throw new ShellError(
          1,
          text.strip()
              + ": division by 0 (error token is \""
              + text.substring(Math.max(0, at - 1)).strip()
              + "\")");
    }
    return Operator.apply(operator, left, right);
  }

  private String name() {
    blanks();
    int start = at;
    while (at < text.length()
        && (at == start ? Source.isNameStart(text.charAt(at)) : Source.isName(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean take(String token) {
    blanks();
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private void blanks() {
    while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private ShellError error(String problem) {
    return new ShellError(
        1,
        text
            + ": "
            + problem
            + " (error token is \""
            + text.substring(Math.min(at, text.length()))
            + "\")");
  }
}
