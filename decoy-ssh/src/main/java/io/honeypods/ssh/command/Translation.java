package io.honeypods.ssh.command;

import java.util.List;

/** What {@code tr} does to each character. */
final class Translation {
  private static final int SIZE = 256;

  private final char[] to = new char[SIZE];
  private final boolean[] deleted = new boolean[SIZE];
  private final boolean[] squeezed = new boolean[SIZE];
  private char last = '\uffff';

  private Translation() {
    for (char c = 0; c < SIZE; c++) {
      to[c] = c;
    }
  }

  static Translation of(List<String> sets, boolean deletes, boolean squeezes, boolean complement) {
    var table = new Translation();
    String first = complement ? complement(expand(sets.getFirst())) : expand(sets.getFirst());
    String second = sets.size() > 1 ? expand(sets.get(1)) : "";
    for (int i = 0; i < first.length(); i++) {
      char c = first.charAt(i);
      if (deletes) {
        table.deleted[c] = true;
      } else if (!second.isEmpty()) {
        table.to[c] = second.charAt(Math.min(i, second.length() - 1));
      }
    }
    String repeats = !squeezes ? "" : second.isEmpty() ? first : second;
    repeats.chars().forEach(c -> table.squeezed[c] = true);
    return table;
  }

  String apply(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (deleted[c]) {
        continue;
      }
      char made = to[c];
      if (!squeezed[made] || made != last) {
        out.append(made);
      }
      last = made;
    }
    return out.toString();
  }

  private static String complement(String set) {
    var out = new StringBuilder();
    for (char c = 0; c < SIZE; c++) {
      if (set.indexOf(c) < 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String expand(String set) {
    String text =
        escapes(set)
            .replace("[:upper:]", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            .replace("[:lower:]", "abcdefghijklmnopqrstuvwxyz")
            .replace("[:digit:]", "0123456789")
            .replace("[:alpha:]", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
            .replace("[:alnum:]", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
            .replace("[:space:]", "\t\n\u000b\f\r ")
            .replace("[:blank:]", "\t ")
            .replace("[:punct:]", "!\"#$%&'()*+,./:;<=>?@[\\]^_`{|}~-")
            .replace("[:cntrl:]", "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n");
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i + 2 < text.length()
          && text.charAt(i + 1) == '-'
          && text.charAt(i) < text.charAt(i + 2)) {
        for (char c = text.charAt(i); c <= text.charAt(i + 2); c++) {
          out.append((char) (c & 0xff));
        }
        i += 2;
      } else {
        out.append((char) (text.charAt(i) & 0xff));
      }
    }
    return out.toString();
  }

  private static String escapes(String text) {
    return text.replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\r", "\r")
        .replace("\\0", "\0")
        .replace("\\\\", "\\");
  }
}
