package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Count;
import io.honeypods.ssh.shell.Node.For;
import io.honeypods.ssh.shell.Node.Loop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads loops behind the word that begins them. */
final class LoopParser {
  private final Parser outer;
  private final Source source;

  LoopParser(Parser outer) {
    this.outer = outer;
    this.source = outer.source;
  }

  Node loop(boolean until) {
    Node condition = outer.inner().body("do");
    return new Loop(condition, until, group());
  }

  private Node group() {
    outer.expect("do");
    Node body = outer.inner().body("done");
    outer.expect("done");
    return body;
  }

  Node counted() {
    source.skipBlanks();
    if (source.starts("((")) {
      source.skip(2);
      String inside = Parentheses.balanced(source);
      String[] parts = inside == null ? new String[0] : inside.split(";", -1);
      if (parts.length != 3) {
        throw outer.unexpected();
      }
      skipSemicolon();
      return new Count(sum(outer, parts[0]), sum(outer, parts[1]), sum(outer, parts[2]), group());
    }
    String name = name();
    List<Word> words = words();
    return new For(name, words, group());
  }

  Node select() {
    String name = name();
    List<Word> words = words();
    return new Node.Select(name, words, group());
  }

  private String name() {
    source.skipBlanks();
    String name = new WordParser(source, outer.depth).word().bare();
    if (name == null || !Source.isName(name)) {
      throw outer.unexpected();
    }
    return name;
  }

  /** What a name goes through; null where that is the arguments. */
  private @Nullable List<Word> words() {
    outer.skipLines();
    List<Word> words = null;
    if (outer.takeWord("in")) {
      words = new ArrayList<>();
      source.skipBlanks();
      while (!Source.isMeta(source.peek()) || source.startsProcess()) {
        words.add(new WordParser(source, outer.depth).word());
        source.skipBlanks();
      }
    }
    skipSemicolon();
    return words;
  }

  private void skipSemicolon() {
    source.skipBlanks();
    source.take(";");
  }

  /** An expression of numbers, in which parameters stand for their values. */
  static Word sum(Parser outer, String text) {
    var parts = new ArrayList<Word.Part>();
    new WordParser(outer.source.inner(text), outer.depth + 1).quoted(parts, "");
    return new Word(parts);
  }
}
