package io.honeypods.ssh.shell;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Set;

/** {@code test}, {@code [} and {@code [[}. */
final class Conditions {
  private static final List<String> BINARY =
      List.of(
          "=", "==", "!=", "<", ">", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot",
          "-ef");
  private static final Set<String> UNARY =
      Set.of(
          "-a", "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-k", "-n", "-o", "-p", "-r", "-s", "-t",
          "-u", "-v", "-w", "-x", "-z", "-G", "-L", "-N", "-O", "-R", "-S");

  private final Shell shell;
  private final Expansion expansion;
  private final FileConditions files;
  private List<String> plain = List.of();
  private List<Word> words = List.of();
  private String name = "[[";
  private int at;

  Conditions(Shell shell, Expansion expansion) {
    this.shell = shell;
    this.expansion = expansion;
    this.files = new FileConditions(shell.task());
  }

  int test(List<String> argv) {
    name = argv.getFirst();
    plain = argv.subList(1, argv.size());
    if (name.equals("[")) {
      if (plain.isEmpty() || !plain.getLast().equals("]")) {
        return shell.fail(2, "[: missing `]'");
      }
      plain = plain.subList(0, plain.size() - 1);
    }
    return decide(plain.size());
  }

  int evaluate(Node.Condition condition) {
    words = condition.words();
    plain =
        words.stream().map(word -> word.bare() == null ? "" : String.valueOf(word.bare())).toList();
    return decide(words.size());
  }

  private int decide(int size) {
    try {
      if (size == 0) {
        return 1;
      }
      boolean result = either();
      if (at < size) {
        return shell.fail(
            2, name + ": " + (words.isEmpty() ? "too many arguments" : "syntax error"));
      }
      return result ? 0 : 1;
    } catch (ShellError error) {
      return shell.fail(2, name + ": " + error.text());
    }
  }

  private int size() {
    return plain.size();
  }

  private boolean is(String... tokens) {
    return at < size() && List.of(tokens).contains(plain.get(at));
  }

  private boolean either() {
    boolean result = both();
    while (is(words.isEmpty() ? "-o" : "||")) {
      at++;
      boolean right = both();
      result = result || right;
    }
    return result;
  }

  private boolean both() {
    boolean result = not();
    while (is(words.isEmpty() ? "-a" : "&&")) {
      at++;
      boolean right = not();
      result = result && right;
    }
    return result;
  }

  private boolean not() {
    if (is("!") && size() - at > 1 && !(size() - at == 3 && BINARY.contains(plain.get(at + 1)))) {
      at++;
      return !not();
    }
    if (is("(") && size() - at > 2 && !BINARY.contains(plain.get(at + 1))) {
      at++;
      boolean result = either();
      if (!is(")")) {
        throw new ShellError(2, "`)' expected");
      }
      at++;
      return result;
    }
    return primary();
  }

  private String value(int index) {
    return words.isEmpty() ? plain.get(index) : expansion.single(words.get(index));
  }

  private boolean primary() {
    if (at + 2 < size() + 0 && BINARY.contains(plain.get(at + 1))) {
      String left = value(at);
      String operator = plain.get(at + 1);
      int right = at + 2;
      at += 3;
      return binary(left, operator, right);
    }
    String first = plain.get(at);
    boolean known = UNARY.contains(first);
    if (known && at + 1 < size() && !is("-a", "-o")) {
      String operand = value(at + 1);
      at += 2;
      return unary(first.charAt(1), operand);
    }
    if (words.isEmpty() && size() - at == 2 && at == 0) {
      throw new ShellError(2, first + ": unary operator expected");
    }
    if (words.isEmpty() && size() - at == 3 && at == 0) {
      throw new ShellError(2, plain.get(1) + ": binary operator expected");
    }
    return !value(at++).isEmpty();
  }

  private boolean binary(String left, String operator, int index) {
    boolean pattern =
        !words.isEmpty()
            && (operator.equals("=") || operator.equals("==") || operator.equals("!="));
    if (pattern) {
      return expansion.matches(words.get(index), left) != operator.equals("!=");
    }
    String right = value(index);
    return switch (operator) {
      case "=", "==" -> left.equals(right);
      case "!=" -> !left.equals(right);
      case "<" -> left.compareTo(right) < 0;
      case ">" -> left.compareTo(right) > 0;
      case "=~" -> matches(left, right);
      case "-nt", "-ot", "-ef" -> files.compare(left, operator, right);
      default -> compare(number(left), operator, number(right));
    };
  }

  private boolean matches(String text, String regex) {
    try {
      shell.task().work(text.length() + regex.length());
      Matcher matcher = Pattern.compile(regex.length() > 1000 ? "" : regex).matcher(text);
      if (!matcher.find()) {
        return false;
      }
      shell.variables().clear("BASH_REMATCH");
      for (int i = 0; i <= matcher.groupCount(); i++) {
        shell.variables().set("BASH_REMATCH", i, matcher.group(i) == null ? "" : matcher.group(i));
      }
      return true;
    } catch (PatternSyntaxException _) {
      return false; // bash has status 2 for it and says nothing
    }
  }

  private static boolean compare(long left, String operator, long right) {
    return switch (operator) {
      case "-eq" -> left == right;
      case "-ne" -> left != right;
      case "-lt" -> left < right;
      case "-le" -> left <= right;
      case "-gt" -> left > right;
      default -> left >= right;
    };
  }

  private long number(String text) {
    if (!words.isEmpty()) {
      return Arithmetic.value(shell, text);
    }
    if (!text.strip().matches("[-+]?[0-9]{1,18}")) {
      throw new ShellError(2, text + ": integer expression expected");
    }
    return Long.parseLong(text.strip());
  }

  private boolean unary(char operator, String operand) {
    return switch (operator) {
      case 'z' -> operand.isEmpty();
      case 'n' -> !operand.isEmpty();
      case 'v' -> shell.value(operand) != null;
      case 'o' -> shell.option(operand.isEmpty() ? ' ' : operand.charAt(0));
      default -> files.holds(operator, operand);
    };
  }
}
