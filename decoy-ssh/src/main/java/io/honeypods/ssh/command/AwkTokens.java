package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkLexer.Kind;
import io.honeypods.ssh.command.AwkLexer.Token;
import io.honeypods.ssh.host.Exit;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a program of {@code awk}, read from left to right. */
final class AwkTokens {
  private static final int MOST = 20_000;

  private final List<Token> tokens = new ArrayList<>();
  private final AwkFault fault;
  private int at;

  AwkTokens(String program, AwkFault fault) {
    this.fault = fault;
    var lexer = new AwkLexer(program, fault);
    do {
      tokens.add(lexer.next());
    } while (tokens.getLast().kind() != Kind.END && tokens.size() < MOST);
    if (tokens.getLast().kind() != Kind.END) {
      throw fault.syntax(tokens.getLast().line(), "program too large");
    }
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at += at < tokens.size() - 1 ? 1 : 0;
    return token;
  }

  boolean is(String operator) {
    return peek().is(operator);
  }

  boolean is(Kind kind) {
    return peek().kind() == kind;
  }

  boolean take(String operator) {
    boolean there = is(operator);
    if (there) {
      next();
    }
    return there;
  }

  void expect(String operator) {
    if (!take(operator)) {
      throw ")}]".contains(operator) ? missing(operator) : unexpected();
    }
  }

  String name() {
    if (!is(Kind.NAME)) {
      throw unexpected();
    }
    return next().text();
  }

  void skipLines() {
    while (is(Kind.LINE)) {
      next();
    }
  }

  /** Passes what ends statements. */
  void skipEnds() {
    while (is(Kind.LINE) || is(";")) {
      next();
    }
  }

  Exit unexpected() {
    Token token = peek();
    return switch (token.kind()) {
      case END -> fault.syntax(token.line() + 1, "syntax error at or near end of file");
      case LINE -> fault.syntax(token.line(), "syntax error at or near end of line");
      default -> fault.syntax(token.line(), "syntax error at or near " + token.text());
    };
  }

  Exit missing(String operator) {
    Token token = peek();
    return switch (token.kind()) {
      case END -> fault.syntax(token.line() + 1, "missing " + operator + " near end of file");
      case LINE -> fault.syntax(token.line(), "missing " + operator + " near end of line");
      default -> fault.syntax(token.line(), "missing " + operator + " near " + token.text());
    };
  }

  Exit undefined(String function) {
    return fault.syntax(peek().line() + 1, "function " + function + " never defined");
  }

  Exit error(String problem) {
    return fault.syntax(peek().line(), problem);
  }

  /** Whether the parenthesis that opens here closes before the end of a print statement. */
  boolean isWholeList() {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0) {
        Token behind = tokens.get(Math.min(i + 1, tokens.size() - 1));
        return behind.kind() == Kind.LINE
            || behind.kind() == Kind.END
            || List.of(";", "}", ">", ">>", "|").stream().anyMatch(behind::is);
      }
    }
    return false;
  }
}
