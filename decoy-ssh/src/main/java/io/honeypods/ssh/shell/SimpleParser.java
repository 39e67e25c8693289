package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Assignment;
import io.honeypods.ssh.shell.Node.Redirection;
import io.honeypods.ssh.shell.Node.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a simple command: assignments, words and redirections. */
final class SimpleParser {
  private final Parser parser;
  private final Source source;
  private final int depth;
  private final Map<String, String> aliases;
  private final List<Assignment> declared = new ArrayList<>();

  SimpleParser(Parser parser, Source source, int depth, Map<String, String> aliases) {
    this.parser = parser;
    this.source = source;
    this.depth = depth;
    this.aliases = aliases;
  }

  Node command() {
    var assignments = new ArrayList<Assignment>();
    var words = new ArrayList<Word>();
    var redirections = new ArrayList<Redirection>();
    int line = source.line();
    Set<String> expanded = new java.util.HashSet<>();
    while (true) {
      source.skipBlanks();
      Redirection redirection = parser.redirection();
      if (redirection != null) {
        redirections.add(redirection);
        continue;
      }
      if (Source.isMeta(source.peek()) && !source.startsProcess()) {
        break;
      }
      Assignment assignment = words.isEmpty() ? new AssignmentParser(parser).assignment() : null;
      if (assignment != null) {
        assignments.add(assignment);
        continue;
      }
      Word word = arrayOf(words) ? declared() : new WordParser(source, depth).word();
      String alias = words.isEmpty() && word.bare() != null ? aliases.get(word.bare()) : null;
      if (alias != null && expanded.add(String.valueOf(word.bare()))) {
        words.addAll(words(alias));
      } else {
        words.add(word);
      }
      source.skipBlanks();
      if (words.size() == 1 && source.peek() == '(' && word.bare() != null) {
        return new CompoundParser(parser).function(String.valueOf(word.bare()));
      }
    }
    if (words.isEmpty() && assignments.isEmpty() && redirections.isEmpty()) {
      throw parser.unexpected();
    }
    return new Simple(assignments, words, redirections, declared, line);
  }

  private static boolean arrayOf(List<Word> words) {
    String first = words.isEmpty() ? null : words.getFirst().bare();
    return first != null
        && Set.of("declare", "local", "typeset", "export", "readonly").contains(first);
  }

  /** An argument such as {@code a=(x y)}, which only some commands take. */
  private Word declared() {
    int start = source.position();
    Assignment assignment = new AssignmentParser(parser).assignment();
    if (assignment == null || assignment.elements() == null) {
      source.back(start);
      return new WordParser(source, depth).word();
    }
    declared.add(assignment);
    return Word.of(assignment.name());
  }

  private List<Word> words(String text) {
    var inner = new Parser(source.inner(text), depth + 1);
    return inner.next() instanceof Simple simple ? simple.words() : List.of(Word.of(text));
  }
}
