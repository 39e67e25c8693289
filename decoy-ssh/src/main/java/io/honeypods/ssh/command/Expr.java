package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.math.BigInteger;
import java.util.List;

/** {@code expr}. */
final class Expr {
  private static final int FAILURE = 2;
  private static final int MAX_DEPTH = 50;

  private final Task task;
  private final List<String> words;
  private int at;
  private int depth;

  private Expr(Task task) {
    this.task = task;
    this.words = task.operands();
  }

  static int expr(Task task) {
    if (task.operands().isEmpty()) {
      throw Manners.of(FAILURE).complain(task, "missing operand");
    }
    var expr = new Expr(task);
    String value = expr.either();
    if (expr.at < expr.words.size()) {
      throw expr.error("syntax error: unexpected argument '" + expr.words.get(expr.at) + "'");
    }
    task.out(value + "\n");
    return isNull(value) ? 1 : 0;
  }

  private Exit error(String problem) {
    return new Exit(task.fail(FAILURE, problem));
  }

  private boolean take(String word) {
    boolean there = at < words.size() && words.get(at).equals(word);
    at += there ? 1 : 0;
    return there;
  }

  private static boolean isNull(String value) {
    return value.isEmpty() || value.matches("-?0{1,1000}");
  }

  private String either() {
    String left = both();
    while (take("|")) {
      String right = both();
      left = isNull(left) ? (isNull(right) ? "0" : right) : left;
    }
    return left;
  }

  private String both() {
    String left = compared();
    while (take("&")) {
      String right = compared();
      left = isNull(left) || isNull(right) ? "0" : left;
    }
    return left;
  }

  private String compared() {
    String left = sum();
    while (at < words.size()
        && List.of("<", "<=", "=", "==", "!=", ">=", ">").contains(words.get(at))) {
      String operator = words.get(at++);
      String right = sum();
      boolean numbers = isNumber(left) && isNumber(right);
      int order = numbers ? number(left).compareTo(number(right)) : left.compareTo(right);
      boolean holds =
          switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case "=", "==" -> order == 0;
            case "!=" -> order != 0;
            case ">=" -> order >= 0;
            default -> order > 0;
          };
      left = holds ? "1" : "0";
    }
    return left;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]{1,1000}");
  }

  private BigInteger number(String text) {
    if (!isNumber(text)) {
      throw error("non-integer argument");
    }
    return new BigInteger(text);
  }

  private String sum() {
    String left = product();
    while (true) {
      if (take("+")) {
        left = number(left).add(number(product())).toString();
      } else if (take("-")) {
        left = number(left).subtract(number(product())).toString();
      } else {
        return left;
      }
    }
  }

  private String product() {
    String left = matched();
    while (at < words.size() && List.of("*", "/", "%").contains(words.get(at))) {
      String operator = words.get(at++);
      BigInteger a = number(left);
      BigInteger b = number(matched());
      if (!operator.equals("*") && b.signum() == 0) {
        throw error("division by zero");
      }
      left =
          switch (operator) {
            case "*" -> a.multiply(b).toString();
            case "/" -> a.divide(b).toString();
            default -> a.remainder(b).toString();
          };
      task.machine().requireMemory(left.length() * 1000);
    }
    return left;
  }

  private String matched() {
    String left = primary();
    while (take(":")) {
      left = match(left, primary());
    }
    return left;
  }

  private String match(String text, String expression) {
    Pattern pattern = Regex.of(expression, false, false);
    if (pattern == null) {
      throw error(Regex.problem(expression, false));
    }
    Matcher matcher = pattern.matcher(text);
    boolean found = matcher.lookingAt();
    if (matcher.groupCount() > 0) {
      String group = found ? matcher.group(1) : null;
      return group == null ? "" : group;
    }
    return String.valueOf(found ? matcher.end() : 0);
  }

  private String primary() {
    if (at >= words.size()) {
      throw error("syntax error: missing argument after '" + words.getLast() + "'");
    }
    String word = words.get(at++);
    boolean more = at < words.size();
    return switch (word) {
      case "(" -> enclosed();
      case "length" -> more ? String.valueOf(primary().length()) : word;
      case "match" -> more ? match(primary(), primary()) : word;
      case "index" -> more ? index(primary(), primary()) : word;
      case "substr" -> more ? substr(primary(), primary(), primary()) : word;
      case "+" -> more ? words.get(at++) : word;
      default -> word;
    };
  }

  private String enclosed() {
    if (++depth > MAX_DEPTH) {
      throw error("syntax error: nesting");
    }
    String value = either();
    depth--;
    if (!take(")")) {
      throw error("syntax error: expecting ')' after '" + words.get(at - 1) + "'");
    }
    return value;
  }

  private static String index(String text, String letters) {
    for (int i = 0; i < text.length(); i++) {
      if (letters.indexOf(text.charAt(i)) >= 0) {
        return String.valueOf(i + 1);
      }
    }
    return "0";
  }

  private static String substr(String text, String from, String length) {
    if (!from.matches("[0-9]{1,9}") || !length.matches("[0-9]{1,9}") || from.matches("0+")) {
      return "";
    }
    int begin = Math.min(text.length(), Integer.parseInt(from) - 1);
    return text.substring(
        begin, (int) Math.min(text.length(), (long) begin + Integer.parseInt(length)));
  }
}
