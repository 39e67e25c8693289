package io.honeypods.ssh.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern of {@code *}, {@code ?}, sets and what a backslash makes literal, as {@code fnmatch}
 * takes it; a match takes one look at each character, whatever the pattern.
 */
public final class Wildcard {
  private static final long MAX_COST = 50_000_000;
  private static final int COST_OF_STEP = 4;
  private static final int MAX_UNCLOSED = 32;

  private final List<Element> elements;
  private final Places places;

  private Wildcard(List<Element> elements) {
    this.elements = elements;
    this.places = new Places(elements);
  }

  /** One character that passes a test, or as many of them as there are. */
  record Element(IntPredicate test, boolean many) {}

  public static Wildcard of(String pattern) {
    return new Wildcard(parse(pattern));
  }

  /** The same pattern whatever the case of letters. */
  public static Wildcard blind(String pattern) {
    return new Wildcard(
        parse(pattern).stream()
            .map(each -> new Element(eitherCase(each.test()), each.many()))
            .toList());
  }

  /** Whether a pattern stands for more than itself. */
  public static boolean isPattern(String pattern) {
    int brackets = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean opens = c == '[' && brackets++ < MAX_UNCLOSED;
      if (c == '*' || c == '?' || (opens && BracketSet.parse(pattern, i) != null)) {
        return true;
      }
      i += c == '\\' ? 1 : 0;
    }
    return false;
  }

  /** Counts the work of matching so long a text; ends a task whose turn would last too long. */
  public Wildcard affordable(Task task, int length) {
    boolean open = elements.stream().anyMatch(Element::many);
    long cost = places.words() * (open ? length : Math.min(length, elements.size() + 1L));
    if (cost > MAX_COST) {
      throw new Killed(Killed.KILL);
    }
    task.work((int) (cost / COST_OF_STEP));
    return this;
  }

  /** Whether all of a text is of the pattern. */
  public boolean matches(String text) {
    return prefix(text, 0, true) == text.length();
  }

  /** Where the longest or the shortest match that begins at a place ends; -1 for none. */
  public int prefix(String text, int from, boolean longest) {
    long[] reached = places.start();
    int end = places.isEnd(reached) ? from : -1;
    for (int at = from; at < text.length() && (longest || end < 0); at++) {
      if (!places.step(reached, text.charAt(at))) {
        break;
      }
      end = places.isEnd(reached) ? at + 1 : end;
    }
    return end;
  }

  /** Where the longest or the shortest match that ends a text begins; -1 for none. */
  public int suffix(String text, boolean longest) {
    var backwards = new Wildcard(elements.reversed());
    int length = backwards.prefix(new StringBuilder(text).reverse().toString(), 0, longest);
    return length < 0 ? -1 : text.length() - length;
  }

  private static List<Element> parse(String pattern) {
    var elements = new ArrayList<Element>();
    int at = 0;
    int unclosed = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      BracketSet set = c == '[' && unclosed < MAX_UNCLOSED ? BracketSet.parse(pattern, at) : null;
      unclosed += c == '[' && set == null ? 1 : 0;
      if (set != null) {
        elements.add(new Element(set, false));
        at = set.end();
        continue;
      }
      if (c == '*' || c == '?') {
        boolean again = c == '*' && !elements.isEmpty() && elements.getLast().many();
        elements.addAll(again ? List.of() : List.of(new Element(_ -> true, c == '*')));
      } else {
        at += c == '\\' && at + 1 < pattern.length() ? 1 : 0;
        char literal = pattern.charAt(at);
        elements.add(new Element(each -> each == literal, false));
      }
      at++;
    }
    return List.copyOf(elements);
  }

  private static IntPredicate eitherCase(IntPredicate test) {
    return c ->
        test.test(c) || test.test(Character.toLowerCase(c)) || test.test(Character.toUpperCase(c));
  }
}
