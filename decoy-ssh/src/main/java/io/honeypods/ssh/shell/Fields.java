package io.honeypods.ssh.shell;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines that were read where characters of IFS stand. */
record Fields(String separators) {

  private boolean isBlank(char c) {
    return " \t\n".indexOf(c) >= 0 && separators.indexOf(c) >= 0;
  }

  /** Up to so many fields, of which the last is all that is left. */
  List<String> split(String text, int most) {
    var fields = new ArrayList<String>();
    int at = skip(text, 0);
    while (at < text.length() && fields.size() < most - 1) {
      int end = at;
      while (end < text.length() && separators.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      fields.add(Marks.plain(text.substring(at, end)));
      at = skip(text, end);
      if (at < text.length() && separators.indexOf(text.charAt(at)) >= 0) {
        at = skip(text, at + 1);
      }
    }
    if (at < text.length()) {
      fields.add(last(text.substring(at)));
    }
    return fields;
  }

  private int skip(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private String last(String rest) {
    int end = rest.length();
    while (end > 0 && isBlank(rest.charAt(end - 1))) {
      end--;
    }
    String text = rest.substring(0, end);
    boolean one = text.chars().filter(c -> separators.indexOf(c) >= 0).count() == 1;
    boolean ends = !text.isEmpty() && separators.indexOf(text.charAt(text.length() - 1)) >= 0;
    return Marks.plain(one && ends ? text.substring(0, text.length() - 1) : text);
  }
}
