package io.honeypods.ssh.command;

import io.honeypods.ssh.command.AwkExpr.Assign;
import io.honeypods.ssh.command.AwkExpr.Binary;
import io.honeypods.ssh.command.AwkExpr.Choice;
import io.honeypods.ssh.command.AwkExpr.GetLine;
import io.honeypods.ssh.command.AwkExpr.In;
import io.honeypods.ssh.command.AwkExpr.Logic;
import io.honeypods.ssh.command.AwkExpr.Match;
import io.honeypods.ssh.command.AwkExpr.Place;
import io.honeypods.ssh.command.AwkExpr.Unary;
import io.honeypods.ssh.command.AwkLexer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions of {@code awk}: what joins and compares operands. */
final class AwkExpressionParser {
  private static final int MAX_DEPTH = 60;
  private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "^=");

  private final AwkTokens tokens;
  private final AwkPrimaryParser primaries;
  private int depth;
  private boolean redirects;

  AwkExpressionParser(AwkTokens tokens) {
    this.tokens = tokens;
    this.primaries = new AwkPrimaryParser(tokens, this);
  }

  Set<String> called() {
    return primaries.called();
  }

  AwkExpr expression() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("expression nesting level exceeded");
    }
    AwkExpr left = choice();
    depth--;
    return left;
  }

  /** What stands in a print statement, where {@code >} is none of its operators. */
  AwkExpr printed() {
    boolean before = redirects;
    redirects = true;
    AwkExpr value = expression();
    redirects = before;
    return value;
  }

  /** What stands in parentheses, where it is. */
  AwkExpr enclosed() {
    boolean before = redirects;
    redirects = false;
    AwkExpr value = expression();
    redirects = before;
    return value;
  }

  List<AwkExpr> list(String end) {
    var values = new ArrayList<AwkExpr>();
    while (!tokens.is(end)) {
      tokens.skipLines();
      values.add(enclosed());
      tokens.skipLines();
      if (!tokens.take(",")) {
        break;
      }
      tokens.skipLines();
    }
    tokens.expect(end);
    return values;
  }

  private AwkExpr choice() {
    AwkExpr condition = either();
    if (condition instanceof Place place
        && ASSIGNMENTS.contains(tokens.peek().text())
        && tokens.is(Kind.OPERATOR)) {
      String operator = tokens.next().text();
      tokens.skipLines();
      return new Assign(place, operator.substring(0, operator.length() - 1), expression());
    }
    if (!tokens.take("?")) {
      return condition;
    }
    tokens.skipLines();
    AwkExpr yes = expression();
    tokens.skipLines();
    tokens.expect(":");
    tokens.skipLines();
    return new Choice(condition, yes, expression());
  }

  private AwkExpr either() {
    AwkExpr left = both();
    while (tokens.take("||")) {
      tokens.skipLines();
      left = new Logic(false, left, both());
    }
    return left;
  }

  private AwkExpr both() {
    AwkExpr left = contained();
    while (tokens.take("&&")) {
      tokens.skipLines();
      left = new Logic(true, left, contained());
    }
    return left;
  }

  private AwkExpr contained() {
    AwkExpr left = matched();
    while (tokens.take("in")) {
      left = new In(List.of(left), tokens.name());
    }
    return left;
  }

  private AwkExpr matched() {
    AwkExpr left = compared();
    while (tokens.is("~") || tokens.is("!~")) {
      boolean negated = tokens.next().text().equals("!~");
      left = new Match(negated, left, compared());
    }
    return left;
  }

  private AwkExpr compared() {
    AwkExpr left = joined();
    while (tokens.is("|") && tokens.peek(1).is("getline")) {
      tokens.next();
      tokens.next();
      left = new GetLine(left, true, primaries.place());
    }
    for (String each : List.of("<=", ">=", "==", "!=", "<", ">")) {
      if (tokens.is(each) && !(redirects && each.equals(">"))) {
        tokens.next();
        return assigned(new Binary(each, left, joined()));
      }
    }
    return left;
  }

  /** {@code 1 == x = 5} assigns, as yacc's grammar has it. */
  private AwkExpr assigned(Binary binary) {
    if (tokens.is("=") && binary.right() instanceof Place place) {
      tokens.next();
      return new Binary(binary.operator(), binary.left(), new Assign(place, "", expression()));
    }
    return binary;
  }

  AwkExpr joined() {
    AwkExpr left = sum();
    while (beginsOperand()) {
      left = new Binary("", left, sum());
    }
    return left;
  }

  private boolean beginsOperand() {
    return switch (tokens.peek().kind()) {
      case NUMBER, TEXT, PATTERN, NAME, CALL -> true;
      case KEYWORD, LINE, END -> false;
      case OPERATOR -> Set.of("$", "(", "++", "--", "!").contains(tokens.peek().text());
    };
  }

  private AwkExpr sum() {
    AwkExpr left = product();
    while (tokens.is("+") || tokens.is("-")) {
      left = new Binary(tokens.next().text(), left, product());
    }
    return left;
  }

  private AwkExpr product() {
    AwkExpr left = unary();
    while (tokens.is("*") || tokens.is("/") || tokens.is("%")) {
      left = new Binary(tokens.next().text(), left, unary());
    }
    return left;
  }

  AwkExpr unary() {
    for (String each : List.of("!", "-", "+")) {
      if (tokens.take(each)) {
        if (++depth > MAX_DEPTH) {
          throw tokens.error("expression nesting level exceeded");
        }
        AwkExpr operand = unary();
        depth--;
        return new Unary(each.charAt(0), operand);
      }
    }
    AwkExpr base = primaries.stepped();
    return tokens.take("^") ? new Binary("^", base, unary()) : base;
  }
}
