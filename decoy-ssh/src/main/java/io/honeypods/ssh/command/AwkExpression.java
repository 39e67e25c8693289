package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** An expression of {@code awk}, which is valued as it is read. */
final class AwkExpression {
  private static final List<String> COMPARISONS =
      List.of("==", "!=", "<=", ">=", "<", ">", "!~", "~");

  private static final int MAX_DEPTH = 50;

  private final Awk awk;

  private final String text;

  private int at;

  private int depth;

  AwkExpression(Awk awk, String text) {
    this.awk = awk;
    this.text = text;
  }

  String value() {
    if (++depth > MAX_DEPTH) {
      throw awk.error(text);
    }
    String value = either();
    if (take("?")) {
      String yes = value();
      if (!take(":")) {
        throw awk.error(rest());
      }
      String no = value();
      value = AwkValue.isTrue(value) ? yes : no;
    }
    depth--;
    return value;
  }

  boolean takeComma() {
    return take(",");
  }

  private String either() {
    String left = both();
    while (take("||")) {
      String right = both();
      left = AwkValue.isTrue(left) || AwkValue.isTrue(right) ? "1" : "0";
    }
    return left;
  }

  private String both() {
    String left = comparison();
    while (take("&&")) {
      String right = comparison();
      left = AwkValue.isTrue(left) && AwkValue.isTrue(right) ? "1" : "0";
    }
    return left;
  }

  private String comparison() {
    String left = joined();
    for (String operator : COMPARISONS) {
      if (take(operator)) {
        if (operator.endsWith("~")) {
          String regex = regex();
          Pattern pattern = Regex.of(regex, true, false);
          boolean found = pattern != null && pattern.matcher(left).find();
          return found == operator.equals("~") ? "1" : "0";
        }
        return compare(left, operator, joined()) ? "1" : "0";
      }
    }
    return left;
  }

  private String regex() {
    blanks();
    return at < text.length() && text.charAt(at) == '/' ? slashed() : joined();
  }

  private static boolean compare(String left, String operator, String right) {
    boolean numbers = AwkValue.isNumber(left) && AwkValue.isNumber(right);
    int order =
        numbers
            ? Double.compare(AwkValue.number(left), AwkValue.number(right))
            : left.compareTo(right);
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<=" -> order <= 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      default -> order > 0;
    };
  }

  private String joined() {
    String value = sum();
    blanks();
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "\"$(".indexOf(text.charAt(at)) >= 0)) {
      value += sum();
      blanks();
    }
    return value;
  }

  private String sum() {
    String left = product();
    while (true) {
      if (take("+")) {
        left = AwkValue.text(AwkValue.number(left) + AwkValue.number(product()));
      } else if (take("-")) {
        left = AwkValue.text(AwkValue.number(left) - AwkValue.number(product()));
      } else {
        return left;
      }
    }
  }

  private String product() {
    String left = unary();
    while (true) {
      if (take("*")) {
        left = AwkValue.text(AwkValue.number(left) * AwkValue.number(unary()));
      } else if (take("/")) {
        left = AwkValue.text(AwkValue.number(left) / AwkValue.number(unary()));
      } else if (take("%")) {
        left = AwkValue.text(AwkValue.number(left) % AwkValue.number(unary()));
      } else {
        return left;
      }
    }
  }

  private String unary() {
    if (take("!")) {
      return AwkValue.isTrue(unary()) ? "0" : "1";
    }
    return take("-") ? AwkValue.text(-AwkValue.number(unary())) : primary();
  }

  private String primary() {
    blanks();
    if (at >= text.length() || ++depth > MAX_DEPTH) {
      throw awk.error(rest());
    }
    try {
      char c = text.charAt(at);
      if (c == '(') {
        at++;
        String value = value();
        if (!take(")")) {
          throw awk.error(rest());
        }
        return value;
      }
      if (c == '$') {
        at++;
        return awk.field((int) AwkValue.number(primary()));
      }
      if (c == '"') {
        return quoted();
      }
      if (c == '/') {
        Pattern pattern = Regex.of(slashed(), true, false);
        return pattern != null && pattern.matcher(awk.field(0)).find() ? "1" : "0";
      }
      return word(c);
    } finally {
      depth--;
    }
  }

  private String word(char c) {
    int start = at;
    if (Character.isDigit(c) || c == '.') {
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      return text.substring(start, at);
    }
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      throw awk.error(rest());
    }
    if (at < text.length() && text.charAt(at) == '(') {
      return call(name);
    }
    if (at < text.length() && text.charAt(at) == '[') {
      at++;
      name = name + "[" + value() + "]";
      take("]");
    }
    return assigned(name);
  }

  private String assigned(String name) {
    blanks();
    for (String operator : List.of("+=", "-=", "*=", "/=", "++", "--")) {
      if (take(operator)) {
        double old = AwkValue.number(awk.get(name));
        double right = operator.endsWith("=") ? AwkValue.number(value()) : 1;
        String made =
            AwkValue.text(
                switch (operator.charAt(0)) {
                  case '+' -> old + right;
                  case '-' -> old - right;
                  case '*' -> old * right;
                  default -> old / right;
                });
        awk.set(name, made);
        return operator.endsWith("=") ? made : AwkValue.text(old);
      }
    }
    if (text.startsWith("=", at) && !text.startsWith("==", at)) {
      at++;
      String value = value();
      awk.set(name, value);
      return value;
    }
    return awk.get(name);
  }

  private String call(String name) {
    at++;
    var arguments = new ArrayList<String>();
    while (!take(")")) {
      arguments.add(name.endsWith("sub") && arguments.isEmpty() ? regex() : value());
      if (!take(",") && !text.startsWith(")", at)) {
        throw awk.error(rest());
      }
    }
    String first = arguments.isEmpty() ? awk.field(0) : arguments.getFirst();
    return AwkFunction.call(name, first, arguments);
  }

  private String quoted() {
    var out = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        char next = text.charAt(at++);
        out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
      } else {
        out.append(c);
      }
    }
    at++;
    return out.toString();
  }

  private String slashed() {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != '/') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    String regex = text.substring(start, Math.min(at, text.length()));
    at++;
    return regex;
  }

  private String rest() {
    return text.substring(Math.min(at, text.length()));
  }

  private boolean take(String token) {
    blanks();
    boolean assigns =
        (token.equals("+")
                || token.equals("-")
                || token.equals("*")
                || token.equals("/")
                || token.equals("!"))
            && text.startsWith("=", at + 1);
    boolean longer = token.equals("!") && text.startsWith("~", at + 1);
    if (!text.startsWith(token, at) || assigns || longer) {
      return false;
    }
    at += token.length();
    return true;
  }

  private void blanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }
}
