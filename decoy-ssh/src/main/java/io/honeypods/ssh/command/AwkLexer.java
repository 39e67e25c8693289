package io.honeypods.ssh.command;

import java.util.List;
import java.util.Set;

/** Cuts a program of {@code awk} into its tokens. */
final class AwkLexer {
  private static final List<String> OPERATORS =
      List.of(
          "&&", "||", "==", "!=", "<=", ">=", ">>", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=",
          "!~");
  private static final Set<String> KEYWORDS =
      Set.of(
          "BEGIN",
          "END",
          "function",
          "func",
          "if",
          "else",
          "while",
          "for",
          "do",
          "break",
          "continue",
          "next",
          "nextfile",
          "exit",
          "return",
          "delete",
          "in",
          "getline",
          "print",
          "printf");

  private final String text;
  private final AwkFault fault;
  private int at;
  private int line = 1;
  private boolean valued;

  AwkLexer(String text, AwkFault fault) {
    this.text = text;
    this.fault = fault;
  }

  /** A token of the program; a name that an opening parenthesis follows is a call. */
  record Token(Kind kind, String text, int line) {
    boolean is(String operator) {
      return (kind == Kind.OPERATOR || kind == Kind.KEYWORD) && text.equals(operator);
    }
  }

  /** What a token is. */
  enum Kind {
    NUMBER,
    TEXT,
    PATTERN,
    NAME,
    CALL,
    KEYWORD,
    OPERATOR,
    LINE,
    END
  }

  /** The next token; a slash begins a pattern where no value stands before it. */
  Token next() {
    blanks();
    if (at >= text.length()) {
      return token(Kind.END, "");
    }
    char c = text.charAt(at);
    if (c == '\n') {
      Token end = token(Kind.LINE, "\n");
      at++;
      line++;
      return end;
    }
    if (c == '"') {
      return token(Kind.TEXT, AwkText.unescape(delimited('"', "string constant")));
    }
    if (c == '/' && !valued) {
      return token(Kind.PATTERN, delimited('/', "regular expression").replace("\\/", "/"));
    }
    if (Character.isDigit(c)
        || (c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
      return number();
    }
    return c == '_' || (c < 128 && Character.isLetter(c)) ? word() : operator(c);
  }

  private Token token(Kind kind, String shown) {
    valued =
        kind == Kind.NUMBER
            || kind == Kind.TEXT
            || kind == Kind.NAME
            || (kind == Kind.OPERATOR && Set.of(")", "]", "$", "++", "--").contains(shown));
    return new Token(kind, shown, line);
  }

  private void blanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && text.startsWith("\n", at + 1)) {
        at += 2;
        line++;
      } else if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  /** What stands up to a delimiter, with its backslashes. */
  private String delimited(char delimiter, String what) {
    int start = ++at;
    boolean set = false;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (c == delimiter && !set) {
        return text.substring(start, at++);
      }
      if (delimiter == '/') {
        set = set ? c != ']' || at == start : c == '[' && text.indexOf(']', at + 2) > 0;
      }
      at += c == '\\' ? 2 : 1;
    }
    String begun = text.substring(start - 1, Math.min(text.length(), start + 9));
    throw fault.syntax(line, "runaway " + what + " " + begun + " ...");
  }

  private Token number() {
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    int mark = at;
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      at += at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
      int digits = at;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      at = at == digits ? mark : at;
    }
    return token(Kind.NUMBER, text.substring(start, at));
  }

  private Token word() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String name = text.substring(start, at);
    if (KEYWORDS.contains(name)) {
      return token(Kind.KEYWORD, name.equals("func") ? "function" : name);
    }
    boolean called = AwkFunctions.NAMES.contains(name) || text.startsWith("(", at);
    Token token = token(called ? Kind.CALL : Kind.NAME, name);
    valued |= name.equals("length");
    return token;
  }

  private Token operator(char c) {
    for (String each : OPERATORS) {
      if (text.startsWith(each, at)) {
        at += each.length();
        return token(Kind.OPERATOR, each);
      }
    }
    if ("{}()[];,+-*/%^!<>|?:~$=".indexOf(c) < 0) {
      throw fault.unexpected(line, c);
    }
    at++;
    return token(Kind.OPERATOR, String.valueOf(c));
  }
}
