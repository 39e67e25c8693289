package io.honeypods.ssh.command;

import java.util.List;

/** Names side by side as {@code ls} fills a terminal. */
final class Columns {
  private Columns() {}

  /** Lays out texts that are shown in place of names of known width. */
  static String of(List<String> names, List<String> shown, int width) {
    int count = names.size();
    for (int rows = 1; rows <= count; rows++) {
      int columns = (count + rows - 1) / rows;
      int[] widths = new int[columns];
      for (int i = 0; i < count; i++) {
        widths[i / rows] = Math.max(widths[i / rows], names.get(i).length());
      }
      int sum = 2 * (columns - 1);
      for (int each : widths) {
        sum += each;
      }
      if (sum < width || rows == count) {
        return lines(names, shown, rows, widths);
      }
    }
    return "";
  }

  private static String lines(List<String> names, List<String> shown, int rows, int[] widths) {
    var text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      for (int i = row; i < names.size(); i += rows) {
        text.append(shown.get(i));
        boolean last = i + rows >= names.size();
        text.append(last ? "\n" : " ".repeat(widths[i / rows] - names.get(i).length() + 2));
      }
    }
    return text.toString();
  }
}
