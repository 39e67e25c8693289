package io.honeypods.ssh.shell;

/** What operators make of numbers, and digits of a number. */
final class Operator {
  private Operator() {}

  static long apply(String operator, long left, long right) {
    return switch (operator) {
      case "||" -> left != 0 || right != 0 ? 1 : 0;
      case "&&" -> left != 0 && right != 0 ? 1 : 0;
      case "|" -> left | right;
      case "^" -> left ^ right;
      case "&" -> left & right;
      case "==" -> left == right ? 1 : 0;
      case "!=" -> left != right ? 1 : 0;
      case "<=" -> left <= right ? 1 : 0;
      case ">=" -> left >= right ? 1 : 0;
      case "<" -> left < right ? 1 : 0;
      case ">" -> left > right ? 1 : 0;
      case "<<" -> left << right;
      case ">>" -> left >> right;
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      default -> left % right;
    };
  }

  /** The number that digits are: decimal, {@code 0x}, octal or {@code base#}. */
  static long literal(String digits) {
    int hash = digits.indexOf('#');
    if (hash > 0) {
      return Long.parseLong(
          digits.substring(hash + 1), Integer.parseInt(digits.substring(0, hash)));
    }
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return Long.parseUnsignedLong(digits.substring(2), 16);
    }
    return digits.startsWith("0")
        ? Long.parseLong(digits, 8)
        : new java.math.BigInteger(digits).longValue();
  }
}
