package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Branch;
import io.honeypods.ssh.shell.Node.Case;
import io.honeypods.ssh.shell.Node.Condition;
import io.honeypods.ssh.shell.Node.Count;
import io.honeypods.ssh.shell.Node.For;
import io.honeypods.ssh.shell.Node.Function;
import io.honeypods.ssh.shell.Node.If;
import io.honeypods.ssh.shell.Node.Loop;
import io.honeypods.ssh.shell.Node.Redirected;
import io.honeypods.ssh.shell.Node.Redirection;
import io.honeypods.ssh.shell.Node.Subshell;
import java.util.ArrayList;
import java.util.List;
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
      String inside = Parser.balanced(source);
      if (inside != null) {
        return new Node.Sum(sum(inside));
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
      Node body = inner().body();
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
      return loop(false);
    }
    if (outer.takeWord("until")) {
      return loop(true);
    }
    if (outer.takeWord("for")) {
      return counted();
    }
    if (outer.takeWord("case")) {
      return choice();
    }
    if (outer.takeWord("[[")) {
      return condition();
    }
    if (outer.takeWord("function")) {
      source.skipBlanks();
      String name = String.valueOf(new WordParser(source, outer.depth).word().literal());
      return function(name);
    }
    return null;
  }

  private Parser inner() {
    return new Parser(source, outer.depth + 1, outer.documents);
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
    Node condition = inner().body();
    outer.expect("then");
    Node then = inner().body();
    outer.skipLines();
    if (outer.takeWord("elif")) {
      return new If(condition, then, conditional());
    }
    Node otherwise = outer.takeWord("else") ? inner().body() : null;
    outer.expect("fi");
    return new If(condition, then, otherwise);
  }

  private Node loop(boolean until) {
    Node condition = inner().body();
    return new Loop(condition, until, group());
  }

  private Node group() {
    outer.expect("do");
    Node body = inner().body();
    outer.expect("done");
    return body;
  }

  private Node counted() {
    source.skipBlanks();
    if (source.starts("((")) {
      source.skip(2);
      String inside = Parser.balanced(source);
      String[] parts = inside == null ? new String[0] : inside.split(";", -1);
      if (parts.length != 3) {
        throw outer.unexpected();
      }
      skipSemicolon();
      return new Count(sum(parts[0]), sum(parts[1]), sum(parts[2]), group());
    }
    String name = new WordParser(source, outer.depth).word().bare();
    if (name == null || !Source.isName(name)) {
      throw outer.unexpected();
    }
    outer.skipLines();
    List<Word> words = null;
    if (outer.takeWord("in")) {
      words = new ArrayList<>();
      source.skipBlanks();
      while (!Source.isMeta(source.peek())) {
        words.add(new WordParser(source, outer.depth).word());
        source.skipBlanks();
      }
    }
    skipSemicolon();
    return new For(name, words, group());
  }

  private void skipSemicolon() {
    source.skipBlanks();
    source.take(";");
  }

  private Word sum(String text) {
    var parts = new ArrayList<Word.Part>();
    new WordParser(new Source(text), outer.depth + 1).quoted(parts, "");
    return new Word(parts);
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
    boolean falls = source.take(";;&") || source.take(";&");
    if (!falls) {
      source.take(";;");
    }
    return new Branch(patterns, body, falls);
  }

  private Node condition() {
    var words = new ArrayList<Word>();
    outer.skipLines();
    while (!outer.takeWord("]]")) {
      if (source.isAtEnd()) {
        throw outer.unexpected();
      }
      words.add(token(words));
      outer.skipLines();
    }
    return new Condition(words);
  }

  private Word token(List<Word> before) {
    for (String each : List.of("&&", "||", "(", ")", "<", ">")) {
      if (source.take(each)) {
        return Word.of(each);
      }
    }
    boolean regex = !before.isEmpty() && "=~".equals(before.getLast().bare());
    Word word =
        new WordParser(source, outer.depth)
            .until(regex ? c -> c == ' ' || c == '\n' || c == '\t' : c -> Source.isMeta((char) c));
    if (word.parts().isEmpty()) {
      throw outer.unexpected();
    }
    return word;
  }
}
