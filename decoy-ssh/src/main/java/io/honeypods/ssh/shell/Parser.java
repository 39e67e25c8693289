package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Background;
import io.honeypods.ssh.shell.Node.Either;
import io.honeypods.ssh.shell.Node.Redirection;
import io.honeypods.ssh.shell.Node.Sequence;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads commands: the grammar of bash from the top. */
final class Parser {
  static final Set<String> ENDS =
      Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}", ";;", ";&", ";;&", ")");

  final Source source;

  final int depth;

  final HereDocuments documents;

  private final PipelineParser pipelines;

  Parser(Source source, int depth) {
    this(source, depth, Map.of());
  }

  Parser(Source source, int depth, Map<String, String> aliases) {
    this.source = source;
    this.depth = depth;
    this.documents = new HereDocuments(source, depth);
    WordParser.requireDepth(source, depth);
    this.pipelines = new PipelineParser(this, source, depth, aliases);
  }

  /** A parser of what lies within: here-documents that it finds begin behind the same line. */
  Parser(Source source, int depth, HereDocuments documents) {
    this.source = source;
    this.depth = depth;
    this.documents = documents;
    WordParser.requireDepth(source, depth);
    this.pipelines = new PipelineParser(this, source, depth, Map.of());
  }

  /** The next complete command line; null at the end. */
  @Nullable Node next() {
    skipLines();
    if (source.isAtEnd()) {
      return null;
    }
    Node line = line();
    source.skipBlanks();
    if (source.peek() == '\n') {
      source.next();
      documents.read();
    } else if (!source.isAtEnd()) {
      throw unexpected();
    }
    documents.requireNone();
    return line;
  }

  /** All there is. */
  Node all() {
    var nodes = new ArrayList<Node>();
    for (Node node = next(); node != null; node = next()) {
      nodes.add(node);
    }
    return new Sequence(nodes);
  }

  /** A list up to a parenthesis, which is passed. */
  Node untilParenthesis() {
    Node list = list();
    if (!source.take(")")) {
      if (source.isAtEnd()) {
        throw SyntaxException.incomplete(
            "unexpected EOF while looking for matching `)'", source.line() + 1);
      }
      throw unexpected();
    }
    return list;
  }

  /** Commands up to a word that ends them, which is left. */
  Node list() {
    var nodes = new ArrayList<Node>();
    skipLines();
    while (!source.isAtEnd() && !isEnd()) {
      nodes.add(line());
      source.skipBlanks();
      if (source.peek() == '\n') {
        skipLines();
      } else if (!isEnd() && !source.isAtEnd()) {
        throw unexpected();
      }
    }
    return new Sequence(nodes);
  }

  /** As {@link #list}, with at least one command. */
  Node body(String end) {
    Node list = list();
    if (list instanceof Sequence sequence && sequence.nodes().isEmpty()) {
      throw unexpected(end);
    }
    return list;
  }

  private Node line() {
    var nodes = new ArrayList<Node>();
    boolean more = true;
    while (more) {
      int start = source.position();
      Node node = either();
      String text = source.from(start).strip();
      source.skipBlanks();
      more = false;
      if (source.peek() == '&' && source.peek(1) != '&') {
        source.next();
        node = new Background(node, text);
        more = true;
      } else if (source.peek() == ';' && source.peek(1) != ';' && source.peek(1) != '&') {
        source.next();
        more = true;
      }
      nodes.add(node);
      source.skipBlanks();
      more = more && !source.isAtEnd() && source.peek() != '\n' && !isEnd();
    }
    return nodes.size() == 1 ? nodes.getFirst() : new Sequence(nodes);
  }

  private Node either() {
    Node node = pipelines.pipeline();
    source.skipBlanks();
    while (source.starts("&&") || source.starts("||")) {
      boolean and = source.starts("&&");
      source.skip(2);
      skipLines();
      node = new Either(node, and, pipelines.pipeline());
      source.skipBlanks();
    }
    return node;
  }

  @Nullable Redirection redirection() {
    return new RedirectionParser(this).redirection();
  }

  /** Takes a reserved word that stands alone. */
  boolean takeWord(String word) {
    source.skipBlanks();
    if (!source.starts(word)) {
      return false;
    }
    char behind = source.peek(word.length());
    if (!Source.isMeta(behind)) {
      return false;
    }
    source.skip(word.length());
    return true;
  }

  boolean isEnd() {
    source.skipBlanks();
    for (String end : ENDS) {
      if (source.starts(end)
          && ((!Character.isLetter(end.charAt(0)) && end.charAt(0) != '}')
              || Source.isMeta(source.peek(end.length())))) {
        return true;
      }
    }
    return false;
  }

  void skipLines() {
    source.skipBlanks();
    while (source.peek() == '\n') {
      source.next();
      documents.read();
      source.skipBlanks();
    }
  }

  void expect(String word) {
    skipLines();
    if (!takeWord(word)) {
      throw unexpected(word);
    }
  }

  SyntaxException unexpected() {
    return unexpected("");
  }

  private SyntaxException unexpected(String expecting) {
    source.skipBlanks();
    return Unexpected.at(source, expecting);
  }

  /** A parser of what lies within, behind the same line's here-documents. */
  Parser inner() {
    return new Parser(source, depth + 1, documents);
  }
}
