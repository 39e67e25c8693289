package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkExpr.In;
import io.honeypods.ssh.command.AwkExpr.Variable;
import io.honeypods.ssh.command.AwkLexer.Kind;
import io.honeypods.ssh.command.AwkStatement.Block;
import io.honeypods.ssh.command.AwkStatement.Delete;
import io.honeypods.ssh.command.AwkStatement.Each;
import io.honeypods.ssh.command.AwkStatement.End;
import io.honeypods.ssh.command.AwkStatement.Expression;
import io.honeypods.ssh.command.AwkStatement.If;
import io.honeypods.ssh.command.AwkStatement.Leave;
import io.honeypods.ssh.command.AwkStatement.Loop;
import io.honeypods.ssh.command.AwkStatement.Print;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads statements of {@code awk}. */
final class AwkStatementParser {
  private static final int MAX_DEPTH = 60;

  private final AwkTokens tokens;
  private final AwkExpressionParser expressions;
  private int depth;

  AwkStatementParser(AwkTokens tokens, AwkExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  AwkStatement block() {
    tokens.expect("{");
    var statements = new ArrayList<AwkStatement>();
    tokens.skipEnds();
    while (!tokens.is("}")) {
      if (tokens.is(Kind.END)) {
        throw tokens.missing("}");
      }
      statements.add(statement());
      tokens.skipEnds();
    }
    tokens.next();
    return new Block(statements);
  }

  private AwkStatement statement() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("statement nesting level exceeded");
    }
    try {
      if (tokens.is("{")) {
        return block();
      }
      return tokens.is(Kind.KEYWORD) && !tokens.is("getline") ? keyword() : ended(simple());
    } finally {
      depth--;
    }
  }

  /** A statement behind which another must not begin. */
  private AwkStatement ended(AwkStatement statement) {
    if (!tokens.is(";") && !tokens.is(Kind.LINE) && !tokens.is("}")) {
      throw tokens.is(Kind.END) ? tokens.missing("}") : tokens.unexpected();
    }
    tokens.take(";");
    return statement;
  }

  private AwkStatement simple() {
    if (tokens.is("print") || tokens.is("printf")) {
      return print();
    }
    if (tokens.take("delete")) {
      String array = tokens.name();
      return new Delete(array, tokens.take("[") ? expressions.list("]") : List.of());
    }
    return new Expression(expressions.expression());
  }

  private AwkStatement keyword() {
    return switch (tokens.peek().text()) {
      case "if" -> choice();
      case "while" -> whileLoop();
      case "do" -> doLoop();
      case "for" -> forLoop();
      case "break" -> leave(AwkJump.Kind.BREAK);
      case "continue" -> leave(AwkJump.Kind.CONTINUE);
      case "next" -> leave(AwkJump.Kind.NEXT);
      case "nextfile" -> leave(AwkJump.Kind.NEXT_FILE);
      case "exit" -> end(AwkJump.Kind.EXIT);
      case "return" -> end(AwkJump.Kind.RETURN);
      case "print", "printf", "delete" -> ended(simple());
      default -> throw tokens.unexpected();
    };
  }

  private AwkStatement leave(AwkJump.Kind kind) {
    tokens.next();
    return ended(new Leave(kind));
  }

  private AwkStatement end(AwkJump.Kind kind) {
    tokens.next();
    boolean bare = tokens.is(";") || tokens.is("}") || tokens.is(Kind.LINE) || tokens.is(Kind.END);
    return ended(new End(kind, bare ? null : expressions.expression()));
  }

  private AwkExpr condition() {
    tokens.expect("(");
    AwkExpr condition = expressions.enclosed();
    tokens.expect(")");
    return condition;
  }

  /** What a loop or choice does; nothing for a lone semicolon. */
  private AwkStatement body() {
    tokens.skipLines();
    return tokens.take(";") ? new Block(List.of()) : statement();
  }

  private AwkStatement choice() {
    tokens.next();
    AwkExpr condition = condition();
    AwkStatement then = body();
    int ahead = 0;
    while (tokens.peek(ahead).kind() == Kind.LINE || tokens.peek(ahead).is(";")) {
      ahead++;
    }
    AwkStatement otherwise = null;
    if (tokens.peek(ahead).is("else")) {
      tokens.skipEnds();
      tokens.next();
      otherwise = body();
    }
    return new If(condition, then, otherwise);
  }

  private AwkStatement whileLoop() {
    tokens.next();
    AwkExpr condition = condition();
    return new Loop(condition, body(), null, false);
  }

  private AwkStatement doLoop() {
    tokens.next();
    AwkStatement body = body();
    tokens.skipEnds();
    tokens.expect("while");
    return ended(new Loop(condition(), body, null, true));
  }

  private AwkStatement forLoop() {
    tokens.next();
    tokens.expect("(");
    AwkStatement first = tokens.is(";") ? null : simple();
    if (tokens.take(")")
        && first instanceof Expression each
        && each.expression() instanceof In in
        && in.keys().getFirst() instanceof Variable name) {
      return new Each(name.name(), in.array(), body());
    }
    tokens.expect(";");
    tokens.skipLines();
    AwkExpr condition = tokens.is(";") ? null : expressions.enclosed();
    tokens.expect(";");
    tokens.skipLines();
    AwkStatement next = tokens.is(")") ? null : simple();
    tokens.expect(")");
    var loop = new Loop(condition, body(), next, false);
    return first == null ? loop : new Block(List.of(first, loop));
  }

  private AwkStatement print() {
    boolean formatted = tokens.next().text().equals("printf");
    var values = new ArrayList<AwkExpr>();
    if (tokens.is("(") && tokens.isWholeList()) {
      tokens.next();
      values.addAll(expressions.list(")"));
    } else if (!isEndOfPrint()) {
      do {
        tokens.skipLines();
        values.add(expressions.printed());
      } while (tokens.take(","));
    }
    if (formatted && values.isEmpty()) {
      throw tokens.error("no arguments in call to printf");
    }
    String redirection =
        Set.of(">", ">>", "|").contains(tokens.peek().text()) && tokens.is(Kind.OPERATOR)
            ? tokens.next().text()
            : "";
    return new Print(values, formatted, redirection, target(redirection));
  }

  private @Nullable AwkExpr target(String redirection) {
    return redirection.isEmpty() ? null : expressions.joined();
  }

  private boolean isEndOfPrint() {
    return tokens.is(Kind.LINE)
        || tokens.is(Kind.END)
        || List.of(";", "}", ">", ">>", "|").stream().anyMatch(tokens::is);
  }
}
