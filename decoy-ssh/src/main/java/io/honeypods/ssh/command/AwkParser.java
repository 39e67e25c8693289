package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkLexer.Kind;
import io.honeypods.ssh.command.AwkProgram.Function;
import io.honeypods.ssh.command.AwkProgram.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a program of {@code awk}: its rules and functions. */
final class AwkParser {
  private final AwkTokens tokens;
  private final AwkExpressionParser expressions;
  private final AwkStatementParser statements;
  private final List<AwkStatement> begin = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<AwkStatement> end = new ArrayList<>();
  private final Map<String, Function> functions = new LinkedHashMap<>();

  private AwkParser(String program, AwkFault fault) {
    this.tokens = new AwkTokens(program, fault);
    this.expressions = new AwkExpressionParser(tokens);
    this.statements = new AwkStatementParser(tokens, expressions);
  }

  static AwkProgram parse(String program, AwkFault fault) {
    return new AwkParser(program, fault).program();
  }

  private AwkProgram program() {
    tokens.skipEnds();
    while (!tokens.is(Kind.END)) {
      item();
      tokens.skipEnds();
    }
    for (String name : expressions.called()) {
      if (!functions.containsKey(name)) {
        throw tokens.undefined(name);
      }
    }
    return new AwkProgram(begin, rules, end, functions);
  }

  private void item() {
    if (tokens.take("function")) {
      function();
    } else if (tokens.is("BEGIN") || tokens.is("END")) {
      List<AwkStatement> to = tokens.next().text().equals("BEGIN") ? begin : end;
      to.add(statements.block());
    } else {
      AwkExpr from = tokens.is("{") ? null : expressions.expression();
      AwkExpr to = null;
      if (from != null && tokens.take(",")) {
        tokens.skipLines();
        to = expressions.expression();
      }
      AwkStatement action =
          tokens.is("{") ? statements.block() : new AwkStatement.Print(List.of(), false, "", null);
      rules.add(new Rule(from, to, action));
    }
  }

  private void function() {
    if (!tokens.is(Kind.NAME) && !tokens.is(Kind.CALL)) {
      throw tokens.unexpected();
    }
    String name = tokens.next().text();
    tokens.expect("(");
    var parameters = new ArrayList<String>();
    while (!tokens.is(")")) {
      tokens.skipLines();
      parameters.add(tokens.name());
      tokens.skipLines();
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.expect(")");
    tokens.skipLines();
    functions.put(name, new Function(parameters, statements.block()));
  }
}
