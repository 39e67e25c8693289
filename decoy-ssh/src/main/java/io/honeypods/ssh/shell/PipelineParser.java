package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Pipeline;
import io.honeypods.ssh.shell.Node.Redirection;
import io.honeypods.ssh.shell.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what stands between {@code &&}, {@code ||} and {@code ;}: commands and their pipes. */
final class PipelineParser {
  private final Parser parser;
  private final Source source;
  private final int depth;
  private final Map<String, String> aliases;

  PipelineParser(Parser parser, Source source, int depth, Map<String, String> aliases) {
    this.parser = parser;
    this.source = source;
    this.depth = depth;
    this.aliases = aliases;
  }

  /** Commands that one after the other read what the one before writes. */
  Node pipeline() {
    boolean negated = false;
    boolean timed = false;
    while (parser.takeWord("!")) {
      negated = !negated;
    }
    if (parser.takeWord("time")) {
      parser.takeWord("-p");
      timed = true;
    }
    source.skipBlanks();
    if (timed && (source.isAtEnd() || source.peek() == '\n' || source.peek() == ';')) {
      return new Pipeline(List.of(new Sequence(List.of())), negated, true);
    }
    var stages = new ArrayList<Node>();
    stages.add(command());
    source.skipBlanks();
    while (source.peek() == '|' && source.peek(1) != '|') {
      source.next();
      boolean both = source.take("&");
      if (both) {
        Node last = stages.removeLast();
        stages.add(
            new Node.Redirected(last, List.of(new Redirection(2, ">&", Word.of("1"), null))));
      }
      parser.skipLines();
      stages.add(command());
      source.skipBlanks();
    }
    return stages.size() == 1 && !negated && !timed
        ? stages.getFirst()
        : new Pipeline(stages, negated, timed);
  }

  private Node command() {
    if (parser.isEnd()) {
      throw parser.unexpected();
    }
    Node compound = new CompoundParser(parser).command();
    return compound == null ? new SimpleParser(parser, source, depth, aliases).command() : compound;
  }
}
