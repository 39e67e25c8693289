package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Redirection;
import io.honeypods.ssh.shell.Word.Part;
import io.honeypods.ssh.shell.Word.Text;
import java.util.ArrayList;
import java.util.List;

/** Here-documents: announced on a line, read behind it. */
final class HereDocuments {
  private static final int MAX_WARNINGS = 16;

  private final Source source;
  private final int depth;
  private final List<Pending> pending = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  HereDocuments(Source source, int depth) {
    this.source = source;
    this.depth = depth;
  }

  /** Its parts become known only when the line is over. */
  private record Pending(
      String delimiter, boolean expands, boolean strips, int line, List<Part> parts) {}

  Redirection expect(int descriptor, String operator) {
    Word word = new WordParser(source, depth).word();
    String literal = word.literal();
    var parts = new ArrayList<Part>();
    boolean expands = !word.isQuoted();
    pending.add(
        new Pending(
            literal == null ? "" : literal, expands, operator.equals("<<-"), source.line(), parts));
    int start = source.position();
    int end = body(start);
    return new Redirection(descriptor, "<<", word, new Word(peeked(start, end)));
  }

  /** The text is looked up ahead, and passed over once its line is over. */
  private List<Part> peeked(int back, int bodyStart) {
    Pending last = pending.getLast();
    source.back(bodyStart);
    for (int i = 0; i < pending.size() - 1; i++) {
      text(pending.get(i));
    }
    String text = text(last);
    source.back(back);
    if (!last.expands()) {
      return List.of(new Text(text, true));
    }
    var parts = new ArrayList<Part>();
    new WordParser(source.inner(text), depth + 1).quoted(parts, "");
    return parts;
  }

  private int body(int start) {
    source.restOfLine();
    int begins = source.position();
    source.back(start);
    return begins;
  }

  /** Passes the texts that were announced on the line that has just ended. */
  void read() {
    for (Pending each : pending) {
      text(each);
    }
    pending.clear();
  }

  void requireNone() {
    if (!pending.isEmpty()) {
      pending.clear();
    }
  }

  private void warn(Pending document) {
    if (warnings.size() < MAX_WARNINGS && !source.isPosix()) {
      warnings.add(
          "line %d: warning: here-document at line %d delimited by end-of-file (wanted `%s')"
              .formatted(source.line(), document.line(), document.delimiter()));
    }
  }

  /** What there is to say of documents that did not end, once. */
  List<String> warnings() {
    List<String> all = warnings.stream().distinct().toList();
    warnings.clear();
    return all;
  }

  private String text(Pending document) {
    var text = new StringBuilder();
    while (true) {
      if (source.isAtEnd()) {
        if (source.isWhole()) {
          warn(document);
          return text.toString();
        }
        throw SyntaxException.incomplete(document.delimiter(), source.line());
      }
      String line = source.restOfLine();
      String bare = document.strips() ? line.replaceFirst("^\t+", "") : line;
      if (bare.equals(document.delimiter())) {
        return text.toString();
      }
      text.append(bare).append('\n');
    }
  }
}
