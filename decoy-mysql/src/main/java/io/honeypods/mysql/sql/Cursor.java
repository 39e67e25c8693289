package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A place in the tokens of a text of SQL, moved by the parsers that share it. */
final class Cursor {
  private static final int MAX_IDENTIFIER = 64;

  /** Operators in one chain: what evaluating it takes of the stack is bounded by this. */
  private static final int MAX_CHAIN = 250;

  private final String sql;
  private final List<Token> tokens;
  private final int nesting;
  private int at;
  private int depth;
  private int chain;
  private int parameters;

  Cursor(String sql, List<Token> tokens, int nesting) {
    this.sql = sql;
    this.tokens = tokens;
    this.nesting = nesting;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  int position() {
    return at;
  }

  void position(int earlier) {
    at = earlier;
  }

  boolean isWord(String word) {
    return peek().is(word);
  }

  boolean isSign(String sign) {
    return peek().isSign(sign);
  }

  boolean accept(String word) {
    if (isWord(word)) {
      at++;
      return true;
    }
    return false;
  }

  /** Two words or none. */
  boolean accept(String first, String second) {
    if (isWord(first) && peek(1).is(second)) {
      at += 2;
      return true;
    }
    return false;
  }

  boolean acceptSign(String sign) {
    if (isSign(sign)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String word) {
    if (!accept(word)) {
      throw error();
    }
  }

  void expectSign(String sign) {
    if (!acceptSign(sign)) {
      throw error();
    }
  }

  /** A name of something: quoted, or a word that is not reserved. */
  String name() {
    Token token = peek();
    boolean fits =
        token.kind() == Kind.QUOTED_NAME
            || (token.kind() == Kind.WORD && !Keywords.isReserved(token.text()));
    if (!fits) {
      throw error();
    }
    at++;
    return token.text();
  }

  /** A name of something that there is or is to be: 64 characters at most. */
  String identifier() {
    String name = name();
    if (name.length() > MAX_IDENTIFIER) {
      throw Errors.identifierTooLong(name);
    }
    return name;
  }

  /** A name behind a dot, where reserved words are allowed. */
  String nameAfterDot() {
    Token token = peek();
    if (token.kind() == Kind.WORD || token.kind() == Kind.INTRODUCER) {
      at++;
      return token.text();
    }
    return name();
  }

  /** {@code name} or {@code schema.name}. */
  Statement.Name qualified() {
    String first = identifier();
    return acceptSign(".")
        ? new Statement.Name(first, nameAfterDot())
        : new Statement.Name(null, first);
  }

  /** {@code (a, b, c)}. */
  List<String> names() {
    expectSign("(");
    var names = new ArrayList<String>();
    do {
      names.add(identifier());
    } while (acceptSign(","));
    expectSign(")");
    return names;
  }

  /** A string in quotes. */
  String string() {
    Token token = peek();
    if (token.kind() != Kind.STRING) {
      throw error();
    }
    at++;
    return token.text();
  }

  /** A word, a name or a string, as option values are. */
  String wordOrString() {
    Token token = peek();
    return switch (token.kind()) {
      case WORD, QUOTED_NAME, STRING -> next().text();
      default -> throw error();
    };
  }

  long integer() {
    Token token = peek();
    if (token.kind() != Kind.INTEGER || token.text().length() > 18) {
      throw error();
    }
    at++;
    return Long.parseLong(token.text());
  }

  int nextParameter() {
    return parameters++;
  }

  int parameters() {
    return parameters;
  }

  /** One level deeper, as each parenthesis and subquery is; {@link #leave} takes it back. */
  void enter() {
    if (++depth > nesting) {
      throw Errors.stackOverrun();
    }
  }

  void leave() {
    depth--;
  }

  /** One operator more; the whole of a statement's chains is bounded. */
  void link(int length) {
    chain = Math.max(chain, length);
    if (chain > MAX_CHAIN) {
      throw Errors.stackOverrun();
    }
  }

  /** The tokens from one to the last one that was taken. */
  List<Token> tokensFrom(int first) {
    return tokens.subList(first, at);
  }

  /** The first {@code ?} of the text. */
  Token firstParameter() {
    return tokens.stream()
        .filter(token -> token.kind() == Kind.PARAMETER)
        .findFirst()
        .orElse(peek());
  }

  /** Whether there is a comment in the text. */
  boolean hasComment() {
    int behind = 0;
    for (Token token : tokens) {
      if (!sql.substring(behind, Math.max(behind, token.start())).isBlank()) {
        return true;
      }
      behind = Math.max(behind, token.end());
    }
    return false;
  }

  boolean atEnd() {
    return peek().kind() == Kind.END || isSign(";");
  }

  void expectEnd() {
    if (!atEnd()) {
      throw error();
    }
  }

  /** The text from a token to the last one that was taken. */
  String textFrom(int first) {
    return at == first ? "" : sql.substring(tokens.get(first).start(), tokens.get(at - 1).end());
  }

  /** The tokens from one to the last one that was taken, without comments between them. */
  String plainFrom(int first) {
    String whole = textFrom(first);
    if (!whole.contains("/*") && !whole.contains("--") && !whole.contains("#")) {
      return whole;
    }
    var text = new StringBuilder();
    for (int i = first; i < at; i++) {
      Token token = tokens.get(i);
      if (i > first && tokens.get(i - 1).end() < token.start()) {
        text.append(' ');
      }
      text.append(sql, token.start(), token.end());
    }
    return text.toString();
  }

  /** A word in lower case. */
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  SqlException error() {
    return errorAt(peek());
  }

  SqlException errorAt(Token token) {
    int start = Math.min(token.start(), sql.length());
    int line = 1 + (int) sql.substring(0, start).chars().filter(c -> c == '\n').count();
    return Errors.syntax(sql.substring(start), line);
  }
}
