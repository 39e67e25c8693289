package io.honeypods.ssh.command;

/** Writes a basic or extended expression of POSIX, with GNU's additions, in the form of RE2. */
final class PosixRegex {
  private static final long MAX_COUNT = 10_000;
  private static final String SPECIAL = ".[]*^$+?{}|()\\";

  private final String text;
  private final boolean extended;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int open;
  private long counted = 1;
  private int atom = -1;
  private boolean repeated;

  PosixRegex(String text, boolean extended) {
    this.text = text;
    this.extended = extended;
  }

  /** A text that is no expression. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(String text) {
      super(text, null, false, false);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  String translate() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        escaped();
      } else if (c == '[') {
        begin();
        at = new Bracket(text, at).copy(out);
      } else if (extended && "(){}|+?".indexOf(c) >= 0) {
        operator(c);
      } else if (c == '*') {
        star();
      } else {
        plain(c);
      }
    }
    if (open > 0) {
      throw new Wrong("Unmatched ( or \\(");
    }
    return out.toString();
  }

  private void begin() {
    atom = out.length();
    repeated = false;
  }

  private void literal(char c) {
    begin();
    out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
  }

  private void plain(char c) {
    boolean first = atom < 0;
    boolean last =
        at == text.length()
            || (!extended && (text.startsWith("\\)", at) || text.startsWith("\\|", at)));
    if ((c == '^' && (extended || first)) || (c == '$' && (extended || last))) {
      out.append(c == '$' ? "$" : "^");
    } else if (c == '.') {
      begin();
      out.append('.');
    } else {
      literal(c);
    }
  }

  private void escaped() {
    if (at >= text.length()) {
      throw new Wrong("Trailing backslash");
    }
    char c = text.charAt(at++);
    if (!extended && "(){}|+?".indexOf(c) >= 0) {
      operator(c);
    } else if (c >= '1' && c <= '9') {
      throw new Wrong("Invalid back reference");
    } else if ("wWsSbB".indexOf(c) >= 0) {
      begin();
      out.append('\\').append(c);
    } else if (c == '<' || c == '>' || c == 'y') {
      out.append("\\b");
    } else if (c == '`' || c == '\'') {
      out.append(c == '`' ? "\\A" : "\\z");
    } else {
      literal(c == 'n' ? '\n' : c == 't' ? '\t' : c);
    }
  }

  private void operator(char c) {
    switch (c) {
      case '(' -> {
        open++;
        out.append('(');
        atom = -1;
        stack.push(out.length() - 1);
      }
      case ')' -> close();
      case '|' -> {
        out.append('|');
        atom = -1;
      }
      case '{' -> interval();
      case '}' -> literal('}');
      default -> repeat(String.valueOf(c), c);
    }
  }

  private final java.util.Deque<Integer> stack = new java.util.ArrayDeque<>();

  private void close() {
    if (open == 0) {
      if (extended) {
        literal(')');
        return;
      }
      throw new Wrong("Unmatched ) or \\)");
    }
    open--;
    out.append(')');
    atom = stack.pop();
    repeated = false;
  }

  private void star() {
    repeat("*", '*');
  }

  /** Repeats what stands before; where nothing does, the sign stands for itself. */
  private void repeat(String sign, char c) {
    if (atom < 0) {
      literal(c);
      return;
    }
    if (repeated) {
      out.insert(atom, "(?:").append(')');
    }
    out.append(sign);
    repeated = true;
  }

  private void interval() {
    int end = text.indexOf(extended ? "}" : "\\}", at);
    String range = end < 0 ? "" : text.substring(at, end);
    boolean valid = range.matches("[0-9]{1,5}(,[0-9]{0,5})?|,[0-9]{1,5}");
    if (!valid && extended) {
      literal('{');
      return;
    }
    if (end < 0) {
      throw new Wrong("Unmatched \\{");
    }
    if (!valid) {
      throw new Wrong("Invalid content of \\{\\}");
    }
    at = end + (extended ? 1 : 2);
    for (String count : range.split(",", -1)) {
      counted *= count.isEmpty() ? 1 : Math.max(1, Integer.parseInt(count));
    }
    if (counted > MAX_COUNT) {
      throw new Wrong("Regular expression too big");
    }
    repeat("{" + (range.startsWith(",") ? "0" : "") + range + "}", '{');
  }

  /** A set of characters: where it ends, and how it is written. */
  private record Bracket(String text, int from) {
    int copy(StringBuilder out) {
      int at = from;
      out.append('[');
      if (text.startsWith("^", at)) {
        out.append('^');
        at++;
      }
      boolean first = true;
      while (at < text.length() && (first || text.charAt(at) != ']')) {
        first = false;
        int end = text.startsWith("[:", at) ? text.indexOf(":]", at) : -1;
        if (end > 0) {
          out.append(text, at, end + 2);
          at = end + 2;
        } else {
          char c = text.charAt(at++);
          out.append("[]\\^&~".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
      }
      if (at >= text.length()) {
        throw new Wrong("Unmatched [, [^, [:, [., or [=");
      }
      out.append(']');
      return at + 1;
    }
  }
}
