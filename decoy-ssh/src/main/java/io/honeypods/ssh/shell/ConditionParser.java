package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Condition;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands between {@code [[} and {@code ]]}. */
final class ConditionParser {
  private static final List<String> OPERATORS = List.of("&&", "||", "(", ")", "<", ">");

  private final Parser outer;
  private final Source source;

  ConditionParser(Parser outer) {
    this.outer = outer;
    this.source = outer.source;
  }

  Node condition() {
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
    for (String each : OPERATORS) {
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
