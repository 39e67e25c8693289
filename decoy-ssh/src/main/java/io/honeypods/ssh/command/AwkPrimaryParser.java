package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkExpr.Call;
import io.honeypods.ssh.command.AwkExpr.Constant;
import io.honeypods.ssh.command.AwkExpr.Element;
import io.honeypods.ssh.command.AwkExpr.Field;
import io.honeypods.ssh.command.AwkExpr.GetLine;
import io.honeypods.ssh.command.AwkExpr.In;
import io.honeypods.ssh.command.AwkExpr.Pattern;
import io.honeypods.ssh.command.AwkExpr.Place;
import io.honeypods.ssh.command.AwkExpr.Step;
import io.honeypods.ssh.command.AwkExpr.Variable;
import io.honeypods.ssh.command.AwkLexer.Kind;
import io.honeypods.ssh.command.AwkLexer.Token;
import io.honeypods.ssh.host.Decimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operands of expressions of {@code awk}. */
final class AwkPrimaryParser {
  private final AwkTokens tokens;
  private final AwkExpressionParser expressions;
  private final Set<String> called = new LinkedHashSet<>();

  AwkPrimaryParser(AwkTokens tokens, AwkExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** An operand with what counts it up or down. */
  AwkExpr stepped() {
    if (tokens.is("++") || tokens.is("--")) {
      int by = tokens.next().text().equals("++") ? 1 : -1;
      if (primary() instanceof Place place) {
        return new Step(place, by, true);
      }
      throw tokens.unexpected();
    }
    AwkExpr operand = primary();
    if (operand instanceof Place place && (tokens.is("++") || tokens.is("--"))) {
      return new Step(place, tokens.next().text().equals("++") ? 1 : -1, false);
    }
    return operand;
  }

  private AwkExpr primary() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER -> new Constant(AwkValue.of(Decimal.leading(tokens.next().text())));
      case TEXT -> new Constant(AwkValue.of(tokens.next().text()));
      case PATTERN -> new Pattern(tokens.next().text());
      case NAME -> named();
      case CALL -> call();
      case KEYWORD -> getLine();
      case OPERATOR -> operated();
      case LINE, END -> throw tokens.unexpected();
    };
  }

  private AwkExpr operated() {
    if (tokens.take("$")) {
      return new Field(tokens.is("-") || tokens.is("!") ? expressions.unary() : stepless());
    }
    if (!tokens.take("(")) {
      throw tokens.unexpected();
    }
    List<AwkExpr> values = expressions.list(")");
    if (values.isEmpty()) {
      throw tokens.unexpected();
    }
    if (values.size() == 1) {
      return values.getFirst();
    }
    if (!tokens.take("in")) {
      throw tokens.unexpected();
    }
    return new In(values, tokens.name());
  }

  /** What a dollar sign is before: {@code $i++} counts the field up. */
  private AwkExpr stepless() {
    return tokens.is("++") || tokens.is("--") ? stepped() : primary();
  }

  private Place named() {
    String name = tokens.next().text();
    return tokens.take("[") ? new Element(name, expressions.list("]")) : new Variable(name);
  }

  private AwkExpr call() {
    String name = tokens.next().text();
    boolean own = !AwkFunctions.NAMES.contains(name);
    if (!tokens.is("(")) {
      if (!name.equals("length")) {
        throw tokens.unexpected();
      }
      return new Call(name, List.of(), false);
    }
    tokens.next();
    List<AwkExpr> arguments = expressions.list(")");
    if (!own && !AwkFunctions.takes(name, arguments.size())) {
      throw tokens.error("wrong number of arguments in call to " + name);
    }
    if (own) {
      called.add(name);
    }
    return new Call(name, arguments, own);
  }

  /** The functions of the program that are called. */
  Set<String> called() {
    return called;
  }

  private AwkExpr getLine() {
    if (!tokens.take("getline")) {
      throw tokens.unexpected();
    }
    Place place = place();
    return tokens.take("<")
        ? new GetLine(expressions.unary(), false, place)
        : new GetLine(null, false, place);
  }

  /** What can be assigned to and begins here; null where nothing does. */
  @Nullable Place place() {
    if (tokens.is(Kind.NAME)) {
      return named();
    }
    return tokens.is("$") && operated() instanceof Field field ? field : null;
  }
}
