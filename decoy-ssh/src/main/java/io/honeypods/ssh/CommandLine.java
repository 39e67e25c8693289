package io.honeypods.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of shell one command at a time, so that what one command changes is what the next
 * one's variables stand for.
 */
final class CommandLine {
  /** Commands that one line may hold. */
  static final int MAX_ITEMS = 200;

  private final String line;
  private final UnaryOperator<String> variable;
  private final StringBuilder word = new StringBuilder();
  private List<String> words = new ArrayList<>();
  private boolean inWord;
  private int at;
  private int count;
  private Link link = Link.ALWAYS;
  private String redirect = "";
  private String target = "";
  private boolean appends;
  private boolean silent;
  private @Nullable Item read;

  /**
   * A line; {@code variable} tells what a name stands for when its command is read.
   *
   * @throws MalformedException where bash would not take it either
   */
  CommandLine(String line, UnaryOperator<String> variable) {
    this(line, variable, true);
  }

  private CommandLine(String line, UnaryOperator<String> variable, boolean checks) {
    this.line = line;
    this.variable = variable;
    if (checks) {
      var dry = new CommandLine(line, _ -> "x", false);
      while (dry.next() != null) {
        count = 0;
      }
    }
  }

  /** What stands before a command. */
  enum Link {
    ALWAYS,
    AND,
    OR,
    PIPE
  }

  /** A command with its words, and where its output goes. */
  record Item(
      Link link,
      List<String> words,
      String target,
      boolean appends,
      boolean silent,
      boolean feeds) {
    Item {
      words = List.copyOf(words);
    }
  }

  /** The next command; null behind the last. */
  @Nullable Item next() {
    read = null;
    while (at < line.length() && read == null) {
      take(line.charAt(at++));
    }
    if (read == null) {
      endWord();
      if (!words.isEmpty()) {
        endItem(Link.ALWAYS, "");
      } else if (link != Link.ALWAYS || !redirect.isEmpty()) {
        throw new MalformedException("-bash: syntax error: unexpected end of file");
      }
    }
    return read;
  }

  private void take(char c) {
    switch (c) {
      case ' ', '\t' -> endWord();
      case '#' -> {
        if (inWord) {
          add(c);
        } else {
          at = line.length();
        }
      }
      case '\'' -> single();
      case '"' -> twofold();
      case '\\' -> add(at < line.length() ? line.charAt(at++) : c);
      case '$' -> expand();
      case ';', '\n' -> endItem(Link.ALWAYS, String.valueOf(c));
      case '&' -> ampersand();
      case '|' -> endItem(takes('|') ? Link.OR : Link.PIPE, "|");
      case '>' -> redirect();
      case '<' -> {
        endWord();
        redirect = "<";
      }
      default -> add(c);
    }
  }

  private boolean takes(char c) {
    boolean there = at < line.length() && line.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void add(char c) {
    inWord = true;
    word.append(c);
  }

  private void single() {
    int end = line.indexOf('\'', at);
    if (end < 0) {
      throw new MalformedException("-bash: unexpected EOF while looking for matching `''");
    }
    inWord = true;
    word.append(line, at, end);
    at = end + 1;
  }

  private void twofold() {
    inWord = true;
    while (at < line.length() && line.charAt(at) != '"') {
      char c = line.charAt(at++);
      if (c == '$') {
        expand();
      } else if (c == '\\' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0) {
        word.append(line.charAt(at++));
      } else {
        word.append(c);
      }
    }
    if (!takes('"')) {
      throw new MalformedException("-bash: unexpected EOF while looking for matching `\"'");
    }
  }

  private void expand() {
    int start = at;
    boolean braces = takes('{');
    if (at < line.length() && "?$#!".indexOf(line.charAt(at)) >= 0) {
      at++;
    } else {
      while (at < line.length() && isName(line.charAt(at))) {
        at++;
      }
    }
    String name = line.substring(braces ? start + 1 : start, at);
    if (braces) {
      at = Math.max(at, line.indexOf('}', at) + 1);
    }
    if (name.isEmpty()) {
      add('$');
    } else {
      String value = variable.apply(name);
      inWord |= !value.isEmpty();
      word.append(value);
    }
  }

  private static boolean isName(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private void ampersand() {
    if (takes('&')) {
      endItem(Link.AND, "&&");
    } else if (takes('>')) {
      silent = true;
      redirect();
    } else {
      endItem(Link.ALWAYS, "&");
    }
  }

  private void redirect() {
    boolean errors = inWord && word.toString().equals("2");
    if (inWord && (errors || word.toString().equals("1"))) {
      word.setLength(0);
      inWord = false;
    }
    endWord();
    boolean append = takes('>');
    if (takes('&')) {
      at = Math.min(at + 1, line.length());
    } else {
      redirect = errors ? "2" : ">";
      appends = append;
    }
  }

  private void endWord() {
    if (!inWord) {
      return;
    }
    String whole = word.toString();
    word.setLength(0);
    inWord = false;
    switch (redirect) {
      case "" -> words.add(whole);
      case ">" -> target = whole;
      case "2" -> silent |= whole.equals("/dev/null");
      default -> {}
    }
    redirect = "";
  }

  private void endItem(Link next, String token) {
    endWord();
    if (words.isEmpty() && !token.equals("\n")) {
      throw new MalformedException("-bash: syntax error near unexpected token `" + token + "'");
    }
    if (!words.isEmpty()) {
      read = new Item(link, words, target, appends, silent, next == Link.PIPE);
      count++;
    }
    if (count > MAX_ITEMS) {
      throw new MalformedException("-bash: fork: retry: Resource temporarily unavailable");
    }
    words = new ArrayList<>();
    target = "";
    appends = false;
    silent = false;
    link = next;
  }
}
