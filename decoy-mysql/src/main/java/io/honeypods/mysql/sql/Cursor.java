package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A place in the tokens of a text of SQL, moved by the parsers that share it. */
final class Cursor {
  private static final int MAX_IDENTIFIER = 64;

  private final SourceText source;
  private final List<Token> tokens;
  private final Nesting nesting;
  private int at;
  private int parameters;

  Cursor(String sql, List<Token> tokens, int nesting) {
    this.source = new SourceText(sql, tokens);
    this.tokens = tokens;
    this.nesting = new Nesting(nesting);
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

  /** The tokens from one to the last one that was taken. */
  List<Token> tokensFrom(int first) {
    return tokens.subList(first, at);
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
    return source.between(first, at);
  }

  /** The tokens from one to the last one that was taken, without comments between them. */
  String plainFrom(int first) {
    return source.plain(first, at);
  }

  SourceText source() {
    return source;
  }

  Nesting nesting() {
    return nesting;
  }

  /** A word in lower case. */
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  SqlException error() {
    return errorAt(peek());
  }

  SqlException errorAt(Token token) {
    return source.errorAt(token);
  }
}
