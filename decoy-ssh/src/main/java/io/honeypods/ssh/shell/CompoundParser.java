package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Branch;
import io.honeypods.ssh.shell.Node.Case;
import io.honeypods.ssh.shell.Node.Function;
import io.honeypods.ssh.shell.Node.If;
import io.honeypods.ssh.shell.Node.Redirected;
import io.honeypods.ssh.shell.Node.Redirection;
import io.honeypods.ssh.shell.Node.Subshell;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads commands that hold others. */
final class CompoundParser {
  private final Parser outer;
  private final Source source;

  CompoundParser(Parser outer) {
    this.outer = outer;
    this.source = outer.source;
  }

  /** The compound command that begins here; null where there is none. */
  @Nullable Node command() {
    Node node = bare();
    if (node == null || node instanceof Function) {
      return node;
    }
    var redirections = new ArrayList<Redirection>();
    source.skipBlanks();
    for (Redirection each = outer.redirection(); each != null; each = outer.redirection()) {
      redirections.add(each);
      source.skipBlanks();
    }
    return redirections.isEmpty() ? node : new Redirected(node, redirections);
  }

  private @Nullable Node bare() {
    if (source.starts("((")) {
      int start = source.position();
      source.skip(2);
      String inside = Parentheses.balanced(source);
      if (inside != null) {
        return new Node.Sum(LoopParser.sum(outer, inside));
      }
      source.back(start);
    }
    if (source.peek() == '(') {
      source.next();
      Parser inner = inner();
      Node body = inner.untilParenthesis();
      return new Subshell(body);
    }
    if (outer.takeWord("{")) {
      Node body = inner().body("}");
      outer.expect("}");
      return body;
    }
    return keyword();
  }

  private @Nullable Node keyword() {
    if (outer.takeWord("if")) {
      return conditional();
    }
    if (outer.takeWord("while")) {
      return new LoopParser(outer).loop(false);
    }
    if (outer.takeWord("until")) {
      return new LoopParser(outer).loop(true);
    }
    if (!source.isPosix() && outer.takeWord("select")) {
      return new LoopParser(outer).select();
    }
    if (outer.takeWord("for")) {
      return new LoopParser(outer).counted();
    }
    if (outer.takeWord("case")) {
      return choice();
    }
    if (!source.isPosix() && outer.takeWord("[[")) {
      return new ConditionParser(outer).condition();
    }
    if (!source.isPosix() && outer.takeWord("function")) {
      source.skipBlanks();
      String name = String.valueOf(new WordParser(source, outer.depth).word().literal());
      return function(name);
    }
    return null;
  }

  private Parser inner() {
    return outer.inner();
  }

  Function function(String name) {
    source.skipBlanks();
    if (source.take("(")) {
      source.skipBlanks();
      if (!source.take(")")) {
        throw outer.unexpected();
      }
    }
    outer.skipLines();
    Node body = new CompoundParser(inner()).command();
    if (body == null) {
      throw outer.unexpected();
    }
    return new Function(name, body);
  }

  private Node conditional() {
    Node condition = inner().body("then");
    outer.expect("then");
    Node then = inner().body("fi");
    outer.skipLines();
    if (outer.takeWord("elif")) {
      return new If(condition, then, conditional());
    }
    Node otherwise = outer.takeWord("else") ? inner().body("fi") : null;
    outer.expect("fi");
    return new If(condition, then, otherwise);
  }

  private Node choice() {
    source.skipBlanks();
    Word subject = new WordParser(source, outer.depth).word();
    outer.expect("in");
    var branches = new ArrayList<Branch>();
    outer.skipLines();
    while (!outer.takeWord("esac")) {
      if (source.isAtEnd()) {
        throw outer.unexpected();
      }
      branches.add(branch());
      outer.skipLines();
    }
    return new Case(subject, branches);
  }

  private Branch branch() {
    source.take("(");
    var patterns = new ArrayList<Word>();
    do {
      source.skipBlanks();
      Word pattern = new WordParser(source, outer.depth).word();
      if (pattern.parts().isEmpty()) {
        throw outer.unexpected();
      }
      patterns.add(pattern);
      source.skipBlanks();
    } while (source.take("|"));
    if (!source.take(")")) {
      throw outer.unexpected();
    }
    Node body = inner().list();
    outer.skipLines();
    Node.After after =
        source.take(";;&")
            ? Node.After.RETEST
            : source.take(";&") ? Node.After.FALL : Node.After.END;
    source.take(";;");
    return new Branch(patterns, body, after);
  }
}
