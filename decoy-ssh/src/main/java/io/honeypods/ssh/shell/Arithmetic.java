package io.honeypods.ssh.shell;

/** {@code $((…))} over 64 bits. */
final class Arithmetic {
  private static final int MAX_DEPTH = 32;
  private final Shell shell;
  private final int depth;
  private final ArithmeticText text;
  private boolean idle;

  private Arithmetic(Shell shell, String text, int depth) {
    this.shell = shell;
    this.text = new ArithmeticText(text);
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
    if (expression.text.isAtEnd()) {
      return 0;
    }
    long value = expression.comma();
    if (!expression.text.isAtEnd()) {
      throw expression.text.error("syntax error in expression");
    }
    return value;
  }

  private long comma() {
    long value = assignment();
    while (text.take(",")) {
      value = assignment();
    }
    return value;
  }

  private long assignment() {
    int start = text.position();
    String name = text.name();
    String operator = name.isEmpty() ? "" : text.assignment();
    if (operator.isEmpty()) {
      text.back(start);
      return choice();
    }
    long right = assignment();
    String plain = operator.substring(0, operator.length() - 1);
    return set(name, plain.isEmpty() ? right : apply(plain, variable(name), right));
  }

  private long set(String name, long value) {
    if (!idle) {
      shell.assign(name, String.valueOf(value));
    }
    return value;
  }

  private long choice() {
    long condition = binary(0);
    if (!text.take("?")) {
      return condition;
    }
    boolean before = idle;
    idle = before || condition == 0;
    long yes = comma();
    if (!text.take(":")) {
      throw text.error("`:' expected for conditional expression");
    }
    idle = before || condition != 0;
    long no = assignment();
    idle = before;
    return condition != 0 ? yes : no;
  }

  private long binary(int level) {
    if (level == ArithmeticText.LEVELS) {
      return power();
    }
    long left = binary(level + 1);
    for (String operator = text.operator(level);
        !operator.isEmpty();
        operator = text.operator(level)) {
      boolean before = idle;
      idle = before || (operator.equals("&&") && left == 0) || (operator.equals("||") && left != 0);
      long right = binary(level + 1);
      boolean skipped = idle;
      idle = before;
      left = skipped && !before ? (operator.equals("||") ? 1 : 0) : apply(operator, left, right);
    }
    return left;
  }

  private long power() {
    long base = unary();
    if (!text.take("**")) {
      return base;
    }
    long exponent = power();
    if (exponent < 0) {
      throw text.error("exponent less than 0");
    }
    long result = 1;
    for (long i = 0; i < Math.min(exponent, 64); i++) {
      result *= base;
    }
    return result;
  }

  private long unary() {
    shell.task().work(1);
    if (text.take("++")) {
      String name = text.name();
      return set(name, variable(name) + 1);
    }
    if (text.take("--")) {
      String name = text.name();
      return set(name, variable(name) - 1);
    }
    if (text.take("!")) {
      return unary() == 0 ? 1 : 0;
    }
    if (text.take("~")) {
      return ~unary();
    }
    if (text.take("-")) {
      return -unary();
    }
    return text.take("+") ? unary() : primary();
  }

  private long primary() {
    if (text.take("(")) {
      long value = comma();
      if (!text.take(")")) {
        throw text.error("missing `)'");
      }
      return value;
    }
    String name = text.name();
    if (!name.isEmpty()) {
      long value = variable(name);
      if (text.take("++")) {
        set(name, value + 1);
      } else if (text.take("--")) {
        set(name, value - 1);
      }
      return value;
    }
    return text.number();
  }

  private long variable(String name) {
    String value = shell.value(name);
    return value == null || value.isBlank() ? 0 : value(shell, value, depth + 1);
  }

  private long apply(String operator, long left, long right) {
    if ((operator.equals("/") || operator.equals("%")) && right == 0) {
      if (idle) {
        return 0;
      }
      throw text.divisionByZero();
    }
    return Operator.apply(operator, left, right);
  }
}
